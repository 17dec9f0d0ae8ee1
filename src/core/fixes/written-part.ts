import type { CallSite } from '../request/call-site';
import type { Segment } from '../request/request';
import type { NamedPart } from '../source/language';
import { contains, isSameSpan } from '../source/span';
import type { Entry, ValueOf } from '../source/values';
import type { NoForm } from './breakpoint-form';

/** A text of the request as an argument of the call, or as the content of a message. */
export interface WrittenPart {
  readonly part: NamedPart;
  readonly holder: 'argument' | 'content';
}

const SYSTEM = ['system', 'instructions', 'System'];

/** Where the call, or the message, is given all of this segment's text. `text`: of the call's file. */
export function writtenPart(site: CallSite, segment: Segment, text: string): WrittenPart | NoForm {
  const { message } = segment;
  if (message === undefined) return argumentOf(site, segment);
  if (site.request.segments.some(other => other !== segment && other.message === message))
    return { because: 'The message has several parts, and this one is not written as one of its own.' };
  const part = contentOf(message, text);
  if (part === undefined || part.at.uri !== site.at.uri)
    return { because: 'The message is not written in this file. Give its text a cache breakpoint where it is made.' };
  const typed = /\.[cm]?tsx?$/.test(site.at.uri);
  // Elsewhere it may be typed, or read, as a text.
  if (typed && !contains(site.at, part.at))
    return {
      because:
        'The message is made outside of the call, where it may be typed as plain text. Give it a content part with a breakpoint there.',
    };
  return { part, holder: 'content' };
}

function argumentOf({ call, parameters }: CallSite, segment: Segment): WrittenPart | NoForm {
  const name = SYSTEM.find(each => {
    const at = parameters[each]?.value.at;
    return at !== undefined && at.uri === segment.at.uri && at.start === segment.at.start && at.end === segment.at.end;
  });
  const at = name === undefined ? undefined : parameters[name]?.at;
  if (name === undefined || at === undefined || call === undefined)
    return {
      because:
        'The text is not given as a message that can hold a cache breakpoint. Send it as one, in content parts, with a breakpoint behind the static part.',
    };
  const written = [
    ...call.args.filter(argument => argument.name === name),
    ...call.args.flatMap(({ value }) => (value.kind === 'record' ? value.entries.filter(entry => entry.key === name) : [])),
    ...call.args.flatMap(({ value }) => (value.kind === 'call' ? value.args.filter(argument => argument.name === name) : [])),
  ].find(each => isSameSpan(each.at, at));
  if (written === undefined) return { because: `\`${name}\` is not written in this call. Give it a cache breakpoint where it is set.` };
  return { part: { name, value: written.value, at: written.at }, holder: 'argument' };
}

/** `"content": …`, `content=…`, the only argument of a class, and the second of `("system", …)`. */
function contentOf(message: ValueOf<'record'>, text: string): NamedPart | undefined {
  const entry = message.entries.find(({ key }) => key === 'content');
  if (entry === undefined) return undefined;
  const source = text.slice(message.at.start, message.at.end);
  const opening = /^[([]\s*(?:"\w+"|'\w+')\s*,\s*/.exec(source)?.[0];
  if (opening !== undefined && /[)\]]$/.test(source)) {
    const content = source.slice(opening.length, -1).trimEnd().replace(/,$/, '').trimEnd();
    const start = message.at.start + opening.length;
    return { name: '', value: entry.value, at: { uri: message.at.uri, start, end: start + content.length } };
  }
  if (!contains(message.at, entry.at) || entry.at.start === message.at.start) return undefined;
  return { name: nameOf(entry, text), value: entry.value, at: entry.at };
}

function nameOf({ keyAt, at }: Entry, text: string): string {
  return /^(content)\s*=(?!=)/i.exec(text.slice(at.start, at.end))?.[1] ?? (keyAt === undefined ? '' : 'content');
}
