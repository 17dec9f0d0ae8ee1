import { isJavaScript } from '../source/languages/index';
import { contains } from '../source/span';
import type { CodeSummary, Scope } from '../source/summary';
import type { Argument, Call, Value } from '../source/values';
import { positional } from './arguments';
import {
  baseOf,
  camelCase,
  commandLineOf,
  commandOptions,
  idOf,
  isReader,
  ofRecord,
  openOption,
  type Package,
  type Place,
  packageAt,
} from './command-options';
import { entryOf } from './entries';
import { type Context, callsThat, type Evaluation, NO_CONTEXT } from './evaluation';
import { plainText } from './plain-values';

/** `program.command('ask <question>').action(ask)`: a function that is called with what stands on the command line. */
export function wiredByCommand(
  evaluation: Evaluation,
  call: Call,
  context: Context,
): { readonly callee: Value; readonly args: readonly Argument[] } | undefined {
  if (call.callee.kind !== 'member' || !RUNNING.has(call.callee.key)) return undefined;
  const summary = evaluation.codeOf(call.at.uri);
  const by = summary && commandLineOf(summary);
  const callee = by && runByCommand(call, by);
  const args = callee && summary && commandArguments(evaluation, call, summary, context);
  return callee && args && { callee, args };
}

const RUNNING: ReadonlySet<string> = new Set(['action', 'command']);

/** What a command is run with, by its place among the function's parameters: what stands on the line, then the options. */
function commandArguments(evaluation: Evaluation, call: Call, summary: CodeSummary, context: Context): readonly Argument[] | undefined {
  const by = commandLineOf(summary);
  if (by === undefined || call.callee.kind !== 'member' || packageAt(rootOf(evaluation, call, context)) !== by) return undefined;
  const { at } = call;
  if (by === 'yargs') {
    const builder = builderOf(call);
    const base = idOf(baseOf(evaluation, call.callee.object, by, context));
    const ofBuilder = builder === undefined ? [] : ofRecord(evaluation, builder, at, context);
    const isOwn = ({ call: { at: place }, base: of }: Place) => (builder !== undefined && contains(builder.at, place)) || of() === base;
    return [{ value: commandOptions(evaluation, summary, at, 'argv', isOwn, ofBuilder), at }];
  }
  const command = baseOf(evaluation, call.callee.object, by, context);
  const own = idOf(command);
  const words = operandsOf(evaluation, summary, command, own, by, context);
  const options = commandOptions(evaluation, summary, at, 'options', ({ base }) => base() === own);
  return [...words, options].map(value => ({ value, at }));
}

/** The function that a call hands to a command line to be run: `program.command('ask').action(ask)`, `yargs.command('ask', '…', {}, ask)`. */
function runByCommand(call: Call, by: Package): Value | undefined {
  if (call.callee.kind !== 'member') return undefined;
  if (by !== 'yargs') return call.callee.key === 'action' ? call.args[0]?.value : undefined;
  if (call.callee.key !== 'command') return undefined;
  const [first, , , fourth] = call.args;
  return first?.value.kind === 'record' ? entryOf(first.value, 'handler').value : fourth?.value;
}

/** What a function of a command is passed for a parameter, where it is written in the call, or exported beside its options. */
export function commandArgument(evaluation: Evaluation, summary: CodeSummary, scope: Scope, index: number): Value | undefined {
  if (isModuleOfCommand(summary, scope)) return index === 0 ? ofModule(evaluation, summary, scope) : undefined;
  const by = commandLineOf(summary);
  if (by === undefined) return undefined;
  const isRun = (value: Value | undefined) =>
    value?.kind === 'function' ? value.scope === scope.id : value?.kind === 'name' && scope.name !== '' && value.name === scope.name;
  const [place] = callsThat(evaluation, summary, `commands that run ${scope.id}`, ({ call }) => isRun(runByCommand(call, by)));
  return place && commandArguments(evaluation, place.call, summary, NO_CONTEXT)?.[index]?.value;
}

/** `export const command = 'ask'; export const builder = { … }; export async function handler(argv)` */
function isModuleOfCommand({ language, exports }: CodeSummary, { name }: Scope): boolean {
  return (
    name === 'handler' &&
    isJavaScript(language) &&
    exports?.handler === name &&
    (exports.builder !== undefined || exports.command !== undefined)
  );
}

function ofModule(evaluation: Evaluation, summary: CodeSummary, { at }: Scope): Value | undefined {
  const local = summary.exports?.builder;
  if (local === undefined) return undefined;
  const builder = evaluation.evaluate({ kind: 'name', at, name: local, scope: 0 }, NO_CONTEXT);
  const within = builder.kind === 'function' ? summary.scopes[builder.scope]?.at : undefined;
  const isOwn = ({ call }: Place) => within !== undefined && contains(within, call.at);
  return commandOptions(evaluation, summary, at, 'argv', isOwn, ofRecord(evaluation, builder, at, NO_CONTEXT));
}

function builderOf({ args: [first, , third] }: Call): Value | undefined {
  return first?.value.kind === 'record' ? entryOf(first.value, 'builder').value : third?.value;
}

/** What stands on the line before the options: `ask <question> [model]`, `.argument('[model]', 'which', 'gpt-5.4')`. */
function operandsOf(
  evaluation: Evaluation,
  summary: CodeSummary,
  command: Value,
  own: string,
  by: Package,
  context: Context,
): readonly Value[] {
  const said = command.kind === 'call' && command.callee.kind === 'member' ? plainText(command.args[0]?.value ?? command) : undefined;
  const named = wordsOf(said).map(word => openOption(command.at, word, undefined));
  const places = callsThat(evaluation, summary, 'arguments of commands', ({ call: { callee } }) => {
    return callee.kind === 'member' && (callee.key === 'argument' || callee.key === 'arguments');
  });
  const more = places.flatMap(({ call: { callee, args, at } }) => {
    if (callee.kind !== 'member' || idOf(baseOf(evaluation, callee.object, by, context)) !== own) return [];
    const [name, , third, fourth] = positional(args).map(({ value }) => evaluation.evaluate(value, context));
    const fallback = fourth ?? (third === undefined || isReader(third) ? undefined : third);
    return wordsOf(name && plainText(name)).map(word => openOption(at, word, fallback));
  });
  return [...named, ...more];
}

function wordsOf(text: string | undefined): readonly string[] {
  return [...(text ?? '').matchAll(/[<[]([\w-]+)/g)].map(([, word = '']) => camelCase(word));
}

function rootOf(evaluation: Evaluation, { callee }: Call, context: Context): Value {
  return callee.kind === 'member' ? evaluation.evaluate(callee.object, context) : callee;
}
