import { withConstants } from '../sdks/constants';
import { exportPath } from '../sdks/exports';
import type { MessageClass, Sdk } from '../sdks/sdk';
import { roleNamed } from '../source/formats/message/roles';
import { madeText } from '../source/made-values';
import type { Role } from '../source/prompt-document';
import type { Argument, Entry, Value, ValueOf } from '../source/values';
import { unwrappedOnce } from './unwrapped';

/** Messages that an SDK's own classes or notations make, as the object literals they stand for; everything else as it is. */
export function asMessages(value: Value, sdk: Sdk): Value {
  switch (value.kind) {
    case 'list':
      return pair(value, sdk) ?? { ...value, items: value.items.map(item => asMessages(item, sdk)) };
    case 'choice':
      return { ...value, options: value.options.map(option => asMessages(option, sdk)) };
    case 'repeat':
    case 'optional':
      return { ...value, item: asMessages(value.item, sdk) };
    case 'spread':
      return { ...value, value: asMessages(value.value, sdk) };
    case 'operation':
      return { ...value, left: asMessages(value.left, sdk), right: asMessages(value.right, sdk) };
    case 'record':
      return {
        ...value,
        entries: named(value.entries, sdk).map(entry => ({
          ...entry,
          value: isContent(entry) ? asMessages(entry.value, sdk) : withConstants(entry.value, sdk),
        })),
      };
    case 'call':
      return appended(value, sdk) ?? fromClass(value, sdk) ?? inner(value, sdk) ?? value;
    default:
      return value;
  }
}

/** Entries by the API's own names; a role is often one of an enumeration's. */
function named(entries: readonly Entry[], { keys }: Sdk): readonly Entry[] {
  if (keys === undefined) return entries;
  return entries.map(entry => {
    const key = entry.key === undefined || !Object.hasOwn(keys, entry.key) ? entry.key : keys[entry.key];
    const last = key === 'role' && entry.value.kind === 'external' ? entry.value.path[entry.value.path.length - 1] : undefined;
    const role = last === undefined ? undefined : roleNamed(last.toLowerCase());
    const { at } = entry.value;
    const value: Value = role === undefined ? entry.value : madeText(role, at);
    return { ...entry, ...(key === undefined ? {} : { key }), value };
  });
}

/** `history.AddUserMessage(text)`: the messages so far, and one more. */
function appended(call: ValueOf<'call'>, sdk: Sdk): Value | undefined {
  const { callee, args } = call;
  const role = callee.kind === 'member' && Object.hasOwn(sdk.appends ?? {}, callee.key) ? sdk.appends?.[callee.key] : undefined;
  const [content, second] = args;
  if (callee.kind === 'member' && role === 'stated' && content !== undefined && second !== undefined) {
    const last = content.value.kind === 'external' ? (content.value.path[content.value.path.length - 1] ?? '') : '';
    return withMessage(callee.object, roleNamed(last.toLowerCase()) ?? 'user', second, call, sdk);
  }
  return callee.kind !== 'member' || role === undefined || role === 'stated' || content === undefined
    ? undefined
    : withMessage(callee.object, role, content, call, sdk);
}

function withMessage(object: Value, role: Role, content: Argument, call: ValueOf<'call'>, sdk: Sdk): Value {
  const { at } = call;
  const before = asMessages(object, sdk);
  const base = content.value.kind === 'repeat' || content.value.kind === 'optional' ? content.value : undefined;
  const text = base?.item ?? content.value;
  const message = record(call, [
    { key: 'role', value: madeText(role, at), at },
    { key: 'content', value: asMessages(text, sdk), at: content.at },
  ]);
  const item: Value = base === undefined ? message : { ...base, item: message };
  const earlier =
    before.kind === 'list'
      ? before.items
      : before.kind === 'record'
        ? [before]
        : [{ kind: 'spread' as const, at: before.at, value: before }];
  return { kind: 'list', at, items: [...earlier, item] };
}

function isContent({ key }: Entry): boolean {
  return key === 'content' || key === 'parts' || key === 'cache_control';
}

/** `("system", "You are …")` */
function pair(list: ValueOf<'list'>, sdk: Sdk): Value | undefined {
  const [role, content] = list.items;
  if (sdk.messageTuples === undefined || list.items.length !== 2 || role?.kind !== 'text' || content === undefined) return undefined;
  if (role.text.text === 'placeholder') return { kind: 'spread', at: list.at, value: content };
  if (roleNamed(role.text.text) === undefined) return undefined;
  return record(list, [
    { key: 'role', value: role, at: role.at },
    { key: 'content', value: content, at: content.at },
  ]);
}

function fromClass(call: ValueOf<'call'>, sdk: Sdk): Value | undefined {
  if (sdk.messages === undefined) return undefined;
  const untyped = call.callee.kind === 'hole' && sdk.messageType !== undefined ? [sdk.messageType] : undefined;
  const path = untyped ?? (call.callee.kind === 'external' ? exportPath(call.callee, sdk) : undefined) ?? [];
  const found = classIn(sdk.messages, path);
  if (found === undefined) return undefined;
  const entries = named(
    call.args.flatMap((argument, index) => entryFor(argument, index, found)),
    sdk,
  );
  const content = entries.map(entry => ({
    ...entry,
    value: isContent(entry) ? asMessages(entry.value, sdk) : withConstants(entry.value, sdk),
  }));
  if (found.list && content.length === 0) return { kind: 'list', at: call.at, items: [] };
  if (found.role === undefined) return record(call, content);
  const role: Value = madeText(found.role, call.at);
  const message = record(call, [{ key: 'role', value: role, at: call.at }, ...content]);
  return found.list ? { kind: 'list', at: call.at, items: [message] } : message;
}

/** `convertToModelMessages(messages)` */
function inner(call: ValueOf<'call'>, sdk: Sdk): Value | undefined {
  const wrapped = unwrappedOnce(call, sdk);
  return wrapped && asMessages(wrapped, sdk);
}

function classIn(classes: Readonly<Record<string, MessageClass>>, path: readonly string[]): MessageClass | undefined {
  for (let from = 0; from < path.length; from++) {
    const name = path.slice(from).join('.');
    if (Object.hasOwn(classes, name)) return classes[name];
  }
  return undefined;
}

function entryFor({ name, value, at }: Argument, index: number, { positional, names }: MessageClass): readonly Entry[] {
  if (name !== undefined)
    return [{ key: (names !== undefined && Object.hasOwn(names, name) ? names[name] : undefined) ?? name, value, at }];
  if (value.kind === 'record') return value.entries;
  const key = positional?.[index];
  return key === undefined ? [] : [{ key, value, at }];
}

function record(from: Value, entries: readonly Entry[]): Value {
  return { kind: 'record', at: from.at, entries };
}
