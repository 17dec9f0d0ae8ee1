import { withConstants } from '../sdks/constants';
import { exportPath } from '../sdks/exports';
import type { MessageClass, Sdk } from '../sdks/sdk';
import { roleNamed } from '../source/formats/message/roles';
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
        entries: value.entries.map(entry => (isContent(entry) ? { ...entry, value: asMessages(entry.value, sdk) } : entry)),
      };
    case 'call':
      return fromClass(value, sdk) ?? inner(value, sdk) ?? value;
    default:
      return value;
  }
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
  if (call.callee.kind !== 'external' || sdk.messages === undefined) return undefined;
  const path = exportPath(call.callee, sdk) ?? [];
  const found = classIn(sdk.messages, path);
  if (found === undefined) return undefined;
  const entries = call.args.flatMap((argument, index) => entryFor(argument, index, found));
  const content = entries.map(entry => ({
    ...entry,
    value: isContent(entry) ? asMessages(entry.value, sdk) : withConstants(entry.value, sdk),
  }));
  if (found.role === undefined) return record(call, content);
  const role: Value = { kind: 'text', at: call.at, text: { uri: call.at.uri, text: found.role, runs: [] } };
  return record(call, [{ key: 'role', value: role, at: call.at }, ...content]);
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
