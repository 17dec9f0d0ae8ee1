import { plainText } from '../link/evaluation';
import { madeText } from '../source/made-values';
import type { Value } from '../source/values';

/** An address as far as the code says it: known stretches, and what is put in between. */
export interface WrittenUrl {
  /** With a space for each part that is not known. */
  readonly text: string;
  /** What follows `…/models/`, up to the colon: a part of its own or a stretch of the text. */
  readonly modelInPath?: Value;
  readonly at: Value['at'];
}

/** `base` comes first where the address is only a path. */
export function writtenUrl(value: Value, base: Value | undefined): WrittenUrl | undefined {
  const parts = partsOf(value);
  const whole = parts.map(textOf).join('');
  const isPath = base !== undefined && !/^https?:|^ /.test(whole);
  const before = isPath ? partsOf(base).map(textOf).join('').replace(/\/$/, '') : '';
  const text = `${before}${isPath && !whole.startsWith('/') ? '/' : ''}${whole}`;
  if (!text.includes('/')) return undefined;
  const model = modelIn(parts);
  return { text: text.replace(/\?.*/s, ''), at: value.at, ...(model === undefined ? {} : { modelInPath: model }) };
}

/** A request goes to one of several addresses: the first that is known stands for all that end alike. */
function partsOf(value: Value): readonly Value[] {
  if (value.kind === 'template') return value.parts.flatMap(partsOf);
  if (value.kind === 'operation' && value.operator === '+') return [...partsOf(value.left), ...partsOf(value.right)];
  if (value.kind === 'choice') {
    const known = value.options.filter(option => plainText(option)?.includes('/'));
    return known.length === 1 && known[0] !== undefined ? [known[0]] : [value];
  }
  return [value];
}

function textOf(part: Value): string {
  return plainText(part) ?? ' ';
}

/** `…/models/gemini-3-flash:generateContent` */
function modelIn(parts: readonly Value[]): Value | undefined {
  const index = parts.findIndex(part => /:(?:streamG|g)enerateContent|:embedContent/.test(textOf(part)));
  const end = parts[index];
  if (end === undefined) return undefined;
  const [, stretch = ''] = /(?:^|models\/)([^/:]*):(?:streamG|g)enerateContent/.exec(textOf(end)) ?? [];
  if (stretch === '') return parts[index - 1];
  return madeText(stretch, end.at);
}

/** What an address says for one of these parameters: `…/realtime?model=gpt-realtime`, `…?model=${MODEL}`. */
export function parameterIn(value: Value, names: readonly string[]): Value | undefined {
  const parts = partsOf(value);
  const written = new RegExp(`[?&](?:${names.join('|')})=([^&]*)`);
  for (const [index, part] of parts.entries()) {
    const [, stretch] = written.exec(textOf(part)) ?? [];
    if (stretch === undefined) continue;
    return stretch === '' ? parts[index + 1] : madeText(stretch, part.at);
  }
  return undefined;
}
