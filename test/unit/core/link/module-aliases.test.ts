import assert from 'node:assert/strict';
import { createAliases } from '../../../../src/core/link/module-aliases';
import type { FileSummary } from '../../../../src/core/source/summary';

/** What a name means to a file among configurations, and how often one of them was asked for. */
function ask(files: Readonly<Record<string, string>>, module: string, from: string) {
  let asked = 0;
  const summaries = new Map(
    Object.entries(files).map(([path, text]): [string, FileSummary] => {
      const uri = `file:///project/${path}`;
      return [uri, { kind: 'text', uri, text } as FileSummary];
    }),
  );
  const aliases = createAliases(candidates => {
    asked += 1;
    return candidates.flatMap(uri => summaries.get(uri) ?? [])[0];
  }, new WeakMap());
  return { targets: aliases(module, `file:///project/${from}`), asked };
}

/** As many packages as that, each built after all others. */
function packages(count: number): Readonly<Record<string, string>> {
  const references = Array.from({ length: count }, (_, index) => ({ path: `../p${index}/tsconfig.build.json` }));
  const files = Array.from({ length: count }, (_, index) => [
    [`packages/p${index}/tsconfig.json`, JSON.stringify({ files: [], references: [{ path: './tsconfig.build.json' }] })],
    [
      `packages/p${index}/tsconfig.build.json`,
      JSON.stringify({ compilerOptions: { composite: true, paths: { [`own${index}/*`]: ['./src/*'] } }, references }),
    ],
  ]);
  return Object.fromEntries(files.flat());
}

describe('aliases of modules', () => {
  it('are those of the configurations in the file’s own folder, not of the projects that are built before', () => {
    const files = packages(3);
    const paths = (module: string) => ask(files, module, 'packages/p1/src/x.ts').targets.map(({ path }) => path);
    assert.deepEqual(paths('own1/a'), ['./src/a']);
    assert.deepEqual(paths('own2/a'), []);
  });

  it('are found without going through all projects, however many are built before', () => {
    const few = ask(packages(3), '@scope/name', 'packages/p1/src/x.ts').asked;
    const many = ask(packages(24), '@scope/name', 'packages/p1/src/x.ts').asked;
    assert.equal(many, few);
  });
});
