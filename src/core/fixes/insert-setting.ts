import type { WrittenSetting } from '../sdks/sdk';
import { type Edit, isRefusal, type Refusal } from '../source/edit';
import type { Printer } from '../source/language';
import type { Call } from '../source/values';

/** Adds a setting to a call, and to the file's beginning what the setting can't be without. */
export function insertSetting(printer: Printer, text: string, call: Call, setting: WrittenSetting): readonly Edit[] | Refusal {
  const { name, value, head } = setting;
  const edits = printer.insertArgument(text, call, name, value);
  if (isRefusal(edits) || head === undefined || head.isIn(text)) return edits;
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  return [{ uri: call.at.uri, start, end: start, newText: head.line + (text.includes('\r\n') ? '\r\n' : '\n') }, ...edits];
}
