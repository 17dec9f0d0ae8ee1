import { type FoundPlace, placeOf } from '../../place-of';
import { textBuilder } from '../../text-map';
import type { Argument, Call, Value } from '../../values';
import { pushEffect, type Site } from './draft';

/** Methods of lists and dictionaries that change them in a way that is not followed. */
const DISTURBING: ReadonlySet<string> = new Set([
  'Clear',
  'RemoveAt',
  'RemoveRange',
  'RemoveAll',
  'Pop',
  'Dequeue',
  'TryDequeue',
  'Remove',
]);
const REORDERING: ReadonlyMap<string, string> = new Map([
  ['Sort', 'sort'],
  ['Reverse', 'reverse'],
]);
/** Methods of StringBuilder that give the builder back. */
const APPENDING: ReadonlySet<string> = new Set(['Append', 'AppendLine', 'AppendFormat', 'AppendJoin', 'AppendInterpolated']);

/** Records what a call like `list.Add(v)` or `text.AppendLine(v)` does to what it is called on. */
export function recordMutation(call: Call, site: Site): void {
  const { callee, args, at } = call;
  if (callee.kind !== 'member') return;
  const method = callee.key;
  if (method === 'Bind') bindSettings(call, site);
  const how = DISTURBING.has(method) ? 'remove' : REORDERING.get(method);
  const adds = ADDING.has(method) || APPENDING.has(method);
  if (how === undefined && !adds) return;
  const found = placeOf(rootOf(callee.object), site.file.scopes);
  if (found === undefined) return;
  const base = { at, block: site.block, target: found.place };
  if (how !== undefined) {
    if (method !== 'Remove' || args.length === 1) pushEffect(site, { ...base, kind: 'disturb', how });
    return;
  }
  const value = found.exact ? added(method, args, call) : undefined;
  if (value !== undefined) apply(method, value, found, call, site);
  else if (adds) pushEffect(site, { ...base, kind: 'disturb', how: method });
}

/** `section.Bind(settings)`: what the settings are from then on, the call says. */
function bindSettings(call: Call, site: Site): void {
  const [only, ...others] = call.args;
  const isSection = call.callee.kind === 'member' && !/\bAddOptions\b/.test(chainOf(call.callee.object));
  const found = only === undefined || others.length > 0 || !isSection ? undefined : placeOf(only.value, site.file.scopes);
  if (found?.exact !== true) return;
  pushEffect(site, { kind: 'assign', at: call.at, block: site.block, target: found.place, value: call, declares: false });
}

/** The methods of a chain. */
function chainOf(value: Value): string {
  if (value.kind !== 'call' || value.callee.kind !== 'member') return '';
  return `${chainOf(value.callee.object)} ${value.callee.key}`;
}

/** Registrations of services, of which there are many: who needs them looks for the calls. */
const REGISTERING =
  /^(?:Try)?Add(?:Keyed)?(?:Singleton|Scoped|Transient|HostedService|HttpClient|DbContext\w*|Options|Logging|Controllers\w*|Cors)$/;

/** Calls of a chain that each add something to the variable at its root, or to the services of a builder. */
export function recordStep(call: Call, site: Site): void {
  const { callee } = call;
  if (callee.kind !== 'member' || !/^Add\p{Lu}/u.test(callee.key) || REGISTERING.test(callee.key)) return;
  if (callee.object.kind === 'call') recordStep(callee.object, site);
  let root = callee.object;
  while (root.kind === 'call' && root.callee.kind === 'member') root = root.callee.object;
  const found = placeOf(root, site.file.scopes);
  if (found === undefined || !found.exact) return;
  const { path } = found.place;
  const own = path.at(-1) === 'Services' ? { ...found.place, path: path.slice(0, -1) } : found.place;
  if (own.path.length > (own.root === 'self' ? 1 : 0)) return;
  pushEffect(site, { kind: 'call', at: call.at, block: site.block, target: own, value: call });
}

const ADDING: ReadonlySet<string> = new Set(['Add', 'AddRange', 'Insert', 'InsertRange', 'Enqueue', 'Push', 'TryAdd']);

/** `text.Append(a).Append(b)`: all of a chain happens to its root. */
function rootOf(object: Value): Value {
  let root = object;
  while (root.kind === 'call' && root.callee.kind === 'member' && APPENDING.has(root.callee.key)) root = root.callee.object;
  return root;
}

function added(method: string, args: readonly Argument[], call: Call): Value | undefined {
  const [first, second, ...more] = args.map(argument => argument.value);
  if (APPENDING.has(method)) return appended(call);
  if (more.length > 0 || first === undefined) return undefined;
  if (method === 'Insert' || method === 'InsertRange' || method === 'TryAdd') return second;
  return method === 'Add' && second !== undefined ? second : second === undefined ? first : undefined;
}

function apply(method: string, value: Value, { place }: FoundPlace, call: Call, site: Site): void {
  const base = { at: call.at, block: site.block, target: place };
  const key = call.args[0]?.value;
  if (APPENDING.has(method)) pushEffect(site, { ...base, kind: 'update', operator: '+', value });
  else if ((method === 'Add' && call.args.length === 2) || method === 'TryAdd') {
    const target = key?.kind === 'text' ? { root: place.root, path: [...place.path, key.text.text] } : undefined;
    if (target === undefined) pushEffect(site, { ...base, kind: 'disturb', how: method });
    else pushEffect(site, { ...base, target, kind: 'assign', value, declares: false });
  } else if (method === 'Insert')
    pushEffect(site, { ...base, kind: key?.kind === 'scalar' && key.value === 0 ? 'prepend' : 'insert', value });
  else if (method === 'InsertRange') pushEffect(site, { ...base, kind: 'insert', value: { kind: 'spread', at: value.at, value } });
  else pushEffect(site, { ...base, kind: method === 'AddRange' ? 'extend' : 'append', value });
}

/** The text that a builder's method adds. */
function appended({ callee, args, at, argsAt }: Call): Value | undefined {
  const method = callee.kind === 'member' ? callee.key : '';
  const [first, ...others] = args;
  if (method === 'AppendFormat' || method === 'AppendJoin') {
    const name: Value = { kind: 'name', at, name: 'String', scope: 0 };
    const key = method === 'AppendFormat' ? 'Format' : 'Join';
    return { kind: 'call', at, callee: { kind: 'member', at, object: name, key }, args, argsAt };
  }
  if (others.length > 0) return undefined;
  if (method !== 'AppendLine') return first?.value;
  const built = textBuilder(at.uri);
  built.add('\n', argsAt.end, 0);
  const lineEnd: Value = { kind: 'text', at: { ...argsAt, start: argsAt.end }, text: built.build() };
  return first === undefined ? lineEnd : { kind: 'template', at, parts: [first.value, lineEnd], literal: false };
}
