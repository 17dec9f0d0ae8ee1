import assert from 'node:assert/strict';
import { importCandidates } from '../../../../../../src/core/source/languages/typescript/import-candidates';

describe('files that an import may mean', () => {
  const from = 'file:///project/src/app.ts';
  const candidates = (module: string): readonly string[] =>
    importCandidates(module, from).map(each => each.replace('file:///project/', ''));

  it('are none for packages, addresses and aliases', () => {
    for (const module of ['openai', '@scope/a', 'node:fs', '#internal', '@/lib/x', '/abs', '', '.hidden/x'])
      assert.deepEqual(candidates(module), []);
  });

  it('are sources of every kind, then a folder of that name', () => {
    assert.deepEqual(candidates('./x').slice(0, 6), ['src/x.ts', 'src/x.tsx', 'src/x.js', 'src/x.jsx', 'src/x.mjs', 'src/x.mts']);
    assert.ok(candidates('./x').includes('src/x/index.ts'));
    assert.equal(candidates('../lib/x')[0], 'lib/x.ts');
    assert.equal(candidates('./prompts.v2')[0], 'src/prompts.v2.ts');
  });

  it('are the TypeScript source first where the compiled name is given', () => {
    assert.deepEqual(candidates('./x.js').slice(0, 4), ['src/x.ts', 'src/x.tsx', 'src/x.js', 'src/x.jsx']);
    assert.deepEqual(candidates('./x.mjs').slice(0, 2), ['src/x.mts', 'src/x.mjs']);
    assert.deepEqual(candidates('./x.jsx').slice(0, 2), ['src/x.tsx', 'src/x.jsx']);
    assert.equal(candidates('./x.ts')[0], 'src/x.ts');
    assert.equal(candidates('./data.json')[0], 'src/data.json');
  });

  it('are index files of a folder', () => {
    assert.equal(candidates('.')[0], 'src/index.ts');
    assert.equal(candidates('..')[0], 'index.ts');
    assert.equal(candidates('./x/')[0], 'src/x/index.ts');
  });

  it('are written as the editor writes addresses', () => {
    assert.equal(candidates('./(group)/[id] é')[0], 'src/%28group%29/%5Bid%5D%20%C3%A9.ts');
    assert.equal(importCandidates('./\ud800', from)[0], 'file:///project/src/%EF%BF%BD.ts');
    assert.equal(importCandidates('./x', 'untitled:Untitled-1').length, 0);
    assert.equal(importCandidates('./x', 'vscode-vfs://github/a/b/c.ts')[0], 'vscode-vfs://github/a/b/x.ts');
  });

  it('never leave the root', () => assert.deepEqual(importCandidates('../../../../x', from), []));
});
