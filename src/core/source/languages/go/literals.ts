import type { SyntaxNode } from '../../syntax';
import { textBuilder } from '../../text-map';
import type { Argument, Call, Entry, Value, ValueOf } from '../../values';
import { hole, parts, type Site, sourceOf, spanOf } from './draft';
import { expression } from './expressions';
import { heldBy } from './pointers';
import { jsonNames, typeValue } from './types';
import { isBuilder } from './zero-values';

/** `T{…}`, `[]T{…}`, `map[string]T{…}`. A struct is what calling its type with named arguments makes. */
export function compositeLiteral(node: SyntaxNode, site: Site): Value {
  const body = node.childForFieldName('body');
  const type = node.childForFieldName('type');
  if (body === null) return hole(node, site, 'it could not be parsed');
  if (isBuilder(type, site)) return { kind: 'text', at: spanOf(node, site), text: textBuilder(site.file.uri).build() };
  return literalOf(node, type, body, site);
}

/** `node`: the whole literal; inner ones may leave their type out. */
function literalOf(node: SyntaxNode, type: SyntaxNode | null, body: SyntaxNode, site: Site): Value {
  switch (type?.type) {
    case 'slice_type':
    case 'array_type':
    case 'implicit_length_array_type':
      return list(node, type.childForFieldName('element'), body, site);
    case 'map_type':
      return map(node, type.childForFieldName('value'), body, site);
    case 'pointer_type':
      return literalOf(node, parts(type)[0] ?? null, body, site);
    case undefined:
      return record(node, body, site);
    case 'struct_type':
      return renamed(record(node, body, site), jsonNames(type, site));
    default:
      return struct(node, type ?? null, body, site);
  }
}

function elementOf(element: SyntaxNode | undefined, type: SyntaxNode | null, site: Site): Value | undefined {
  const [inner] = element?.type === 'literal_element' ? parts(element) : [element];
  if (inner === undefined) return undefined;
  return inner.type === 'literal_value' ? literalOf(inner, type, inner, site) : expression(inner, site);
}

function list(node: SyntaxNode, type: SyntaxNode | null, body: SyntaxNode, site: Site): Value {
  const items = parts(body).flatMap(part => {
    const element = part.type === 'keyed_element' ? (part.childForFieldName('value') ?? undefined) : part;
    return elementOf(element, type, site) ?? [];
  });
  return { kind: 'list', at: spanOf(node, site), items };
}

function map(node: SyntaxNode, type: SyntaxNode | null, body: SyntaxNode, site: Site): Value {
  const entries = parts(body).flatMap((part): readonly Entry[] => {
    const written = parts(part.childForFieldName('key'))[0];
    const value = elementOf(part.childForFieldName('value') ?? undefined, type, site);
    if (written === undefined || value === undefined) return [];
    const at = spanOf(part, site);
    const key = expression(written, site);
    if (key.kind === 'text') return [{ key: key.text.text, keyAt: key.at, value, at }];
    if (key.kind === 'scalar') return [{ key: String(key.value), keyAt: key.at, value, at }];
    return [{ value: { kind: 'spread', at, value: hole(written, site, 'a computed key') }, computed: { key, value }, at }];
  });
  return { kind: 'record', at: spanOf(node, site), entries };
}

/** `struct { Model string `json:"model"` }{…}` is only ever sent: it has the names that are sent. */
function renamed(record: ValueOf<'record'>, names: Readonly<Record<string, string>>): Value {
  const entries = record.entries.map(entry => (entry.key === undefined ? entry : { ...entry, key: names[entry.key] ?? entry.key }));
  return { ...record, entries };
}

function record(node: SyntaxNode, body: SyntaxNode, site: Site): ValueOf<'record'> {
  const args = keyed(body, site);
  const unnamed = hole(node, site, 'a literal of a type that is not read');
  heldBy(body, { kind: 'call', at: spanOf(node, site), callee: unnamed, args, argsAt: spanOf(body, site), literal: true }, site);
  const entries = args.map(
    ({ name, value, at }): Entry =>
      name === undefined
        ? { value: { kind: 'spread', at, value }, at }
        : { key: name, keyAt: { ...at, end: at.start + name.length }, value, at },
  );
  return { kind: 'record', at: spanOf(node, site), entries };
}

function struct(node: SyntaxNode, type: SyntaxNode | null, body: SyntaxNode, site: Site): Value {
  const callee = typeValue(type, site);
  const args = keyed(body, site);
  if (callee === undefined) return hole(node, site, 'a literal of a type that is not read');
  if (callee.kind === 'name') initialFields(callee.name, args, site);
  const made: Call = { kind: 'call', at: spanOf(node, site), callee, args, argsAt: spanOf(body, site), literal: true };
  heldBy(body, made, site);
  // `&cli.StringFlag{Name: "model"}` declares a flag, which is looked up by its name.
  if (callee.kind === 'member' && callee.key.endsWith('Flag'))
    site.file.calls.push({ call: made, scope: site.scope.id, block: site.block });
  return made;
}

function keyed(body: SyntaxNode, site: Site): readonly Argument[] {
  return parts(body).flatMap((part): readonly Argument[] => {
    const isKeyed = part.type === 'keyed_element';
    const value = elementOf(isKeyed ? (part.childForFieldName('value') ?? undefined) : part, null, site);
    if (value === undefined) return [];
    const at = spanOf(part, site);
    return [isKeyed ? { name: sourceOf(part.childForFieldName('key'), site), value, at } : { value, at }];
  });
}

/** `&Client{model: "x"}` sets the field of objects whose making nobody sees. */
function initialFields(name: string, args: readonly Argument[], site: Site): void {
  if (site.file.renamed.has(name)) return;
  for (const { name: field, value, at } of args) {
    // A table of a package's own is one of many that hold such structs.
    if (field === undefined || (site.scope.kind === 'module' && /^\p{Lu}/u.test(field))) continue;
    const target = { root: { name }, path: [field] };
    site.scope.effects.push({ kind: 'assign', at, block: site.block, target, value, declares: false, initial: true });
  }
}
