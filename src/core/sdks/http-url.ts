import { hole } from '../link/hole';
import { madeText } from '../source/made-values';
import type { Argument, Value } from '../source/values';
import { addressParts, addressText } from './address-parts';

/** The parameter under which the model stands that an address names. */
export const IN_ADDRESS = ' model in the address';

/** An address as far as the code says it: known stretches, and what is put in between. */
export interface WrittenUrl {
  /** With a space for each part that is not known. */
  readonly text: string;
  /** What follows `…/models/`, up to the colon, or `…/deployments/`, or stands before `/converse`: a part of its own or a stretch of the text. */
  readonly modelInPath?: Value;
  readonly at: Value['at'];
}

/** `base` comes first where the address is only a path. */
export function writtenUrl(value: Value, base: Value | undefined): WrittenUrl | undefined {
  const parts = addressParts(value);
  const whole = parts.map(addressText).join('');
  const isPath = base !== undefined && !/^https?:|^ /.test(whole);
  const before = isPath ? addressParts(base).map(addressText).join('').replace(/\/$/, '') : '';
  const text = `${before}${isPath && !whole.startsWith('/') ? '/' : ''}${whole}`;
  if (!text.includes('/')) return undefined;
  const model = modelIn(parts) ?? namedBehind(DEPLOYMENT, parts) ?? namedBehind(ASKED, parts);
  return { text: text.replace(/\?.*/s, ''), at: value.at, ...(model === undefined ? {} : { modelInPath: model }) };
}

/** What a connection's paths are put behind that is made to a host: `HTTPSConnection("api.openai.com")`. */
export function originOf(host: Argument | undefined, port: Argument | undefined): Value | undefined {
  if (host === undefined) return undefined;
  const { value, at } = host;
  const behind = port === undefined ? [] : [madeText(':', at), port.value];
  return { kind: 'template', at, parts: [madeText('https://', at), value, ...behind], literal: false };
}

/** `…/models/gemini-3-flash:generateContent`, `…/models/${MODEL}:generateContent`; not known where a placeholder is filled in later (`/%m:generateContent`). */
function modelIn(parts: readonly Value[]): Value | undefined {
  const index = parts.findIndex(part => ASKED_OF_GOOGLE.test(addressText(part)));
  const end = parts[index];
  if (end === undefined) return undefined;
  const [, slash, stretch = ''] = ASKED_OF_GOOGLE.exec(addressText(end)) ?? [];
  const own = stretch === '' ? [] : [madeText(stretch, end.at)];
  if (slash === '/' || index === 0) return /^[\w.@-]+$/.test(stretch) ? own[0] : hole(end.at, stretch, 'is filled in later');
  const before = parts[index - 1];
  if (before === undefined || addressText(before).endsWith('/')) return own[0];
  return own.length === 0 ? before : { kind: 'template', at: end.at, parts: [before, ...own], literal: false };
}

const ASKED_OF_GOOGLE = /(^|\/)([^/:]*):(?:(?:streamG|g)enerateContent|embedContent)/;

/** `…/deployments/gpt-5.4/chat/completions`: Azure's addresses name the model, and bodies need not; so do Bedrock's. */
function namedBehind(step: RegExp, parts: readonly Value[]): Value | undefined {
  const start = parts.findIndex(part => step.test(addressText(part)));
  const first = parts[start];
  if (first === undefined) return undefined;
  const [, stretch = '', end] = step.exec(addressText(first)) ?? [];
  if (end !== undefined) return madeText(stretch, first.at);
  const found: Value[] = stretch === '' ? [] : [madeText(stretch, first.at)];
  for (const part of parts.slice(start + 1)) {
    const [own = ''] = /^[^/?]*/.exec(addressText(part)) ?? [];
    const isWhole = own === addressText(part);
    if (own !== '') found.push(isWhole ? part : madeText(own, part.at));
    if (!isWhole) break;
  }
  const [only] = found;
  return found.length > 1 ? { kind: 'template', at: first.at, parts: found, literal: false } : only;
}

const DEPLOYMENT = /\/deployments\/([^/?]*)([/?])?/;
const ASKED = /amazonaws\.com\/model\/([^/?]*)([/?])?/;

/** What an address says for one of these parameters: `…/realtime?model=gpt-realtime`, `…?model=${MODEL}`. */
export function parameterIn(value: Value, names: readonly string[]): Value | undefined {
  const parts = addressParts(value);
  const written = new RegExp(`[?&](?:${names.join('|')})=([^&]*)`);
  for (const [index, part] of parts.entries()) {
    const [, stretch] = written.exec(addressText(part)) ?? [];
    if (stretch === undefined) continue;
    return stretch === '' ? parts[index + 1] : madeText(stretch, part.at);
  }
  return undefined;
}
