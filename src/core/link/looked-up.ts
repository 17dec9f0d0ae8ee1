import { isJavaScript } from '../source/languages/index';
import type { Argument, Call, Value, ValueOf } from '../source/values';
import { positional } from './arguments';
import { chooseByKey } from './by-caller';
import { choose } from './choose';
import { entryOf, everyValue, openPart, valuesOf } from './entries';
import { fromEnvironment, isEnvironment, variable } from './environment-entries';
import { type Context, callsThat, type Evaluation } from './evaluation';
import { insteadOf } from './given';
import { hole } from './hole';
import { optionIn } from './ini-settings';
import { rowsLeft } from './keys-left';
import { partOfUnread } from './members';
import { plainText } from './plain-values';
import { putUnder } from './put-under';

/** What a method of a table looks up there; undefined: it is none that does. */
export function lookedUpBy(
  evaluation: Evaluation,
  record: ValueOf<'record'>,
  method: string,
  args: readonly Argument[],
  call: Call,
  context: Context,
): Value | undefined {
  if (method === 'get' || method === 'pop' || method === 'GetValueOrDefault') return lookedUp(evaluation, record, args, call, context);
  const isPython = /^get(?:int|float|boolean)$/.test(method) && evaluation.codeOf(call.at.uri)?.language === 'python';
  return isPython ? optionIn(record, method, args) : undefined;
}

/** `table.get(key, fallback)`: without a fallback, what is missing is nothing. */
function lookedUp(evaluation: Evaluation, record: ValueOf<'record'>, args: readonly Argument[], call: Call, context: Context): Value {
  const [key, fallback] = positional(args).map(argument => argument.value);
  const name = key === undefined ? undefined : plainText(key);
  const given = putUnder(evaluation, record, { key: positional(call.args)[0]?.value, name, at: call.at }, context);
  if (given !== undefined) return given;
  const unread = hole(call.at, name ?? 'key', 'comes from a value that could not be read');
  const put = putLater(evaluation, record, name, call, context);
  const missing: Value = (fallback && insteadOf(fallback)) ?? (put === undefined ? { kind: 'scalar', at: call.at, value: null } : unread);
  if (name === undefined) {
    if (put !== undefined && put.length > 0) return chooseByKey(call.at, key, [...valuesOf(record), ...put]);
    const [written] = call.args;
    const left = written && rowsLeft(evaluation, { key: written.value, at: call.at }, record, context);
    if (left !== undefined) return chooseByKey(call.at, key, left);
    const all = everyValue(record);
    if (all !== undefined) return chooseByKey(call.at, key, [...all, missing]);
    return chooseByKey(call.at, key, [...valuesOf(record), missing, ...(openPart(record) === undefined ? [] : [unread])]);
  }
  const entry = entryOf(record, name);
  const isOfEnvironment = isEnvironment(record);
  if (isOfEnvironment && entry.value === undefined) return fromEnvironment(call, args);
  const open = isOfEnvironment
    ? entry.open && variable(call.at, name)
    : entry.open && partOfUnread(evaluation, { kind: 'member', at: call.at, object: record, key: name }, entry.open, context);
  const options = [...(entry.value === undefined ? [] : [entry.value]), ...(put ?? []), ...(open === undefined ? [] : [open])];
  const isThere = (entry.value !== undefined && !entry.sometimes) || (put !== undefined && put.length > 0);
  return choose(call.at, isThere ? options : [...options, missing]);
}

/**
 * What the file that makes a map of JavaScript puts under a key of it (`clients.set(name, new OpenAI())`), before it is read, or so
 * it is taken; empty for a map that begins empty and is filled out of sight, undefined for a table that nobody adds to.
 */
function putLater(
  evaluation: Evaluation,
  map: ValueOf<'record'>,
  name: string | undefined,
  call: Call,
  context: Context,
): readonly Value[] | undefined {
  const { uri, start } = map.at;
  const summary = evaluation.codeOf(uri);
  if (summary === undefined || !isJavaScript(summary.language)) return undefined;
  const setting = callsThat(evaluation, summary, 'what is put into maps', ({ call: { callee, args } }) => {
    return callee.kind === 'member' && callee.key === 'set' && args.length === 2;
  });
  const put = evaluation.once(`${uri}:${start} holds ${name} at ${call.at.start}`, () =>
    setting.flatMap(({ call: { callee, args } }): readonly Value[] => {
      const [key, value] = args.map(argument => argument.value);
      if (callee.kind !== 'member' || key === undefined || value === undefined) return [];
      const other = evaluation.evaluate(callee.object, context);
      if (other.kind !== 'record' || other.at.uri !== uri || other.at.start !== start) return [];
      const under = plainText(evaluation.evaluate(key, context));
      const isAnother = name !== undefined && under !== undefined && under !== name;
      return isAnother ? [] : [evaluation.evaluate(value, context)];
    }),
  );
  return (put === undefined || put.length === 0) && map.entries.length > 0 ? undefined : (put ?? []);
}
