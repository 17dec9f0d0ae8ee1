import { mapItems } from '../../link/value-parts';
import type { Argument, Entry, Value } from '../../source/values';
import type { ObjectsOf } from './chat-messages';
import { sentByPrompt } from './prompt-text';

/** Messages in which prompts are filled in on the spot, as what these send: `llm.invoke(prompt.format_messages(…))`. */
export function sent(value: Value, objectsOf: ObjectsOf): Value {
  const inner = (each: Value) => sent(each, objectsOf);
  switch (value.kind) {
    case 'operation':
      return { ...value, left: inner(value.left), right: inner(value.right) };
    case 'template':
      return { ...value, parts: value.parts.map(inner) };
    case 'record':
      return { ...value, entries: value.entries.map((entry): Entry => ({ ...entry, value: inner(entry.value) })) };
    case 'call': {
      const [prompt] = objectsOf(value);
      if (prompt?.kind === 'prompt') return sentByPrompt(prompt, () => undefined, objectsOf) ?? value;
      return { ...value, args: value.args.map((argument): Argument => ({ ...argument, value: inner(argument.value) })) };
    }
    default:
      return mapItems(value, inner);
  }
}
