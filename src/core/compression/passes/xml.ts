import type { Pass } from '../pass';
import { spacesInXml } from '../xml-blocks';

export const pass: Pass = {
  id: 'xml',
  title: 'White space between XML elements',
  takes: 'white space',
  find(text) {
    return spacesInXml(text).map(({ spaces }) => ({
      label: 'Minify XML',
      edits: spaces.map(({ from, to }) => ({ from, to, insert: '' })),
      divisible: true as const,
    }));
  },
};
