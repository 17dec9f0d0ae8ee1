import type { SyntaxNode } from '../../syntax';
import type { Value } from '../../values';
import { settingIn } from './annotations';
import { type Frame, openScope, partsOf, sourceOf, spanOf } from './frame';
import { hasModifier, isStatic } from './members';
import { typeValue } from './types';

/** What Lombok writes: a constructor of all fields, or of those that have to be set. */
const OF_ALL: ReadonlySet<string> = new Set(['AllArgsConstructor', 'Builder', 'SuperBuilder', 'Value']);
const OF_REQUIRED: ReadonlySet<string> = new Set(['RequiredArgsConstructor', 'Data']);

/** The constructor and the methods that a record has by its components. */
export function recordConstructor(frame: Frame, node: SyntaxNode): void {
  const list = node.childForFieldName('parameters');
  const components = list === null ? [] : partsOf(frame, list).filter(each => each.childForFieldName('name') !== null);
  setAll(
    frame,
    node,
    components.flatMap(each => fieldOf(frame, each, each) ?? []),
  );
}

export function generatedConstructor(frame: Frame, block: SyntaxNode, annotations: readonly string[]): void {
  const fields = partsOf(frame, block).filter(each => each.type === 'field_declaration' && !isStatic(frame, each));
  const written = partsOf(frame, block).some(each => each.type === 'constructor_declaration');
  const isOfAll = annotations.some(name => OF_ALL.has(name));
  if (written || (!isOfAll && !annotations.some(name => OF_REQUIRED.has(name)))) return;
  const all = fields.flatMap(each => {
    const declarator = each.childForFieldName('declarator');
    const isSet = declarator?.childForFieldName('value') !== null;
    const taken = declarator !== null && !isSet && (isOfAll || hasModifier(frame, each, 'final'));
    return taken ? (fieldOf(frame, each, declarator) ?? []) : [];
  });
  setAll(frame, block, all);
}

interface Field {
  readonly name: string;
  readonly node: SyntaxNode;
  readonly type: Value | undefined;
  readonly fallback: Value | undefined;
}

function fieldOf(frame: Frame, node: SyntaxNode, declarator: SyntaxNode): Field | undefined {
  const name = declarator.childForFieldName('name');
  const type = node.childForFieldName('type');
  if (name === null) return undefined;
  return { name: sourceOf(frame, name), node, type: type === null ? undefined : typeValue(frame, type), fallback: settingIn(frame, node) };
}

function setAll(frame: Frame, node: SyntaxNode, fields: readonly Field[]): void {
  const start = spanOf(frame, node);
  const scope = openScope(frame.file, {
    kind: 'function',
    name: 'constructor',
    at: { ...start, end: start.start },
    parent: frame.scope.id,
  });
  for (const { name, node: own, type, fallback } of fields) {
    const at = spanOf(frame, own);
    scope.params.push({ name, at, ...(type && { type }), ...(fallback && { fallback }) });
    scope.effects.push({
      ...{ kind: 'assign', at, block: -1, declares: false, target: { root: 'self', path: [name] } },
      ...{ value: { kind: 'name', at, name, scope: scope.id }, ...(type && { type }) },
    });
  }
}
