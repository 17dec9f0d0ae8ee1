import type { SyntaxNode } from '../../syntax';
import type { Value } from '../../values';
import { bindName } from './bindings';
import { decoratorOf } from './decorators';
import { lowerValue } from './expressions';
import { type Frame, sourceOf, spanOf } from './frame';
import { addImport } from './imports';
import { hasWord } from './modifiers';
import { packageOf } from './module-specifiers';
import { keyOf } from './objects';
import { lowerStatement } from './statements';

export function lowerExport(frame: Frame, node: SyntaxNode): void {
  const declaration = node.childForFieldName('declaration');
  const source = node.childForFieldName('source');
  if (declaration !== null) {
    lowerExportedDeclaration(frame, node, declaration);
    return;
  }
  if (source !== null) {
    lowerReExport(frame, node, keyOf(frame, source) ?? '');
    return;
  }
  const clause = node.namedChildren.find(child => child?.type === 'export_clause') ?? null;
  if (clause !== null) {
    forEachSpecifier(frame, clause, (name, exported) => void setExport(frame, exported, name));
    return;
  }
  // `export default x` and `export = x`.
  const value = node.childForFieldName('value') ?? (hasWord(node, '=') ? node.namedChildren.at(-1) : null);
  if (value) exportValue(frame, value, 'default', lowerValue(frame, value, 'default'));
}

function setExport(frame: Frame, exported: string, local: string): void {
  // A namespace's own exports are not the module's.
  if (frame.scope.kind === 'module') frame.file.exports.set(exported, local);
}

function lowerExportedDeclaration(frame: Frame, node: SyntaxNode, declaration: SyntaxNode): void {
  const { effects } = frame.scope;
  const before = effects.length;
  const imported = frame.file.imports.length;
  const scope = frame.file.scopes.length;
  lowerStatement(frame, declaration);
  // `@Decorator export class A` writes the class's decorators before the export.
  for (const decorator of node.childrenForFieldName('decorator')) {
    if (decorator !== null) frame.file.scopes[scope]?.decorators.push(decoratorOf(frame, decorator));
  }
  const name = declaration.childForFieldName('name');
  if (hasWord(node, 'default')) {
    if (name !== null) setExport(frame, 'default', sourceOf(frame, name));
    return;
  }
  if (name !== null) {
    setExport(frame, sourceOf(frame, name), sourceOf(frame, name));
    return;
  }
  for (const effect of effects.slice(before)) {
    if (effect.kind === 'assign' && effect.declares && effect.target.root !== 'self')
      setExport(frame, effect.target.root.name, effect.target.root.name);
  }
  for (const { local } of frame.file.imports.slice(imported)) setExport(frame, local, local);
}

function forEachSpecifier(frame: Frame, clause: SyntaxNode, use: (name: string, exported: string, node: SyntaxNode) => void): void {
  for (const specifier of clause.namedChildren) {
    const nameNode = specifier?.type === 'export_specifier' ? specifier.childForFieldName('name') : null;
    if (specifier === null || nameNode === null) continue;
    const alias = specifier.childForFieldName('alias');
    const name = keyOf(frame, nameNode) ?? '';
    use(name, alias === null ? name : (keyOf(frame, alias) ?? ''), specifier);
  }
}

/** A local name for what is exported without having one; no variable can be called like that. */
function localOf(exported: string): string {
  return `export ${exported}`;
}

/** `export … from`: an import under a name of its own, and the export of it. */
function lowerReExport(frame: Frame, node: SyntaxNode, module: string): void {
  const typeOnly = hasWord(node, 'type');
  const add = (exported: string, name: string | undefined, at: SyntaxNode): void => {
    addImport(frame, at, { local: localOf(exported), module, name, typeOnly: typeOnly || hasWord(at, 'type') });
    setExport(frame, exported, localOf(exported));
  };
  const clause = node.namedChildren.find(child => child?.type === 'export_clause') ?? null;
  const namespace = node.namedChildren.find(child => child?.type === 'namespace_export') ?? null;
  if (clause !== null) forEachSpecifier(frame, clause, (name, exported, at) => add(exported, name, at));
  else if (namespace?.firstNamedChild) add(keyOf(frame, namespace.firstNamedChild) ?? '', undefined, namespace);
  else frame.file.exportAll.push({ module: packageOf(module), at: spanOf(frame, node) });
}

/** Exports an expression; a bare name is exported as itself. */
export function exportValue(frame: Frame, node: SyntaxNode, exported: string, value: Value): void {
  if (value.kind === 'name') {
    setExport(frame, exported, value.name);
    return;
  }
  bindName(frame, localOf(exported), value, { at: spanOf(frame, node), declares: true });
  setExport(frame, exported, localOf(exported));
}
