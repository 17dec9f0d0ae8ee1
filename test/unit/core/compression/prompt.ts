import { applyTextEdits, type Pass } from '../../../../src/core/compression/pass';
import { OPAQUE, type PromptText } from '../../../../src/core/compression/prompt-text';
import { runPasses } from '../../../../src/core/compression/run-passes';
import { verbatim } from '../../../../src/core/source/text-map';

/** A text that stands in a file as it is; each `⟦name⟧` is a value. */
export function promptOf(written: string): PromptText {
  const values: string[] = [];
  const text = written.replaceAll(OPAQUE, '\uFFFD').replace(/⟦([^⟧]*)⟧/g, (_, name: string) => {
    values.push(name);
    return OPAQUE;
  });
  const uri = 'file:///prompt.md';
  const literal = { kind: 'text', at: { uri, start: 0, end: text.length }, text: verbatim(uri, 0, text) } as const;
  const sourceAt = (at: number) =>
    at < 0 || at >= text.length || text[at] === OPAQUE ? undefined : { uri, start: at, end: at + 1, literal };
  return { text, values, layout: '', sourceAt };
}

/** The text after these passes, values as they were written. */
export function compressed(written: string, ...passes: readonly Pass[]): string {
  const prompt = promptOf(written);
  const edits = runPasses(prompt, passes).flatMap(change => change.edits);
  let next = 0;
  return applyTextEdits(prompt.text, edits).replaceAll(OPAQUE, () => `⟦${prompt.values[next++]}⟧`);
}
