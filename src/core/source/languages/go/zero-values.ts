import type { SyntaxNode } from '../../syntax';
import { textBuilder } from '../../text-map';
import { NOT_SET, type Value } from '../../values';
import { hole, type Site, scalar, sourceOf, spanOf } from './draft';
import { typeValue } from './types';

/** What text is written to piece by piece: it begins empty. */
const BUILDERS = /^\*?(?:strings\.Builder|bytes\.Buffer)$/;

/** What a variable is that is declared without a value. */
export function zeroValue(type: SyntaxNode | null, name: SyntaxNode, site: Site): Value {
  const at = spanOf(name, site);
  const source = sourceOf(type, site);
  if (source === 'string' || BUILDERS.test(source)) return { kind: 'text', at, text: textBuilder(site.file.uri).build() };
  if (/^(?:u?int(?:8|16|32|64)?|float(?:32|64))$/.test(source)) return scalar(name, site, 0);
  if (source === 'bool') return scalar(name, site, false);
  if (type?.type === 'slice_type') return { kind: 'list', at, items: [] };
  if (type?.type === 'map_type') return { kind: 'record', at, entries: [] };
  const named = type?.type === 'type_identifier' || type?.type === 'qualified_type' ? typeValue(type, site) : undefined;
  // A struct without its fields; of interfaces and other names nothing is known.
  if (named !== undefined && source !== 'error' && source !== 'any')
    return { kind: 'call', at, callee: named, args: [], argsAt: { ...at, start: at.end }, literal: true };
  return { ...hole(name, site, NOT_SET), label: sourceOf(name, site) };
}

export function isBuilder(type: SyntaxNode | null, site: Site): boolean {
  return BUILDERS.test(sourceOf(type, site));
}
