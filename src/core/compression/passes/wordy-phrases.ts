import { capital } from '../../source/capital';
import type { Pass } from '../pass';
import { touches } from '../protected-text';
import { keptFromRewording } from '../rewording';
import { WORDY_PHRASES } from '../wordy-phrases';

const PLAIN = new Map(WORDY_PHRASES);
const PHRASE = new RegExp(
  `(?<![\\p{L}\\p{N}_-])(?:${WORDY_PHRASES.map(([wordy]) => wordy.replaceAll(' ', ' +')).join('|')})(?![\\p{L}\\p{N}_-])`,
  'giu',
);

export const pass: Pass = {
  id: 'wordy-phrases',
  title: 'Wordy phrases',
  takes: 'words',
  find(text) {
    const kept = keptFromRewording(text);
    return [...text.matchAll(PHRASE)].flatMap(match => {
      const [found] = match;
      const plain = PLAIN.get(found.toLowerCase().replace(/ +/g, ' '));
      const to = match.index + found.length;
      if (plain === undefined || touches(kept, match.index, to)) return [];
      const insert = /^\p{Lu}/u.test(found) ? capital(plain) : plain;
      return [{ label: `Say "${insert}" for "${found}"`, edits: [{ from: match.index, to, insert }] }];
    });
  },
};
