import type { Pass } from '../pass';
import { answersShown, touches } from '../protected-text';
import { jsonBlocks, spacesInJson } from '../structured-data';

export const pass: Pass = {
  id: 'json',
  title: 'White space in JSON',
  takes: 'white space',
  find(text) {
    const shown = answersShown(text);
    return jsonBlocks(text).flatMap(block => {
      if (touches(shown, block.from, block.to)) return [];
      const spaces = spacesInJson(text.slice(block.from, block.to));
      const edits = spaces.map(({ from, to }) => ({ from: block.from + from, to: block.from + to, insert: '' }));
      return edits.length === 0 ? [] : [{ label: 'Minify JSON', edits, divisible: true as const }];
    });
  },
};
