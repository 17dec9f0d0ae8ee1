import { positional } from '../link/arguments';
import { plainText } from '../link/plain-values';
import { madeText } from '../source/made-values';
import type { Argument, Value, ValueOf } from '../source/values';

/** What an address is put together from, in reading order, by whichever means: a template, `+`, `new URL(path, base)`, a package that joins. */
export function addressParts(value: Value): readonly Value[] {
  switch (value.kind) {
    case 'template':
      return value.parts.flatMap(addressParts);
    case 'operation':
      return value.operator === '+' ? [...addressParts(value.left), ...addressParts(value.right)] : [value];
    case 'choice':
      return whicheverParts(value);
    // `if (!url.endsWith('/chat/completions')) url += '/chat/completions'`: either way it is there.
    case 'optional':
      return addressParts(value.item);
    case 'member':
      return value.key === 'href' ? (madeParts(value.object) ?? [value]) : [value];
    case 'call':
      return madeParts(value) ?? [value];
    default:
      return [value];
  }
}

/** With a space for each part that is not known. */
export function addressText(part: Value): string {
  return plainText(part) ?? ' ';
}

/** A request goes to one of several addresses: those that are known all end alike, and may differ in nothing but a slash. */
function whicheverParts(value: ValueOf<'choice'>): readonly Value[] {
  const each = value.options.map(option => {
    const parts = option.kind === 'choice' ? [option] : addressParts(option);
    return { parts, text: parts.map(addressText).join('').replace(/\?.*/s, '') };
  });
  // The one that has every slash comes first: which of them is missing hangs on what comes before it.
  const [known, ...others] = each.filter(({ text }) => text.includes('/')).sort((a, b) => b.text.length - a.text.length);
  if (known === undefined) return [value];
  if (others.every(({ text }) => text.replaceAll('/', '') === known.text.replaceAll('/', ''))) return known.parts;
  const end = commonEnd([known, ...others].map(({ text }) => text));
  return [value, ...(end === undefined ? [] : [madeText(end, value.at)])];
}

/** `/chat/completions` */
function commonEnd([first = '', ...others]: readonly string[]): string | undefined {
  const steps = first.split('/');
  for (let from = 1; from < steps.length; from++) {
    const end = `/${steps.slice(from).join('/')}`;
    if (!end.includes(' ') && others.every(text => text.endsWith(end))) return end;
  }
  return undefined;
}

function madeParts(value: Value): readonly Value[] | undefined {
  if (value.kind !== 'call') return undefined;
  const { callee, args } = value;
  if (callee.kind === 'member') return callee.key === 'toString' ? madeParts(callee.object) : withoutSlashes(callee, args);
  if (callee.kind !== 'external') return undefined;
  const [first, second] = positional(args).map(argument => argument.value);
  switch (`${callee.module}.${callee.path.join('.')}`) {
    case 'global.URL':
    case 'url.URL':
    case 'node:url.URL':
      return first && resolved(first, second);
    case 'urllib.parse.urljoin':
      return second && first && resolved(second, first);
    case 'global.String':
    // What is written otherwise in an address means the same there.
    case 'global.encodeURIComponent':
    case 'global.encodeURI':
    case 'urllib.parse.quote':
      return first && addressParts(first);
    case 'url-join.default':
    case 'url-join-ts.urlJoin':
    case 'proper-url-join.default':
      return joined(args, value);
    default:
      return undefined;
  }
}

/** `base.replace(/\/+$/, "")`: what is put together has one slash there, or two. */
function withoutSlashes({ object, key }: ValueOf<'member'>, args: readonly Argument[]): readonly Value[] | undefined {
  const [taken, by] = positional(args).map(({ value }) => value);
  const isPattern = taken?.kind === 'hole' && SLASHES_AT_AN_END.test(taken.label);
  return key === 'replace' && isPattern && by !== undefined && plainText(by) === '' ? addressParts(object) : undefined;
}

/** JavaScript's `/^\/+/`, `/\/$/`. */
const SLASHES_AT_AN_END = /^\/(?:\^\\\/[+*]?|\\\/[+*]?\$)\/g?$/;

/** A path in place of what an address ends in, as browsers resolve a link. */
function resolved(path: Value, base: Value | undefined): readonly Value[] {
  const parts = addressParts(path);
  const start = parts[0] && plainText(parts[0]);
  // Where the path begins isn't known, it may be a whole address.
  if (base === undefined || start === undefined || /^\w+:/.test(start)) return parts;
  const before = addressParts(base);
  const text = before.length === 1 && before[0] !== undefined ? plainText(before[0]) : undefined;
  if (text === undefined) return [...before, ...(start.startsWith('/') ? [] : [madeText('/', path.at)]), ...parts];
  const origin = /^\w+:\/\/[^/?#]*/.exec(text)?.[0] ?? '';
  const [own = ''] = text.slice(origin.length).split(/[?#]/);
  const folder = start.startsWith('/') ? '' : own.slice(0, own.lastIndexOf('/') + 1) || '/';
  return [madeText(`${origin}${folder}`, base.at), ...parts];
}

/** One slash between any two. */
function joined(args: readonly Argument[], { at }: ValueOf<'call'>): readonly Value[] | undefined {
  if (args.some(({ value }) => value.kind === 'spread')) return undefined;
  return args.flatMap(({ value }, index) => {
    const parts = addressParts(value).map((part, place) => {
      const text = plainText(part);
      return text === undefined ? part : madeText(place === 0 && index > 0 ? text.replace(/^\/+/, '') : text.replace(/\/$/, ''), part.at);
    });
    return index === 0 ? parts : [madeText('/', at), ...parts];
  });
}
