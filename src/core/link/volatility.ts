import { lastName } from '../source/last-name';
import type { Argument, Hole, Value, Volatility } from '../source/values';
import { mostVolatile, suggestFromName } from '../source/variable-names';
import { positional } from './arguments';
import { hole } from './hole';
import { indentsJson } from './indented-json';
import { comesFrom, labelOf } from './labels';
import { plainText } from './plain-values';
import { within } from './value-parts';
import { SOURCES } from './world';
import { isZod, rootOf } from './zod';

/** The hole that an irreducible value leaves in a prompt: how often it changes and how we know. */
export function toHole(value: Value): Hole {
  if (value.kind === 'call' && indentsJson(value)) return { ...holeOf(value), indented: true };
  return holeOf(value);
}

function holeOf(value: Value): Hole {
  if (value.kind === 'hole') return named(value);
  const label = labelOf(value);
  if (isZodSchema(value))
    return hole(value.at, label, 'a part of a schema made by zod, which is not counted', { volatility: 'static', proven: true });
  const source = sourceOf(value);
  if (source === undefined) return named(hole(value.at, label, reasonFor(value), isMadeOfPassed(value) ? { parameter: true } : {}));
  const volatility = source.volatility === 'call' && source.reason === 'reads the clock' && dayOnly(value) ? 'day' : source.volatility;
  return hole(value.at, label, volatility === 'day' ? 'reads the date' : source.reason, { volatility, proven: true });
}

/** Parts that a schema is written with: nothing of the program goes into them. */
const WRITTEN: ReadonlySet<Value['kind']> = new Set(['text', 'scalar', 'record', 'list', 'call', 'member', 'index', 'spread', 'function']);

/** `z.object({ name: z.string() })`, and what OpenAI's package makes of it: the same for each call, where all of it is written in the code. */
function isZodSchema(value: Value): boolean {
  if (value.kind !== 'call' || !isZod(rootOf(value))) return false;
  for (const part of within(value)) if (!WRITTEN.has(part.kind) && !isZod(part)) return false;
  return true;
}

/** A name can only suggest how often its value changes. */
function named(value: Hole): Hole {
  if (value.proven || value.volatility !== 'unknown') return value;
  const suggested = suggestFromName(value.label.replace(/\(\)|…/g, '').split('.'));
  return suggested === undefined
    ? value
    : { ...value, volatility: suggested.volatility, growth: suggested.growth, reason: `${value.reason}; ${suggested.reason}` };
}

/** Whether a function's callers decide it; what an HTTP request carries is nobody's argument. */
export function isFromCaller(value: Value): boolean {
  return value.kind === 'param' && value.outside === undefined && !(OF_REQUEST.test(value.name) && !OPTIONS.test(value.name));
}

const OF_REQUEST = /\.(body|query|params|headers|cookies|form)\b/;

/** A part of a request, whose class is a package's. */
export function isCarried(key: string): boolean {
  return OF_REQUEST.test(`.${key}`);
}

/** What a function's own arguments are called in one, of which parts are called like those of a request: `payload.body`. */
const OPTIONS = /^(?:payload|options|opts|init|args|arguments|config|settings|props|data|self|this)\.[a-z]+$/i;

/** Methods that say what they are called on in another form, whatever they are told: the callers still decide all of it. */
const REFORMING: ReadonlySet<string> = new Set([
  ...['trim', 'replace', 'replaceAll', 'slice', 'substring', 'toLowerCase', 'toUpperCase', 'normalize', 'toString', 'split', 'join'],
  ...['map', 'filter', 'flat', 'flatMap', 'reduce', 'concat', 'strip', 'lower', 'upper'],
  ...['rsplit', 'partition', 'rpartition', 'removeprefix', 'removesuffix'],
]);

/** The same of functions of the languages themselves, of any of what they are told: `min(max_tokens, 4096)`. */
const REFORMING_GLOBALS: ReadonlySet<string> = new Set([
  ...['str', 'int', 'float', 'min', 'max', 'round', 'abs', 'list', 'dict', 'String', 'Number', 'parseInt'],
  ...['Math.min', 'Math.max', 'Math.floor', 'Math.ceil', 'Math.round'],
]);

/** Methods that need not be told anything and yet bring something new: what a request, a store or a queue holds. */
const READING =
  /^(?:json|text|body|blob|form|formData|arrayBuffer|next|now|pop|poll|all|first|last|one|__next__)$|^(?:read|load|fetch|recv|receive|query|find|select|search|request|run|execute|invoke|open|wait|generate|create)/i;
/** How functions of packages are called that say the same in another form: `json.dumps`, `trim_messages`, `to_openai`. */
const CONVERTING =
  /^(?:to|as|convert|format|trim|truncate|clean|sanitize|normali[sz]e|serialize|stringify|dump|encode|escape|merge|coerce|cast)(?=[_A-Z]|s?$)/;

/** What a function is passed, a part of it, or what such a method makes of it. */
export function isMadeOfPassed(value: Value): boolean {
  switch (value.kind) {
    case 'member':
    case 'index':
      return isMadeOfPassed(value.object);
    case 'element':
      return isMadeOfPassed(value.of);
    case 'call': {
      const { callee, args } = value;
      if (callee.kind === 'member') return isReforming(callee.key, args) && isMadeOfPassed(callee.object);
      // A member of a parameter is a part of it.
      if (callee.kind === 'param') return isReforming(lastName(callee.name), args) && isFromCaller(callee);
      if (callee.kind !== 'external') return false;
      // `getattr(models, level)`: which of the fields it is.
      if (callee.module === 'global' && callee.path.join('.') === 'getattr')
        return positional(args).some(({ value }) => callerDecides(value));
      if (callee.module === 'global' && REFORMING_GLOBALS.has(callee.path.join('.')))
        return args.some(argument => isMadeOfPassed(argument.value));
      const [converted] = positional(args);
      const name = callee.path[callee.path.length - 1];
      return name !== undefined && CONVERTING.test(name) && converted !== undefined && isMadeOfPassed(converted.value);
    }
    default:
      return isFromCaller(value);
  }
}

/** Whether what a function is passed decides what a value is. */
export function callerDecides(value: Value): boolean {
  if (value.kind === 'choice') return value.byCaller !== undefined || value.options.some(callerDecides);
  if (value.kind === 'operation') return callerDecides(value.left) || callerDecides(value.right);
  if (value.kind === 'template') return value.parts.some(callerDecides);
  return isMadeOfPassed(value);
}

/** Whether a method only gives its object another form (`trim`, `lower`), and brings nothing new. */
export function isReforming(method: string, args: readonly Argument[]): boolean {
  return REFORMING.has(method) || (args.length === 0 && !READING.test(method));
}

function reasonFor(value: Value): string {
  if (value.kind === 'param') return comesFrom(value);
  if (value.kind === 'external') return value.module === 'global' ? 'defined out of sight' : `comes from ${value.module}`;
  return 'computed while the program runs';
}

function sourceOf(value: Value): { readonly volatility: Volatility; readonly reason: string } | undefined {
  switch (value.kind) {
    case 'external': {
      const path = [value.module, ...value.path];
      for (let length = path.length; length > 0; length--) {
        const found = SOURCES[path.slice(0, length).join('.')];
        if (found !== undefined) return found;
      }
      return undefined;
    }
    case 'call': {
      const own = sourceOf(value.callee);
      // `new Date(x)` and `Date(x)` read no clock.
      const isDate = value.callee.kind === 'external' && value.callee.module === 'global' && value.callee.path.join('.') === 'Date';
      if (isDate && value.args.length > 0) return value.args[0] === undefined ? undefined : sourceOf(value.args[0].value);
      if (own !== undefined) return own;
      // What a call makes of a setting (a client its answers, a loader a file) is no setting.
      return mostVolatile(found(value.args.map(argument => sourceOf(argument.value))).filter(({ volatility }) => volatility !== 'deploy'));
    }
    case 'member':
      return sourceOf(value.object);
    case 'index':
      return sourceOf(value.object);
    case 'spread':
      return sourceOf(value.value);
    case 'operation':
      return mostVolatile(found([sourceOf(value.left), sourceOf(value.right)]));
    case 'hole':
      return value.proven ? { volatility: value.volatility, reason: value.reason } : undefined;
    case 'template':
      return mostVolatile(found(value.parts.map(sourceOf)));
    default:
      return undefined;
  }
}

function found<T>(sources: readonly (T | undefined)[]): readonly T[] {
  return sources.filter(source => source !== undefined);
}

/** A clock cut down to the day: `.strftime("%Y-%m-%d")`, `.date()`, `.toDateString()`, `.toISOString().slice(0, 10)`. */
function dayOnly(value: Value): boolean {
  if (value.kind === 'member') return /^(?:Date|Year|Month|Day|DayOfWeek)$/.test(value.key) || dayOnly(value.object);
  if (value.kind === 'external') return /^(?:Date|Year|Month|Day|DayOfWeek)$/.test(value.path[value.path.length - 1] ?? '');
  if (value.kind !== 'call') return false;
  const inner = value.callee.kind === 'member' && dayOnly(value.callee.object);
  const method =
    value.callee.kind === 'member'
      ? value.callee.key
      : value.callee.kind === 'external'
        ? value.callee.path[value.callee.path.length - 1]
        : undefined;
  const args = positional(value.args).map(argument => plainText(argument.value));
  if (inner) return true;
  if (method === 'date' || method === 'toDateString' || method === 'toLocaleDateString') return true;
  if (method === 'strftime' || method === 'format')
    return (
      args[0] !== undefined &&
      /%[YyBbmdjAaUW]|Y|M|D/.test(args[0]) &&
      !/%[HIMSfcXpsTr]|[Hhms]{1,2}:?/.test(args[0].replace(/%[YyBbmdjAaUW]/g, ''))
    );
  // .NET's formats: small d and D are the date, M alone is a month, H, h, m and s a time.
  if (method === 'ToString') return args[0] !== undefined && /[dDyM]/.test(args[0]) && !/[Hhmsfto:gGuURrF]/.test(args[0]);
  if (method === 'ToShortDateString' || method === 'ToLongDateString') return true;
  // Go writes a layout by an example: 2006-01-02 15:04:05.
  if (method === 'Format') return args[0] !== undefined && /2006|Jan|\b0?[12]\b|Mon/.test(args[0]) && !/15|0?3:|04|05|PM/.test(args[0]);
  if (method === 'slice' || method === 'substring') return args[0] === '0' && Number(args[1]) <= 10;
  return false;
}
