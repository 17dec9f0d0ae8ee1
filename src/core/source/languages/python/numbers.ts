import type { SyntaxNode } from '../../syntax';
import type { Value } from '../../values';
import { hole, type Site, spanOf } from './draft';

export function numberValue(node: SyntaxNode, site: Site): Value {
  const at = spanOf(node, site.file);
  const value = readNumber(site.file.text.slice(at.start, at.end));
  return value === undefined ? hole(at, site.file, 'not a plain number') : { kind: 'scalar', at, value };
}

/** A number as Python writes it, without sign; complex numbers and Python 2's forms are not read. */
export function readNumber(source: string): number | undefined {
  if (/^0+[1-9]\d*$/.test(source)) return undefined;
  const value = /^[\d.]|^0[xob]/i.test(source) ? Number(source.replaceAll('_', '')) : Number.NaN;
  return Number.isNaN(value) ? undefined : value;
}
