import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { errorsIn } from '../rules/fixture/project';

const run = promisify(execFile);
const root = path.join(__dirname, '../../../..');
const fixtures = path.join(root, 'test/fixtures/rules/prefer-structured-output');
const hasPython = spawnSync('python3', ['-c', 'import sys; assert sys.version_info >= (3, 10)']).status === 0;

const COMPILER_OPTIONS = {
  noEmit: true,
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  target: 'es2022',
  module: 'esnext',
  moduleResolution: 'bundler',
  lib: ['es2022', 'dom'],
  types: [],
  skipLibCheck: true,
  paths: { '*': [path.join(root, 'node_modules/*')] },
};

describe('what the fix of prefer-structured-output makes', function () {
  this.timeout(180_000);
  let folder = '';
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'promptfare-structured-'));
  });
  after(() => rm(folder, { recursive: true }));

  /** What the fixtures were before, and what the fix made of them. */
  async function filesWith(ending: string): Promise<readonly string[]> {
    const names = (await readdir(fixtures)).filter(name => name.endsWith(ending));
    const made = names.filter(name => /\.fixed(-\d+)?\./.test(name));
    assert.ok(made.length >= 5, `the fixtures hold what it makes: ${made.join(', ')}`);
    return names.map(name => path.join(fixtures, name));
  }

  async function typescriptSays(files: readonly string[]): Promise<string> {
    await writeFile(path.join(folder, 'tsconfig.json'), JSON.stringify({ files, compilerOptions: COMPILER_OPTIONS }));
    return said(process.execPath, [path.join(root, 'node_modules/typescript/bin/tsc'), '-p', folder]);
  }

  it('compiles in TypeScript against the real packages, as strictly as can be', async () => {
    // One that is missing would leave its types unknown.
    const packages = [require.resolve('ai'), require.resolve('@google/genai'), require.resolve('@langchain/openai')];
    for (const entry of [...packages, require.resolve('@langchain/core/prompts')]) assert.ok(existsSync(entry), entry);
    assert.equal(await typescriptSays(await filesWith('.ts')), '');
  });

  it('is looked at by the compiler, which finds a wrong schema', async () => {
    const wrong = path.join(folder, 'wrong.ts');
    await writeFile(
      wrong,
      "import { zodResponseFormat } from 'openai/helpers/zod';\nexport const format = zodResponseFormat('no schema', 'x');\n",
    );
    assert.match(await typescriptSays([wrong]), /wrong\.ts.*TS2345/);
  });

  it(`compiles in Python (${hasPython ? 'by python3' : 'by its grammar, as there is no python3 of 3.10 or later'})`, async () => {
    const files = await filesWith('.py');
    if (hasPython) assert.equal(await said('python3', ['-m', 'py_compile', ...files], { PYTHONPYCACHEPREFIX: folder }), '');
    else for (const file of files) assert.equal(await errorsIn(`file:///${path.basename(file)}`, await readFile(file, 'utf8')), 0, file);
  });
});

describe('schemas that are written as JSON into Go and C#', () => {
  it('name every field as required, and allow no other', async () => {
    const names = (await readdir(fixtures)).filter(name => /\.fixed(-\d+)?\.(?:go|cs)$/.test(name));
    const schemas: unknown[] = [];
    for (const name of names) {
      const text = await readFile(path.join(fixtures, name), 'utf8');
      const raw = [...text.matchAll(/(?:json\.RawMessage\(`|FromString\("""\s)([\s\S]*?)(?:`\)|\s"""\))/g)].map(([, json = '']) => json);
      const verbatim = [...text.matchAll(/Deserialize<[^(]*\(@"((?:[^"]|"")*)"\)/g)].map(([, json = '']) => json.replaceAll('""', '"'));
      for (const json of [...raw, ...verbatim]) schemas.push(JSON.parse(json));
    }
    assert.ok(schemas.length >= 8, String(schemas.length));
    for (const schema of schemas) assertStrict(schema);
  });
});

function assertStrict(schema: unknown): void {
  if (typeof schema !== 'object' || schema === null) return;
  for (const value of Object.values(schema)) assertStrict(value);
  const { type, properties, required, additionalProperties } = schema as Record<string, unknown>;
  if (type !== 'object' || typeof properties !== 'object' || properties === null) return;
  assert.deepEqual(required, Object.keys(properties));
  assert.equal(additionalProperties, false);
}

/** What a program says when it fails; empty: it doesn't. */
async function said(command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<string> {
  return run(command, [...args], { env: { ...process.env, ...env }, maxBuffer: 10_000_000 }).then(
    () => '',
    (error: Error & { readonly stdout?: string; readonly stderr?: string }) =>
      `${error.stdout ?? ''}${error.stderr ?? ''}` || error.message,
  );
}
