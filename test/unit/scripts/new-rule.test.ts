import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runCommand } from '../../../scripts/run-command';

const repository = path.resolve(__dirname, '../../..');
/** As much of the repository as a rule, its checks and its fixtures need. */
const COPIED = [
  'package.json',
  'README.md',
  'biome.json',
  'tsconfig.base.json',
  '.gitignore',
  'src',
  // The token tables, which the build writes.
  'dist/ranks',
  'docs',
  'test/unit/core/rules',
  'test/unit/folders.ts',
  'test/fixtures/rules',
];

describe('npm run new-rule', function () {
  this.timeout(120_000);
  let root: string;
  before(async () => {
    root = await mkdtemp(path.join(tmpdir(), 'promptfare-new-rule-'));
    for (const name of COPIED) await cp(path.join(repository, name), path.join(root, name), { recursive: true });
    await symlink(path.join(repository, 'node_modules'), path.join(root, 'node_modules'), 'junction');
  });
  after(() => rm(root, { recursive: true }));

  const node = (...args: string[]) => runCommand(process.execPath, args, { cwd: root, output: 'capture' });
  const newRule = (...ids: string[]) => {
    const script = path.join(repository, 'scripts/new-rule.ts');
    const args = ['--import', 'tsx', script, '--root', root, ...ids];
    return runCommand(process.execPath, args, { cwd: repository, output: 'capture' });
  };
  const read = (file: string) => readFile(path.join(root, file), 'utf8');

  it('asks for an id that says what is wanted', async () => {
    const wrong = [[], ['large-prompts'], ['no-Caps'], ['no-a/../b'], ['no-a', 'no-b']];
    for (const { exitCode, output } of await Promise.all(wrong.map(ids => newRule(...ids)))) {
      assert.equal(exitCode, 1);
      assert.match(output, /^Give one id/);
    }
  });

  it('writes a rule that is listed, linted, compiled and held by its fixtures', async () => {
    const { exitCode, output } = await newRule('no-sample-2');
    assert.equal(exitCode, 0, output);
    assert.match(await read('src/core/rules/registry.ts'), /import \{ rule as noSample2 \} from '\.\/no-sample-2';/);
    assert.match(await read('README.md'), /\[`no-sample-2`\]\(docs\/rules\/no-sample-2\.md\)/);
    assert.match(await read('docs/rules/no-sample-2.md'), /^# no-sample-2\n/);

    const bin = (name: string) => path.join(root, 'node_modules', name);
    const lint = await node(
      bin('@biomejs/biome/bin/biome'),
      'check',
      '--vcs-enabled=false',
      '--error-on-warnings',
      'src/core/rules/no-sample-2.ts',
    );
    assert.equal(lint.exitCode, 0, lint.output);
    const types = await node(bin('typescript/bin/tsc'), '-b', 'src/core');
    assert.equal(types.exitCode, 0, types.output);
    const fixtures = await node(
      '--import',
      'tsx',
      bin('mocha/bin/mocha.js'),
      'test/unit/core/rules/fixtures.test.ts',
      '--timeout',
      '60000',
      '-g',
      'no-sample-2',
    );
    assert.equal(fixtures.exitCode, 0, fixtures.output);
    assert.match(fixtures.output, /fires\.py: finds what the comments say/);
    assert.match(fixtures.output, /stays-silent\.prompty: finds what the comments say/);
  });

  it('never overwrites', async () => {
    const file = 'docs/rules/no-dynamic-prefix.md';
    const before = await read(file);
    const { exitCode, output } = await newRule('no-dynamic-prefix');
    assert.equal(exitCode, 1);
    assert.match(output, /would overwrite docs\/rules\/no-dynamic-prefix\.md, src\/core\/rules\/no-dynamic-prefix\.ts\./);
    assert.equal(await read(file), before);
  });
});
