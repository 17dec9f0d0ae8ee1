import assert from 'node:assert/strict';
import { readable } from '../../../../../../src/core/source/languages/typescript/readable';
import { loadParser } from '../../../../parse-source';

describe('what the grammar of TypeScript does not know yet', () => {
  it('is read as something that it knows, at the same places', async () => {
    for (const source of [
      'type Paper = { title: string; abstract: string; authors: string[] };',
      'interface Paper { abstract?: string }',
      'const papers = new Map<string, { abstract: string }>();',
      "export type * from './types';",
      "export type * as types from './types';",
      "const tools = { ...(await load<typeof import('./tools')>()), ask };",
    ])
      for (const grammar of ['typescript', 'tsx']) {
        const read = readable(source);
        assert.equal(read.length, source.length);
        assert.equal((await loadParser(grammar))(source).hasError, false, source);
      }
  });

  it('leaves all else as it is', () => {
    const source = 'export abstract class Asker { abstract ask(text: string): Promise<string>; }\nexport type { Paper } from "./types";\n';
    assert.equal(readable(source), source);
  });
});
