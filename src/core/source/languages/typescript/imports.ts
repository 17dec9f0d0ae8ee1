import { withoutPlace } from '../../generated-modules';
import type { SyntaxNode } from '../../syntax';
import { type Frame, sourceOf, spanOf } from './frame';
import { hasWord } from './modifiers';
import { packageOf } from './module-specifiers';
import { keyOf } from './objects';

export function lowerImport(frame: Frame, node: SyntaxNode): void {
  const clause = node.namedChildren.find(child => child?.type === 'import_clause' || child?.type === 'import_require_clause') ?? null;
  const source = node.childForFieldName('source') ?? clause?.childForFieldName('source') ?? null;
  if (source?.type !== 'string') return;
  const module = keyOf(frame, source) ?? '';
  const typeOnly = hasWord(node, 'type');
  if (clause === null) {
    addImport(frame, node, { local: '', module, name: undefined, typeOnly });
    return;
  }
  for (const child of clause.namedChildren) {
    if (child?.type === 'identifier') {
      const name = clause.type === 'import_clause' ? 'default' : undefined;
      addImport(frame, child, { local: sourceOf(frame, child), module, name, typeOnly });
    } else if (child?.type === 'namespace_import') {
      const local = child.firstNamedChild;
      if (local !== null) addImport(frame, child, { local: sourceOf(frame, local), module, name: undefined, typeOnly });
    } else if (child?.type === 'named_imports') lowerNamedImports(frame, child, module, typeOnly);
  }
}

function lowerNamedImports(frame: Frame, node: SyntaxNode, module: string, typeOnly: boolean): void {
  for (const specifier of node.namedChildren) {
    const nameNode = specifier?.type === 'import_specifier' ? specifier.childForFieldName('name') : null;
    if (specifier === null || nameNode === null) continue;
    const name = keyOf(frame, nameNode) ?? '';
    const alias = specifier.childForFieldName('alias');
    const local = alias === null ? name : sourceOf(frame, alias);
    addImport(frame, specifier, { local, module, name, typeOnly: typeOnly || hasWord(specifier, 'type') });
  }
}

interface NewImport {
  readonly local: string;
  readonly module: string;
  readonly name: string | undefined;
  readonly typeOnly: boolean;
}

export function addImport(frame: Frame, node: SyntaxNode, imported: NewImport): void {
  frame.file.imports.push({
    ...imported,
    module: withoutPlace(packageOf(imported.module)),
    at: spanOf(frame, node),
    scope: frame.scope.id,
  });
}
