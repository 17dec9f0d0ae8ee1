import type { Span } from '../source/span';
import { textBuilder } from '../source/text-map';
import type { Call, Value } from '../source/values';
import { openPart } from './entries';
import { isOpenItem } from './fixed-lists';
import { plainText } from './plain-values';

/** How JSON is laid out: Python puts blanks behind signs, JavaScript doesn't; both may indent. */
interface Layout {
  readonly at: Span;
  readonly comma: string;
  readonly colon: string;
  readonly indent: string;
}

/**
 * What `json.dumps(value, indent=2)` and `JSON.stringify(value, null, 2)` make of a value that is known, but for single fields.
 * Undefined for any other call: it stays one, as some requests are sent as what the text is made of.
 */
export function jsonText({ callee, args, at }: Call): Value | undefined {
  const path = callee.kind === 'external' ? [callee.module, ...callee.path].join('.') : '';
  const isGo = /^encoding\/json\.Marshal(?:Indent)?$/.test(path);
  if (path !== 'json.dumps' && path !== 'global.JSON.stringify' && !isGo) return undefined;
  const [first, , third] = args.filter(argument => argument.name === undefined).map(argument => argument.value);
  if (first === undefined || (first.kind !== 'record' && first.kind !== 'list')) return undefined;
  const isPython = path === 'json.dumps';
  const stated = isPython ? args.find(argument => argument.name === 'indent')?.value : third;
  const asText = stated?.kind === 'text' ? stated.text.text : '';
  const indent = stated?.kind === 'scalar' && typeof stated.value === 'number' ? ' '.repeat(Math.min(stated.value, 10)) : asText;
  const comma = isPython && indent === '' ? ', ' : ',';
  const parts = written(first, { at, comma, colon: isPython || indent !== '' ? ': ' : ':', indent }, 0);
  return parts && { kind: 'template', at, parts, literal: false };
}

/** Undefined where the number of items isn't known. */
function written(value: Value, layout: Layout, depth: number): readonly Value[] | undefined {
  if (value.kind === 'list')
    return between(
      '[',
      ']',
      value.items.map(item => written(item, layout, depth + 1)),
      layout,
      depth,
    );
  if (value.kind === 'record') {
    if (openPart(value) !== undefined) return undefined;
    const entries = value.entries.map(({ key, value: inner }) => {
      const parts = key === undefined ? undefined : written(inner, layout, depth + 1);
      return parts && [made(`${JSON.stringify(key)}${layout.colon}`, layout.at), ...parts];
    });
    return between('{', '}', entries, layout, depth);
  }
  if (isOpenItem(value)) return undefined;
  if (value.kind === 'scalar') return [made(JSON.stringify(value.value), layout.at)];
  const text = plainText(value);
  if (text === undefined) return value.kind === 'template' ? [made('"', layout.at), value, made('"', layout.at)] : [value];
  const quoted = JSON.stringify(text);
  // A text that needs no escapes keeps its source.
  return quoted === `"${text}"` ? [made('"', layout.at), value, made('"', layout.at)] : [made(quoted, layout.at)];
}

function between(
  open: string,
  close: string,
  items: readonly (readonly Value[] | undefined)[],
  { at, comma, indent }: Layout,
  depth: number,
): readonly Value[] | undefined {
  if (items.length === 0) return [made(open + close, at)];
  const line = (level: number) => (indent === '' ? '' : `\n${indent.repeat(level)}`);
  const parts = items.flatMap((item, index) =>
    item === undefined ? [undefined] : [made(`${index === 0 ? '' : comma}${line(depth + 1)}`, at), ...item],
  );
  const known = parts.flatMap(part => part ?? []);
  return known.length < parts.length ? undefined : [made(open, at), ...known, made(`${line(depth)}${close}`, at)];
}

/** Text that the program makes: it stands nowhere but in the call. */
function made(text: string, at: Span): Value {
  const built = textBuilder(at.uri);
  built.add(text, at.start, at.end - at.start);
  return { kind: 'text', at, text: built.build() };
}
