import type { Value } from '../source/values';
import { isOpenItem } from './fixed-lists';

/** The least that a number is: the number itself, or of a length (`text.length`, `len(items)`) what of the text or list is known. */
export function leastOf(value: Value): number | undefined {
  if (value.kind === 'scalar') return typeof value.value === 'number' ? value.value : undefined;
  const measured = measuredBy(value);
  if (measured?.kind === 'template')
    return measured.parts.reduce((sum, part) => sum + (part.kind === 'text' ? part.text.text.length : 0), 0);
  return measured?.kind === 'list' ? measured.items.filter(item => !isOpenItem(item)).length : undefined;
}

function measuredBy(value: Value): Value | undefined {
  if (value.kind === 'member') return value.key === 'length' ? value.object : undefined;
  if (value.kind !== 'call' || value.callee.kind !== 'external') return undefined;
  const isLen = value.callee.module === 'global' && value.callee.path.join('.') === 'len';
  return isLen && value.args.length === 1 ? value.args[0]?.value : undefined;
}
