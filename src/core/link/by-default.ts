import type { Argument, Value, ValueOf } from '../source/values';
import { labelOf } from './labels';
import { isReplacedByText } from './left-out';
import { toHole } from './volatility';

/** What may be passed or set, and the text that stands in its place where it isn't. */
interface Passed {
  readonly name: string;
  readonly fallback: ValueOf<'text'>;
  /** What is made of that text (`model.split("/")[1]`), as what may be replaced in the same way. */
  readonly instead: (made: ValueOf<'text'>) => Value;
}

/**
 * The arguments of a call as they are where nobody passes or sets another text for what has one by default (`args.model`,
 * `config.model ?? "gpt-5.4"`), with what that is; undefined where there is none, or several.
 */
export function argsByDefault(args: readonly Argument[]): { readonly args: readonly Argument[]; readonly passed: Passed } | undefined {
  const each = args.map(argument => ({ argument, passed: passedIn(argument.value) }));
  const [passed, ...others] = each.flatMap(one => one.passed ?? []);
  if (passed === undefined || others.some(({ name }) => name !== passed.name)) return undefined;
  return { passed, args: each.map(one => (one.passed === undefined ? one.argument : { ...one.argument, value: one.passed.fallback })) };
}

function passedIn(value: Value): Passed | undefined {
  if (value.kind === 'param' && value.fallback?.kind === 'text') {
    const { name, fallback } = value;
    return { name, fallback, instead: made => ({ ...value, fallback: made }) };
  }
  if (value.kind !== 'choice' || value.condition !== undefined || value.under !== undefined) return undefined;
  const [open, fallback, ...others] = value.options;
  if (open === undefined || fallback?.kind !== 'text' || others.length > 0 || !(isReplacedByText(value) || isSet(open))) return undefined;
  return { name: labelOf(open), fallback, instead: made => ({ ...value, options: [open, made] }) };
}

/** `process.env.MODEL` */
function isSet(value: Value): boolean {
  const { volatility, proven } = toHole(value);
  return volatility === 'deploy' && proven;
}

/** Whether a function gives different objects, alone or with a text beside them (`return OpenAI(), model`). */
export function givesObjects(result: Value): boolean {
  return (
    result.kind === 'choice' && result.options.every(option => (option.kind === 'list' ? option.items.some(isObject) : isObject(option)))
  );
}

function isObject({ kind }: Value): boolean {
  return kind === 'call' || kind === 'instance';
}

/** What a function gives for the text that stands by default: texts in it are what whoever passes another text replaces. */
export function asDefaultOf({ instead }: Passed, result: Value): Value | undefined {
  if (result.kind === 'call') return { ...result, args: namingByDefault(result.args, instead) };
  if (isObject(result)) return result;
  if (result.kind !== 'list' || !result.items.some(isObject)) return undefined;
  return { ...result, items: result.items.map(item => (item.kind === 'text' ? instead(item) : item)) };
}

/** `xai("grok-4")`, `initChatModel("claude-sonnet-5", { modelProvider })`: the model that a package's function is asked for first. */
function namingByDefault([first, ...others]: readonly Argument[], instead: Passed['instead']): readonly Argument[] {
  if (first === undefined) return others;
  return [first.name === undefined && first.value.kind === 'text' ? { ...first, value: instead(first.value) } : first, ...others];
}
