import { plainText } from '../../link/plain-values';
import { mapItems } from '../../link/value-parts';
import { namedArguments } from '../../request/arguments';
import { roleNamed } from '../../source/formats/message/roles';
import { madeMessage } from '../../source/made-values';
import type { Argument, Value } from '../../source/values';
import { filled, type Given } from '../placeholders';
import type { SdkObject } from '../sdk-call';

type ObjectsOf = (value: Value) => readonly SdkObject[];

/** Messages and prompts as what is sent: `ChatMessage(role=MessageRole.USER, …)` as an object literal, templates filled in. */
export function conversation(value: Value, args: readonly Argument[], objectsOf: ObjectsOf): Value {
  const passed: Given = name => args.find(argument => argument.name === name)?.value;
  return read(value, passed, objectsOf);
}

function read(value: Value, passed: Given, objectsOf: ObjectsOf): Value {
  const inner = (each: Value) => read(each, passed, objectsOf);
  switch (value.kind) {
    case 'call':
      return message(value, inner) ?? prompt(value, passed, objectsOf) ?? value;
    default:
      return mapItems(value, inner);
  }
}

function message(call: Extract<Value, { kind: 'call' }>, inner: (value: Value) => Value): Value | undefined {
  if (call.callee.kind !== 'external') return undefined;
  const { path } = call.callee;
  if (!path.includes('ChatMessage')) return undefined;
  const named = namedArguments([
    { args: call.args, positional: ['content', 'role'] },
    { args: [], positional: [] },
  ]);
  const content = named.get(['content', 'blocks'])?.value;
  const role = named.get(['role'])?.value;
  if (content === undefined) return undefined;
  return madeMessage(roleOf(role), inner(content), call.at);
}

/** `"user"`, `MessageRole.USER` */
function roleOf(role: Value | undefined): string {
  const name = role?.kind === 'external' ? role.path[role.path.length - 1] : role && plainText(role);
  return (name === undefined ? undefined : roleNamed(name)) ?? 'user';
}

/** `PromptTemplate("… {topic} …")`, also formatted on the spot. */
function prompt(call: Value, passed: Given, objectsOf: ObjectsOf): Value | undefined {
  const [object] = objectsOf(call);
  if (object?.kind !== 'prompt') return undefined;
  const named = namedArguments([...object.layers, { args: [], positional: [] }]);
  const given: Given = name => namedArguments([...object.layers.slice(1), { args: [], positional: [] }]).get([name])?.value ?? passed(name);
  const template = named.get(['template'])?.value;
  if (template !== undefined) return filled(template, 'f-string', given);
  const templates = named.get(['message_templates'])?.value;
  if (templates === undefined) return undefined;
  return eachContent(read(templates, given, objectsOf), given);
}

function eachContent(value: Value, given: Given): Value {
  if (value.kind === 'list') return { ...value, items: value.items.map(item => eachContent(item, given)) };
  if (value.kind === 'text' || value.kind === 'template') return filled(value, 'f-string', given);
  if (value.kind !== 'record') return value;
  return {
    ...value,
    entries: value.entries.map(entry => (entry.key === 'content' ? { ...entry, value: eachContent(entry.value, given) } : entry)),
  };
}
