import { mostVolatile, suggestFromName } from '../source/variable-names';
import type { Hole, Value, Volatility } from '../source/values';
import { hole, plainText, positional } from './evaluation';

/** Functions and constructors that read the world, by their full name. `global` is the language's own namespace. */
const SOURCES: Readonly<Record<string, { readonly volatility: Volatility; readonly reason: string }>> = {
  ...clock('datetime.datetime.now', 'datetime.datetime.utcnow', 'datetime.datetime.today', 'time.time', 'time.time_ns', 'time.ctime', 'time.strftime', 'time.monotonic'),
  ...clock('time.perf_counter', 'time.localtime', 'time.gmtime', 'arrow.now', 'arrow.utcnow', 'pendulum.now', 'django.utils.timezone.now'),
  ...clock('global.Date', 'global.Date.now', 'global.performance.now', 'dayjs.default', 'moment.default', 'luxon.DateTime.now', 'luxon.DateTime.utc', 'luxon.DateTime.local'),
  'datetime.date.today': { volatility: 'day', reason: 'reads the date' },
  ...random('uuid.uuid1', 'uuid.uuid4', 'uuid.v1', 'uuid.v4', 'uuid.v7', 'secrets.token_hex', 'secrets.token_urlsafe', 'global.Math.random', 'nanoid.nanoid'),
  ...random('global.crypto.randomUUID', 'crypto.randomUUID', 'node:crypto.randomUUID', 'crypto.randomBytes', 'node:crypto.randomBytes', 'cuid.default', 'ulid.ulid'),
  ...random('random.random', 'random.randint', 'random.choice', 'random.choices', 'random.sample', 'random.shuffle', 'random.uniform', 'random.randrange'),
  ...deploy('os.getenv', 'os.environ', 'os.environ.get', 'global.process.env', 'process.env', 'node:process.env', 'global.Deno.env.get', 'decouple.config'),
};

function table(names: readonly string[], volatility: Volatility, reason: string) {
  return Object.fromEntries(names.map(name => [name, { volatility, reason }]));
}
function clock(...names: readonly string[]) {
  return table(names, 'call', 'reads the clock');
}
function random(...names: readonly string[]) {
  return table(names, 'call', 'is random');
}
function deploy(...names: readonly string[]) {
  return table(names, 'deploy', 'is set where the program is deployed');
}

/** The hole that an irreducible value leaves in a prompt: how often it changes and how we know. */
export function toHole(value: Value): Hole {
  if (value.kind === 'hole') return named(value);
  const source = sourceOf(value);
  const label = labelOf(value);
  if (source === undefined) return named(hole(value.at, label, reasonFor(value), value.kind === 'param' ? { parameter: true } : {}));
  const volatility = source.volatility === 'call' && source.reason === 'reads the clock' && dayOnly(value) ? 'day' : source.volatility;
  return hole(value.at, label, volatility === 'day' ? 'reads the date' : source.reason, { volatility, proven: true });
}

/** A name can only suggest how often its value changes. */
function named(value: Hole): Hole {
  if (value.proven || value.volatility !== 'unknown') return value;
  const suggested = suggestFromName(value.label.replace(/\(\)|…/g, '').split('.'));
  return suggested === undefined ? value : { ...value, volatility: suggested.volatility, growth: suggested.growth, reason: `${value.reason}; ${suggested.reason}` };
}

function reasonFor(value: Value): string {
  if (value.kind === 'param') return `is the parameter ${value.name}`;
  if (value.kind === 'external') return `comes from ${value.module}`;
  return 'is computed';
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
      return mostVolatile(found(value.args.map(argument => sourceOf(argument.value))));
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
  if (value.kind === 'member') return dayOnly(value.object);
  if (value.kind !== 'call') return false;
  const inner = value.callee.kind === 'member' && dayOnly(value.callee.object);
  const method = value.callee.kind === 'member' ? value.callee.key : value.callee.kind === 'external' ? value.callee.path[value.callee.path.length - 1] : undefined;
  const args = positional(value.args).map(argument => plainText(argument.value));
  if (inner) return true;
  if (method === 'date' || method === 'toDateString' || method === 'toLocaleDateString') return true;
  if (method === 'strftime' || method === 'format') return args[0] !== undefined && /%[YyBbmdjAaUW]|Y|M|D/.test(args[0]) && !/%[HIMSfcXpsTr]|[Hhms]{1,2}:?/.test(args[0].replace(/%[YyBbmdjAaUW]/g, ''));
  if (method === 'slice' || method === 'substring') return args[0] === '0' && Number(args[1]) <= 10;
  return false;
}

/** The expression, short, as a person would say it. */
export function labelOf(value: Value): string {
  switch (value.kind) {
    case 'hole':
      return value.label;
    case 'param':
      return value.name;
    case 'name':
      return value.name;
    case 'self':
      return 'self';
    case 'external':
      return value.path.length > 0 ? value.path.join('.') : value.module.slice(value.module.lastIndexOf('/') + 1);
    case 'member':
      return `${labelOf(value.object)}.${value.key}`;
    case 'index':
      return `${labelOf(value.object)}[${plainText(value.key) ?? labelOf(value.key)}]`;
    case 'call':
      return `${labelOf(value.callee)}()`;
    case 'text':
      return 'text';
    default:
      return value.kind;
  }
}
