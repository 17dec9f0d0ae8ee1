import type { Pass } from '../pass';
import { answersShown, touches } from '../protected-text';
import { jsonBlocks, spacesInJson } from '../structured-data';

/** Within something that isn't JSON as a whole, such as a form with `...` in it: only a part of it would be on one line. */
const NESTED = /(?:[[{,]|"\s{0,20}:)\s{0,60}$/;

export const pass: Pass = {
  id: 'json',
  title: 'White space in JSON',
  takes: 'white space',
  find(text) {
    const shown = answersShown(text);
    return jsonBlocks(text).flatMap(block => {
      if (
        touches(shown, block.from, block.to) ||
        isAskedFor(text, block.from) ||
        NESTED.test(text.slice(Math.max(0, block.from - 80), block.from))
      )
        return [];
      const spaces = spacesInJson(text.slice(block.from, block.to));
      const edits = spaces.map(({ from, to }) => ({ from: block.from + from, to: block.from + to, insert: '' }));
      return edits.length === 0 ? [] : [{ label: 'Minify JSON', edits, divisible: true as const }];
    });
  },
};

/** How the line in front of it speaks of what the model is to write: "Return the drafts in this format:", "Example output:". */
const ASKS = /\b(?:output|respond|response|answer|return|reply|format|structure|schema|produce|generate)\b/i;
const LINE_IN_FRONT = 200;

/** The model writes as it is shown. */
function isAskedFor(text: string, from: number): boolean {
  const before = text.slice(Math.max(0, from - LINE_IN_FRONT), from).trimEnd();
  const said = before.replace(/```(?:json)?$/i, '').trimEnd();
  return said.endsWith(':') && ASKS.test(said.slice(said.lastIndexOf('\n') + 1));
}
