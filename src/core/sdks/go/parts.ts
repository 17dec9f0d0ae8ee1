import type { Argument, Value } from '../../source/values';
import { textEntry } from './wire';

/** What a function makes that is handed a text: `{ "type": "text", "text": … }`. */
export function textBlock([text]: readonly Argument[], at: Value['at']): Value | undefined {
  return text && { kind: 'record', at, entries: [textEntry('type', 'text', at), { key: 'text', value: text.value, at: text.at }] };
}

/** The same, where parts have no type: `{ "text": … }`. */
export function textPart([text]: readonly Argument[], at: Value['at']): Value | undefined {
  return text && { kind: 'record', at, entries: [{ key: 'text', value: text.value, at: text.at }] };
}
