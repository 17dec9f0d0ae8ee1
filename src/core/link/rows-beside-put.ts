import type { Value, ValueOf } from '../source/values';
import { valuesOf } from './entries';
import { hole } from './hole';

/**
 * The rows of a table of classes or functions to which code adds others by names that nobody sees (`cls.makers[name] = maker`): those
 * that are written, and one that is not known. Undefined: not such a table.
 */
export function rowsBesidePut(table: ValueOf<'record'>): readonly Value[] | undefined {
  const put = table.entries.flatMap(({ key, value }) => (key === undefined ? [value] : []));
  const [first] = put;
  if (first === undefined || !put.every(value => value.kind === 'spread' && value.value.kind === 'hole')) return undefined;
  const rows = valuesOf(table);
  return rows.some(holdsFollowed) ? [...rows, hole(first.at, 'registered', 'code may register others')] : undefined;
}

/** Something whose calls can be followed, in whatever a row is made of. */
function holdsFollowed(row: Value): boolean {
  switch (row.kind) {
    case 'class':
    case 'function':
      return true;
    case 'list':
      return row.items.some(holdsFollowed);
    case 'record':
      return row.entries.some(({ value }) => holdsFollowed(value));
    default:
      return false;
  }
}
