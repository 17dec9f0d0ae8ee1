import { madeText } from '../source/made-values';
import type { Span } from '../source/span';
import type { Value, ValueOf } from '../source/values';
import { positional } from './arguments';
import { parsedOptions } from './command-options';
import type { Context, Evaluation } from './evaluation';
import { MODEL_FIELDS } from './field-arguments';

/** A member of an object that a package made, as far as that is told by what it was made with. */
export function madeMember(evaluation: Evaluation, object: ValueOf<'call'>, key: string, at: Span, context: Context): Value | undefined {
  // `yargs(…).option(…).argv`
  const options = key === 'argv' ? parsedOptions(evaluation, object, key, at, context) : undefined;
  return (
    options ??
    fileOfVariables(object, key, at) ??
    initialized(evaluation, object, key) ??
    partOfMessage(evaluation, object, key, at) ??
    fieldOfPackage(evaluation, object, key)
  );
}

/** `dotenv.config().parsed`: the file that sets variables of the environment, read by itself. */
function fileOfVariables({ callee }: ValueOf<'call'>, key: string, at: Span): Value | undefined {
  const isRead = callee.kind === 'external' && callee.module === 'dotenv' && /^(?:default\.)?config$/.test(callee.path.join('.'));
  return isRead && key === 'parsed' ? { kind: 'external', at, module: 'global', path: ['process', 'env'] } : undefined;
}

/** `options.Tools` of `new ChatCompletionOptions { Tools = { search } }`: what the initializer put there. */
function initialized(evaluation: Evaluation, { args, at }: ValueOf<'call'>, key: string): Value | undefined {
  if (!/^\p{Lu}/u.test(key) || evaluation.codeOf(at.uri)?.language !== 'csharp') return undefined;
  return args.find(({ name }) => name === key)?.value;
}

/** What LangChain says in `message.type`, by the message's class. */
const MESSAGE_TYPES: Readonly<Record<string, string>> = { System: 'system', Human: 'human', AI: 'ai', Tool: 'tool', Function: 'function' };

/** `HumanMessage(content=question).content`, and its `type` (Python): code that sends messages itself turns objects of packages into tables. */
function partOfMessage(evaluation: Evaluation, { args, callee, at }: ValueOf<'call'>, key: string, readAt: Span): Value | undefined {
  if ((key !== 'content' && key !== 'type') || callee.kind !== 'external' || evaluation.codeOf(at.uri)?.language !== 'python')
    return undefined;
  const [, ofWhom] = /^(\p{Lu}\w*?)?(?:Chat)?Message$/u.exec(callee.path[callee.path.length - 1] ?? '') ?? [];
  if (ofWhom === undefined) return undefined;
  if (key === 'content') return args.find(({ name }) => name === key)?.value ?? positional(args)[0]?.value;
  const type = /^langchain/.test(callee.module) ? MESSAGE_TYPES[ofWhom] : undefined;
  return type === undefined ? undefined : madeText(type, readAt);
}

/**
 * A field of a package's object (Python): `llm.model` is the model that it was made with, which LangChain's also call `model_name`;
 * `client.base_url` of an SDK's client is the address that it was made with, or nothing, which stands for its own.
 */
function fieldOfPackage(evaluation: Evaluation, { args, callee, at }: ValueOf<'call'>, key: string): Value | undefined {
  if ((!MODEL_FIELDS.has(key) && key !== 'base_url') || callee.kind !== 'external') return undefined;
  if (evaluation.codeOf(at.uri)?.language !== 'python' || !/^\p{Lu}/u.test(callee.path[callee.path.length - 1] ?? '')) return undefined;
  const own = args.find(({ name }) => name === key)?.value;
  if (key !== 'base_url') return own ?? args.find(({ name }) => name !== undefined && MODEL_FIELDS.has(name))?.value;
  const isClosed = args.every(({ value }) => value.kind !== 'spread');
  return own ?? (isClosed && evaluation.isPackage(callee.module) ? { kind: 'scalar', at, value: null } : undefined);
}
