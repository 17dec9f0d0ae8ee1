import { placeOf } from '../../place-of';
import type { Span } from '../../span';
import type { BlockId, Effect, Place } from '../../summary';
import type { Argument, Call, Entry, Value } from '../../values';
import { disturb } from './disturb';
import type { Site } from './draft';
import { fill, ownerOf, setsByName } from './fields-by-name';

/** What becomes of a call's result. */
export type Use = 'used' | 'discarded' | 'awaited';

/** Methods of lists and dictionaries that return nothing: where the result is used, it is another object's method of that name. */
const SILENT = new Set([
  'append',
  'extend',
  'insert',
  'appendleft',
  'extendleft',
  'update',
  'sort',
  'clear',
  'remove',
  'reverse',
  'discard',
]);
const RETURNING = new Set(['pop', 'popitem', 'popleft', 'setdefault']);

/** Records what a call like `x.append(v)` does to x. */
export function mutation(call: Call, site: Site, use: Use): void {
  const { callee } = call;
  if (setsByName(call, site) || callee.kind !== 'member' || use === 'awaited') return;
  const method = callee.key;
  const owner = method === 'update' ? ownerOf(callee.object) : undefined;
  const table = owner && updates(call);
  if (owner !== undefined && table !== undefined) {
    fill(owner, table, call.at, site);
    return;
  }
  const applies = RETURNING.has(method) || (SILENT.has(method) && (use === 'discarded' || site.unsure));
  if (!applies) return;
  const found = placeOf(callee.object, site.file.scopes);
  if (found === undefined) return;
  const effect = found.exact && !site.unsure ? read(method, call, { at: call.at, block: site.block, target: found.place }) : undefined;
  if (effect !== undefined) site.scope.effects.push(effect);
  else disturb(callee.object, method, call.at, site);
}

/** The effect of a method that says what it adds; undefined for one that only changes its object. */
function read(
  method: string,
  call: Call,
  base: { readonly at: Span; readonly block: BlockId; readonly target: Place },
): Effect | undefined {
  const { args } = call;
  const first = args[0]?.value;
  const positional = args.every(argument => argument.name === undefined && argument.value.kind !== 'spread') ? args.length : -1;
  if (method === 'append' && positional === 1 && first) return { ...base, kind: 'append', value: first };
  if (method === 'extend' && positional === 1 && first) return { ...base, kind: 'extend', value: first };
  if (method === 'appendleft' && positional === 1 && first) return { ...base, kind: 'prepend', value: first };
  if (method === 'insert' && positional === 2 && args[1])
    return { ...base, kind: isZero(first) ? 'prepend' : 'insert', value: args[1].value };
  if (method === 'pop' && first?.kind === 'text') {
    const target = { root: base.target.root, path: [...base.target.path, first.text.text] };
    return { ...base, kind: 'disturb', target, how: method };
  }
  if (method === 'update') {
    const value = updates(call);
    return value && { ...base, kind: 'extend', value };
  }
  if (method === 'setdefault' && positional === 2 && first?.kind === 'text' && args[1]) {
    const target = { root: base.target.root, path: [...base.target.path, first.text.text] };
    return { ...base, kind: 'update', target, operator: '??', value: args[1].value };
  }
  return undefined;
}

function isZero(value: Value | undefined): boolean {
  return value?.kind === 'scalar' && value.value === 0;
}

/** The record that `.update({...}, key=value)` merges into a dictionary. */
function updates(call: Call): Value | undefined {
  const [first, ...rest] = call.args;
  if (first === undefined || rest.some(argument => argument.name === undefined && argument.value.kind !== 'spread')) return undefined;
  if (first.name === undefined && rest.length === 0 && first.value.kind !== 'spread') return first.value;
  return { kind: 'record', at: call.argsAt, entries: call.args.map(entry) };
}

function entry({ name, value, at }: Argument): Entry {
  if (name !== undefined) return { key: name, keyAt: { ...at, end: at.start + name.length }, value, at };
  return { value: value.kind === 'spread' ? value : { kind: 'spread', at, value }, at };
}
