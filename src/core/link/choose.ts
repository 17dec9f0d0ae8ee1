import type { Span } from '../source/span';
import type { ByCaller, Value, ValueOf } from '../source/values';
import { hole } from './hole';

/** More candidates than anybody reads. */
const MOST_OPTIONS = 200;

/** Of objects and what they compute: each is followed on its own, and what it leads to as well. Routers know some thirty providers. */
const MOST_OBJECTS = 40;

/** One value or a choice; equal candidates count once. No more of them are asked for than it takes to know that there are too many. */
export function choose(at: Span, options: Iterable<Value>): Value {
  const distinct: Value[] = [];
  let objects = 0;
  let byCaller: ByCaller | undefined;
  for (const option of options) {
    // A choice under a condition may still be decided.
    const isOpen = option.kind === 'choice' && option.condition === undefined && option.under === undefined;
    if (option.kind === 'choice' && byCaller !== 'branch') byCaller = option.byCaller ?? byCaller;
    for (const each of isOpen ? option.options : [option]) {
      if (distinct.some(other => sameValue(other, each))) continue;
      distinct.push(each);
      if (!isPlain(each, 0)) objects += 1;
      if (distinct.length > MOST_OPTIONS || objects > MOST_OBJECTS) return hole(at, 'one of many', 'too many possible values');
    }
  }
  const [only] = distinct;
  if (distinct.length === 1 && only !== undefined) return only;
  return { kind: 'choice', at, options: distinct, ...(byCaller && { byCaller }) };
}

/** What becomes of each of several candidates. */
export function chooseOf(at: Span, { rounds, byCaller }: ValueOf<'choice'>, options: Iterable<Value>): Value {
  const chosen = choose(at, options);
  if (chosen.kind !== 'choice' || (!rounds && !byCaller)) return chosen;
  return { ...chosen, ...(rounds && { rounds }), ...(byCaller && { byCaller }) };
}

/** Rows in tables of models hold records and lists of plain values. */
const DEEPEST_PLAIN = 6;

/** Text and numbers, and tables of them: there is nothing to follow. Rows of a table share functions, of which few are left once one is asked for. */
export function isPlain(value: Value, depth: number): boolean {
  switch (value.kind) {
    case 'text':
    case 'scalar':
      return true;
    case 'function':
      return depth > 0;
    case 'record':
      return depth < DEEPEST_PLAIN && value.entries.every(entry => entry.key !== undefined && isPlain(entry.value, depth + 1));
    case 'list':
      return depth < DEEPEST_PLAIN && value.items.every(item => isPlain(item, depth + 1));
    default:
      return false;
  }
}

function sameValue(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (a.kind === 'text' && b.kind === 'text') return a.text.text === b.text.text;
  if (a.kind === 'scalar' && b.kind === 'scalar') return a.value === b.value;
  if (a.kind === 'template' && b.kind === 'template') {
    const { parts } = b;
    return a.parts.length === parts.length && a.parts.every((part, index) => sameValue(part, parts[index] ?? b));
  }
  if (a.kind === 'list' && b.kind === 'list') return a.items.length === 0 && b.items.length === 0;
  if (a.kind === 'instance' && b.kind === 'instance') return a.at.uri === b.at.uri && a.scope === b.scope && isBare(a) && isBare(b);
  const spanned = a.kind === b.kind && a.at.uri === b.at.uri && a.at.start === b.at.start && a.at.end === b.at.end;
  if ((a.kind === 'hole' || a.kind === 'param') && (b.kind === 'hole' || b.kind === 'param')) return spanned && a.atMost === b.atMost;
  return spanned && (a.kind === 'function' || a.kind === 'class');
}

function isBare({ args, set = [], frames = [] }: ValueOf<'instance'>): boolean {
  return args.length === 0 && set.length === 0 && frames.length === 0;
}
