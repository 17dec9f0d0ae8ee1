import { ACTION_INPUT } from '../link/action-inputs';
import { chooseOf } from '../link/choose';
import { isDeployed } from '../link/deployed-values';
import { KEPT_SETTING } from '../link/dict-classes';
import { EDITOR_SETTING } from '../link/editor-settings';
import { isReadBack } from '../link/kept-settings';
import { comesFrom } from '../link/labels';
import { isNull, plainText } from '../link/plain-values';
import { A_CONDITION } from '../link/tests';
import { isFromCaller, isMadeOfPassed, toHole } from '../link/volatility';
import { isKeptForSession } from '../link/world';
import type { Span } from '../source/span';
import { isSameSpan } from '../source/span';
import type { Value, ValueOf } from '../source/values';
import type { NamedArgument } from './arguments';
import type { Resolved } from './call-site';
import { ASKED_FOR, ruledOutDefault } from './defaults-elsewhere';
import { oneOfNames } from './one-of-names';

/** What an evaluated argument is, as one value, a complete set, or neither with the reason. `written`: the argument before evaluation. */
export function resolve<T>(value: Value | undefined, written: Span | undefined, read: (value: Value) => T | undefined): Resolved<T> {
  if (value === undefined || isNothing(value)) return { candidates: [], provenance: 'absent', why: 'not stated' };
  const at = written ?? value.at;
  const own = read(value);
  if (own !== undefined)
    return {
      value: own,
      candidates: [own],
      at,
      provenance: written !== undefined && isSameSpan(value.at, written) ? 'literal' : 'constant',
      why: '',
    };
  const made = madeParameters(value);
  const passed = made.length === 0 ? undefined : asPassed(resolve(unmade(value), at, read), made);
  if (passed !== undefined) return passed;
  if (value.kind === 'choice') return fromChoice(value, at, read);
  const parameter = value.kind === 'param' ? value : undefined;
  if (parameter?.fallback !== undefined) {
    const fallback = resolve(parameter.fallback, at, read);
    if (fallback.value !== undefined && parameter.ruledOut)
      return { candidates: [], at, ...unknown(parameter), why: ruledOutDefault(String(fallback.value)) };
    if (fallback.value !== undefined) return { ...fallback, provenance: 'default', why: `the default of the parameter ${parameter.name}` };
  }
  return { candidates: [], at, ...unknown(value) };
}

/** Parameters of which is known what the project passes for them. */
function madeParameters(value: Value): readonly ValueOf<'param'>[] {
  if (value.kind === 'choice') return value.options.flatMap(madeParameters);
  return value.kind === 'param' && value.made !== undefined ? [value] : [];
}

/** The same, with what is passed in their place, of which nothing is left out that something else would stand for (`model or "gpt-5.4"`). */
function unmade(value: Value): Value {
  if (value.kind === 'choice') {
    const stated = value.options.findIndex(isStated);
    return chooseOf(value.at, value, (stated < 0 ? value.options : value.options.slice(0, stated + 1)).map(unmade));
  }
  return value.kind === 'param' ? (value.made ?? value) : value;
}

function isStated(option: Value): boolean {
  if (option.kind !== 'param' || !option.leftOut || option.made === undefined) return false;
  const passed = option.made.kind === 'choice' ? option.made.options : [option.made];
  return passed.every(each => (each.kind === 'text' || each.kind === 'scalar') && !isNothing(each));
}

/** Other objects may be made than those in sight. */
function asPassed<T>(found: Resolved<T>, parameters: readonly ValueOf<'param'>[]): Resolved<T> | undefined {
  if (found.candidates.length === 0) return undefined;
  if (found.provenance !== 'literal' && found.provenance !== 'constant') return found;
  if (parameters.every(({ asked }) => asked)) {
    const why = found.value === undefined ? `${found.why}, ${ASKED_FOR}` : ASKED_FOR;
    return { ...found, provenance: 'default', why };
  }
  const names = [...new Set(parameters.map(({ name }) => name))].join(', ');
  const why = found.value === undefined ? `${found.why}, by what is passed for ${names}` : `what is passed for ${names}`;
  return { ...found, provenance: 'default', why };
}

/** An empty text names nothing: `model: settings.model ?? ''`. */
export function isNothing(value: Value): boolean {
  return isNull(value) || (value.kind === 'text' && value.text.text === '');
}

/**
 * An argument as written in a call; what may replace it, or leave it out, makes it a default. Where it replaces what isn't in sight under
 * a condition (`if quick: options["model"] = SMALL`), nothing is known but where that condition asks whether there is one.
 */
export function resolveArgument<T>(
  argument: NamedArgument | undefined,
  written: Span | undefined,
  read: (value: Value) => T | undefined,
): Resolved<T> {
  const found = resolve(argument?.value, written, read);
  if (argument === undefined || found.candidates.length === 0) return found;
  const { unless, sometimes, ifMissing } = argument;
  if (unless !== undefined && sometimes && !ifMissing) return resolve(undefined, written, read);
  if (found.value === undefined)
    return unless === undefined ? found : { ...found, provenance: 'default', why: `${found.why}, unless ${unless} sets another` };
  if (unless !== undefined) return { ...found, provenance: 'default', why: `used unless ${unless} sets another` };
  return argument.sometimes ? { ...found, provenance: 'default', why: 'set only under a condition' } : found;
}

/** What is passed, of several possible values: a parameter as it is before one that is taken in another form. */
function passedIn({ options }: ValueOf<'choice'>): Value | undefined {
  return options.find(({ kind }) => kind === 'param') ?? options.find(option => reformed(option) !== undefined);
}

/** What is passed, where it is taken in another form: `model?.trim() || 'gpt-5.4'`. */
function reformed(value: Value): ValueOf<'param'> | undefined {
  if (value.kind === 'param') return value;
  if (value.kind !== 'call' || !isMadeOfPassed(value)) return undefined;
  const { callee, args } = value;
  if (callee.kind === 'param') return { ...callee, name: callee.name.slice(0, callee.name.lastIndexOf('.')) };
  const object = callee.kind === 'member' ? callee.object : callee.kind === 'external' ? args[0]?.value : undefined;
  return object && reformed(object);
}

function fromChoice<T>(choice: ValueOf<'choice'>, at: Span, read: (value: Value) => T | undefined): Resolved<T> {
  const options = choice.options.filter(option => !isNothing(option) && !isCondition(option));
  const set = options.filter(option => !isSetting(option) && reformed(option) === undefined && !isKeptForSession(option));
  const deployed = options.find(isSetting);
  const passed = passedIn(choice);
  const parameter = passed && reformed(passed);
  const otherwise = whereLeftOut(options, at, read);
  if (otherwise !== undefined) return otherwise;
  const values = [...new Set(set.flatMap(option => read(option) ?? []))];
  const unread = set.find(option => read(option) === undefined);
  const [only] = values;
  if (unread !== undefined || only === undefined) {
    const made = options.find(option => option.kind === 'call' && reformed(option) !== undefined);
    return { candidates: [], at, ...unknown(unread ?? made ?? passed ?? options[0] ?? choice) };
  }
  if (values.length === 1 && parameter !== undefined) {
    // Where a branch sets something else, the parameter's own default is as likely.
    const isEmpty = parameter.fallback !== undefined && isNothing(parameter.fallback);
    const stated = parameter.fallback === undefined || parameter.ruledOut || isEmpty ? undefined : read(parameter.fallback);
    if (stated !== undefined && stated !== only && !isNamedWithProvider(only, stated)) {
      const why = `one of ${String(stated)}, ${String(only)} when ${parameter.name} is not passed`;
      return { candidates: [stated, only], at, provenance: 'default', why };
    }
    // Whoever passes none gets its own default either way, if that is the same.
    if (parameter.given && stated === undefined && !isEmpty) return { candidates: [], at, ...unknown(passed ?? parameter) };
    return { value: only, candidates: values, at, provenance: 'default', why: `used when ${parameter.name} is not passed` };
  }
  if (values.length === 1 && deployed !== undefined)
    return {
      value: only,
      candidates: values,
      at,
      provenance: 'environment',
      why: `the default of ${settingOf(besides(options, only, read) ?? deployed)}`,
    };
  if (options.some(isKeptForSession)) {
    const each = values.length === 1 ? { value: only, why: 'used' } : { why: oneOfNames(values) };
    return { ...each, candidates: values, at, provenance: 'default', why: `${each.why} until the session holds another` };
  }
  if (values.length === 1) return { value: only, candidates: values, at, provenance: 'constant', why: '' };
  if (passed !== undefined) return { candidates: [], at, ...unknown(passed) };
  if (deployed !== undefined) {
    const why = `${oneOfNames(values)}, unless another is set where the program is deployed`;
    return { candidates: values, at, provenance: 'environment', why };
  }
  return { candidates: values, at, provenance: 'constant', why: oneOfNames(values) };
}

/** What is true or false is no name and no number. */
function isCondition(value: Value): boolean {
  return value.kind === 'test' || (value.kind === 'hole' && value.reason === A_CONDITION);
}

/** Of several settings the one that a default stands behind: another may take its place only under a condition. */
function besides<T>(options: readonly Value[], value: T, read: (value: Value) => T | undefined): Value | undefined {
  const before = options[options.findIndex(option => read(option) === value) - 1];
  return before !== undefined && isSetting(before) ? before : undefined;
}

/** `special or model`: what `model` is by default, where nobody passes something special. */
function whereLeftOut<T>(options: readonly Value[], at: Span, read: (value: Value) => T | undefined): Resolved<T> | undefined {
  const [left, stated, ...others] = options;
  const fallback = stated?.kind === 'param' && !stated.ruledOut ? stated.fallback : undefined;
  const value = fallback && resolve(fallback, at, read).value;
  if (left?.kind !== 'param' || !left.leftOut || value === undefined || others.length > 0) return undefined;
  return { value, candidates: [value], at, provenance: 'default', why: `used when ${left.name} is not passed` };
}

/** `f"openai/{model}"` beside `model` itself: the default is given its provider's name. */
function isNamedWithProvider(value: unknown, plain: unknown): boolean {
  return typeof value === 'string' && typeof plain === 'string' && /[/:]$/.test(value.slice(0, -plain.length)) && value.endsWith(plain);
}

function unknown(value: Value): Pick<Resolved<never>, 'provenance' | 'why'> {
  if (value.kind === 'param') return { provenance: isFromCaller(value) ? 'caller' : 'unknown', why: comesFrom(value) };
  if (value.kind === 'text') return { provenance: 'unknown', why: 'a text that says none' };
  const found = toHole(value);
  const provenance = found.volatility === 'deploy' ? 'environment' : isMadeOfPassed(value) ? 'caller' : 'unknown';
  return { provenance, why: `depends on ${found.label} (${found.reason})` };
}

/** What whoever deploys a program says, or uses it, to whom it is the same from then on. */
function isSetting(value: Value): boolean {
  return isDeployed(value) || isReadBack(value);
}

/** Settings go by the names that users see. */
function settingOf(value: Value): string {
  if (value.kind === 'hole' && value.reason === ACTION_INPUT) return `the action's input ${value.label}`;
  const isKept = value.kind === 'hole' && (value.reason === EDITOR_SETTING || value.reason === KEPT_SETTING);
  if (isKept) return `the setting ${value.label}`;
  return isReadBack(value) ? 'a setting that the program keeps' : 'an environment variable';
}

export const asText = (value: Value): string | undefined =>
  value.kind === 'text' || value.kind === 'template' ? plainText(value) : undefined;

const LONGEST_ID = 300;

/** `<your-deployment>` */
const PLACEHOLDER = /^<[^<>]*>$/;

/** Whether a text stands where somebody is to put a model's name. */
export function isPlaceholder(id: string): boolean {
  return PLACEHOLDER.test(id);
}

/** A text of several lines, or as long as a prompt, names no model. */
export const asModelId = (value: Value): string | undefined => {
  const text = asText(value);
  return text === undefined || text.length > LONGEST_ID || text.includes('\n') || isPlaceholder(text) ? undefined : text;
};

export const asTokens = (value: Value): number | undefined =>
  value.kind === 'scalar' && typeof value.value === 'number' && Number.isFinite(value.value) && value.value >= 0 ? value.value : undefined;
