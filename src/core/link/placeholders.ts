import { madeText } from '../source/made-values';
import type { Span } from '../source/span';
import { sliceText } from '../source/text-map';
import type { Argument, Value, ValueOf } from '../source/values';
import { positional } from './arguments';
import { entryOf } from './entries';
import { hole } from './hole';
import { plainText } from './plain-values';

/** Python's `"…{x}…{0}…{{".format(…)`. */
export function formatted(text: Value, args: readonly Argument[], at: Span): Value {
  const inOrder = positional(args);
  let next = 0;
  return filled(text, at, /\{\{|\}\}|\{([^{}:!]*)(?:[:!][^{}]*)?\}/g, match => {
    const field = match[1] ?? '';
    const name = /^[^.[]*/.exec(field)?.[0] ?? '';
    const given = name === '' ? inOrder[next++]?.value : /^\d+$/.test(name) ? inOrder[Number(name)]?.value : named(args, name);
    const whole = name === field ? given : undefined;
    return whole ?? hole(at, field, given === undefined ? 'filled in by format()' : 'a part of what format() fills in');
  });
}

/** Python's `"… %s … %(name)s" % values`. */
export function percentFormatted(text: Value, values: Value, at: Span): Value {
  const inOrder = values.kind === 'list' ? [...values.items] : [values];
  return filled(text, at, /%%|%(?:\((\w+)\))?[-+ #0]*(?:[1-9]\d*)?(?:\.\d+)?([sdifgrxXeE])/g, match => {
    const name = match[1];
    const entry = name !== undefined && values.kind === 'record' ? entryOf(values, name).value : undefined;
    return (name === undefined ? inOrder.shift() : entry) ?? hole(at, name ?? match[0], 'filled in by %');
  });
}

/** Java's `String.format("… %s … %2$d%n", …)`. */
export function formattedByPosition(text: Value, values: readonly Value[], at: Span): Value {
  let next = 0;
  return filled(text, at, /%%|%(n)|%(?:(\d+)\$)?[-#+ 0,(]*(?:[1-9]\d*)?(?:\.\d+)?([a-zA-Z])/g, match => {
    if (match[1] !== undefined) return madeText('\n', at);
    const value = match[2] === undefined ? values[next++] : values[Number(match[2]) - 1];
    return value ?? hole(at, match[0], 'filled in by format()');
  });
}

/** Go's `fmt.Sprintf("… %s … %d", a, b)`. */
export function printed(text: Value, args: readonly Value[], at: Span): Value | undefined {
  if (text.kind !== 'text' && text.kind !== 'template') return undefined;
  let next = 0;
  return filled(text, at, /%%|%[-+# 0]*(?:[1-9]\d*|\*)?(?:\.(?:\d+|\*))?(?:\[(\d+)\])?([a-zA-Z])/g, match => {
    const index = match[1] === undefined ? next : Number(match[1]) - 1;
    next = index + 1;
    const value = args[index];
    const asWritten = match[2] === 's' || match[2] === 'v' || match[2] === 'd';
    return value !== undefined && asWritten ? value : hole(at, match[0], 'filled in by Sprintf');
  });
}

/** Go's templates: `{{.Name}}` of the data, `{{.}}` all of it. What other actions leave is not known. */
export function executed(text: Value, data: Value | undefined, at: Span): Value {
  return filled(text, at, /\{\{((?:(?!\{\{|\}\}).)*)\}\}/gs, match => {
    const action = (match[1] ?? '').replace(/^-|-$/g, '').trim();
    const [, field] = /^\.(\w*)$/.exec(action) ?? [];
    const entry = field === '' ? data : field === undefined ? undefined : fieldOf(data, field);
    if (entry !== undefined) return entry;
    const isSilent = /^(?:else|end|if|with|define|block|\/\*|\$\w+\s*:?=)/.test(action);
    if (isSilent) return { kind: 'template', at, parts: [], literal: false };
    return hole(at, field ?? action, 'filled in by a template');
  });
}

function fieldOf(data: Value | undefined, field: string): Value | undefined {
  if (data?.kind === 'record') return entryOf(data, field).value;
  return data?.kind === 'instance' || data?.kind === 'call' ? named(data.args, field) : undefined;
}

/** Python's `string.Template("… $name …").substitute(name=…)`. */
export function substituted(
  { callee, args: [first] }: ValueOf<'call'>,
  method: string,
  args: readonly Argument[],
  at: Span,
): Value | undefined {
  const isTemplate = callee.kind === 'external' && `${callee.module}.${callee.path.join('.')}` === 'string.Template';
  const template = isTemplate && method.endsWith('substitute') ? first?.value : undefined;
  if (template?.kind !== 'text' && template?.kind !== 'template') return undefined;
  const spread = positional(args).map(({ value, at }) => ({ value: { kind: 'spread' as const, at, value }, at }));
  return filled(template, at, /\$\$|\$\{(\w+)\}|\$(\w+)/g, match => {
    const name = match[1] ?? match[2] ?? '';
    return named([...args, ...spread], name) ?? hole(at, name, 'filled in by substitute()');
  });
}

/** `"… {name} …".replace("{name}", name)`. */
export function replaced(text: Value, [needle, by]: readonly Value[], at: Span): Value | undefined {
  const search = needle?.kind === 'hole' ? literalPattern(needle.label) : ((needle && plainText(needle)) ?? '');
  if (search === '' || by === undefined || by.kind === 'function') return undefined;
  return filled(text, at, new RegExp(`(${search.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')})`, 'g'), () => by);
}

/** The text that a regular expression stands for when it has no signs of its own (`/\\{\\{name\\}\\}/g`); empty for all others. */
function literalPattern(source: string): string {
  const [, body = ''] = /^\/((?:[^\\/.*+?^${}()|[\]]|\\[^\w\s])+)\/[gimu]*$/.exec(source) ?? [];
  return body.replace(/\\(.)/g, '$1');
}

/** Cuts texts at placeholders; a doubled sign (`$$`, `{{`) stands for itself. What was put in before is left alone. */
function filled(text: Value, at: Span, placeholder: RegExp, value: (match: RegExpMatchArray) => Value): Value {
  const parts = text.kind === 'template' ? text.parts : [text];
  const out = parts.flatMap((part): readonly Value[] => {
    if (part.kind !== 'text') return [part];
    const pieces: Value[] = [];
    let from = 0;
    for (const match of part.text.text.matchAll(placeholder)) {
      pieces.push({ ...part, text: sliceText(part.text, from, match.index) });
      from = match.index + match[0].length;
      const escaped = match.slice(1).every(group => group === undefined);
      pieces.push(escaped ? { ...part, text: sliceText(part.text, from - 1, from) } : value(match));
    }
    return [...pieces, { ...part, text: sliceText(part.text, from) }];
  });
  return { kind: 'template', at, parts: out, literal: false };
}

function named(args: readonly Argument[], name: string): Value | undefined {
  for (const argument of args) {
    if (argument.name === name) return argument.value;
    if (argument.value.kind !== 'spread' || argument.value.value.kind !== 'record') continue;
    const entry = entryOf(argument.value.value, name);
    if (entry.value !== undefined) return entry.value;
  }
  return undefined;
}
