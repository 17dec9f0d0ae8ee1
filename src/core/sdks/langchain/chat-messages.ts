import { choose } from '../../link/choose';
import { plainText } from '../../link/plain-values';
import { namedArguments } from '../../request/arguments';
import { roleNamed } from '../../source/formats/message/roles';
import { madeMessage } from '../../source/made-values';
import type { Role } from '../../source/prompt-document';
import type { Span } from '../../source/span';
import type { Entry, Value } from '../../source/values';
import { type Given, historyOf } from '../placeholders';
import type { SdkObject } from '../sdk-call';
import { MESSAGE_TEMPLATES } from './messages';

export type ObjectsOf = (value: Value) => readonly SdkObject[];

export interface Filling {
  fill(template: Value): Value;
  readonly values: Given;
  readonly objectsOf: ObjectsOf;
  /** What a prompt in a prompt sends. */
  inner(prompt: SdkObject): Value | undefined;
}

/** The messages of a chat prompt in all of its notations. A bare text is the user's. */
export function eachMessage(value: Value, filling: Filling): Value {
  switch (value.kind) {
    case 'list':
      return pair(value.items, value.at, filling) ?? { ...value, items: value.items.map(item => eachMessage(item, filling)) };
    case 'choice':
      return choose(
        value.at,
        value.options.map(option => eachMessage(option, filling)),
      );
    case 'spread':
      return { ...value, value: eachMessage(value.value, filling) };
    case 'repeat':
    case 'optional':
      return { ...value, item: eachMessage(value.item, filling) };
    case 'text':
    case 'template':
      return madeMessage('user', filling.fill(value), value.at);
    case 'record':
      return { ...value, entries: value.entries.map(entry => (entry.key === 'content' ? templateEntry(entry, filling) : entry)) };
    case 'call':
      return ofClass(value, filling);
    default:
      return value;
  }
}

/** `("system", "You answer …")`, `("placeholder", "{history}")` */
function pair([role, content, ...more]: readonly Value[], at: Span, { fill, values }: Filling): Value | undefined {
  const stated = role?.kind === 'text' ? role.text.text : undefined;
  if (stated === undefined || content === undefined || more.length > 0) return undefined;
  if (stated === 'placeholder') {
    const name = (plainText(content) ?? 'messages').replace(/[{}\s]/g, '');
    return historyOf(name, at, values(name));
  }
  const known = roleNamed(stated);
  return known === undefined ? undefined : madeMessage(known, templateIn(content, fill), at);
}

function ofClass(call: Extract<Value, { kind: 'call' }>, filling: Filling): Value {
  const [inner] = filling.objectsOf(call);
  if (inner?.kind === 'prompt') {
    const sent = filling.inner(inner) ?? call;
    return sent.kind === 'list' ? { kind: 'spread', at: call.at, value: sent } : sent;
  }
  if (call.callee.kind !== 'external') return call;
  const { path } = call.callee;
  const last = path[path.length - 1];
  const named = namedArguments([
    { args: call.args, positional: [last === 'MessagesPlaceholder' ? 'variable_name' : 'template'] },
    { args: [], positional: [] },
  ]);
  if (last === 'MessagesPlaceholder') {
    const name = plainTextOf(named.get(['variable_name', 'variableName'])?.value) ?? 'messages';
    return historyOf(name, call.at, filling.values(name));
  }
  const role = roleOfTemplate(path);
  const template = named.get(['template', 'prompt'])?.value;
  if (role === undefined || template === undefined) return call;
  const [prompt] = filling.objectsOf(template);
  const sent = prompt?.kind === 'prompt' ? filling.inner(prompt) : templateIn(template, filling.fill);
  return madeMessage(role, sent ?? template, call.at);
}

/** A text, or parts such as `{"type": "text", "text": "…"}`. */
function templateIn(content: Value, fill: (template: Value) => Value): Value {
  if (content.kind === 'list') return { ...content, items: content.items.map(item => templateIn(item, fill)) };
  if (content.kind !== 'record') return fill(content);
  return { ...content, entries: content.entries.map(entry => (entry.key === 'text' ? { ...entry, value: fill(entry.value) } : entry)) };
}

function templateEntry(entry: Entry, { fill }: Filling): Entry {
  return { ...entry, value: templateIn(entry.value, fill) };
}

function roleOfTemplate(path: readonly string[]): Role | undefined {
  return MESSAGE_TEMPLATES[path.slice(-2).join('.')] ?? MESSAGE_TEMPLATES[path[path.length - 1] ?? ''];
}

function plainTextOf(value: Value | undefined): string | undefined {
  return value && plainText(value);
}
