import type { Segment } from '../request/request';
import { applyTextEdits, type TextEdit } from './pass';
import { OPAQUE, type PromptText } from './prompt-text';

/** A request's texts as a person reads them, with values in braces; parts under their roles where there are several. */
export function shownText(texts: ReadonlyMap<Segment, PromptText>, edits: ReadonlyMap<Segment, readonly TextEdit[]>): string {
  const parts = [...texts].map(([segment, prompt]) => {
    const changed = applyTextEdits(prompt.text, edits.get(segment) ?? []);
    return { role: segment.role, text: withValues(changed, prompt.values) };
  });
  if (parts.length === 1) return parts[0]?.text ?? '';
  return parts.map(({ role, text }) => `── ${role} ──\n${text}`).join('\n\n');
}

/** Values come in the same order before and after. */
function withValues(text: string, values: readonly string[]): string {
  let next = 0;
  return text.replaceAll(OPAQUE, () => `{${values[next++] ?? 'value'}}`);
}
