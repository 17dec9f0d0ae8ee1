import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { type ScaffoldOf, scaffold } from '../../../../src/core/scaffolds/scaffold';
import { scaffoldUri } from '../../../../src/core/scaffolds/scaffold-uri';
import { loadParser } from '../../parse-source';

const root = path.join(__dirname, '../../../..');
const hasPython = spawnSync('python3', ['-c', 'import sys; assert sys.version_info >= (3, 9)']).status === 0;
const COMPILER_OPTIONS = {
  noEmit: true,
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  allowJs: true,
  target: 'es2022',
  module: 'esnext',
  moduleResolution: 'bundler',
  lib: ['es2022', 'dom', 'dom.iterable'],
  types: [],
  skipLibCheck: true,
  paths: { '*': [path.join(root, 'node_modules/*')] },
};

const APIS = [
  ['openai', 'openai-responses'],
  ['openai', 'openai-chat'],
  ['anthropic', 'anthropic-messages'],
  ['google-genai', 'google-genai'],
] as const;

const SUMMARIES = [
  ['openai', 'openai-chat', false],
  ['openai', 'openai-chat', true],
  ['openai', 'openai-responses', false],
  ['openai', 'openai-responses', true],
  ['anthropic', 'anthropic-messages', false],
] as const;

function of(changes: Partial<ScaffoldOf>): ScaffoldOf {
  return {
    sdk: 'openai',
    api: 'openai-responses',
    model: 'gemini-3.8-flash',
    symbol: 'Reviews.summarize',
    file: 'reviews.py',
    callee: 'client.responses.create',
    call: 'client.responses.create(\n        model="gpt-5.4",\n        input=review,\n    )',
    async: false,
    item: 'review',
    over: 'load("reviews")',
    priceFactor: 0.5,
    name: 'BatchSummarize',
    source: '',
    ...changes,
  };
}

function every(language: string): readonly (readonly [name: string, text: string])[] {
  const batches = APIS.map(([sdk, api]) => [`batch ${api}`, scaffold('batch', language, of({ sdk, api }))] as const);
  const caches = [false, true].map(async => [`cache ${async}`, scaffold('cache', language, of({ async }))] as const);
  const summaries = SUMMARIES.map(
    ([sdk, api, async]) => [`summary ${api} ${async}`, scaffold('summary', language, of({ sdk, api, async }))] as const,
  );
  return [...batches, ...caches, ...summaries].map(([name, text]) => {
    assert.ok(text !== undefined, name);
    return [name.replaceAll(' ', '_').replaceAll('-', '_'), text];
  });
}

describe('what is scaffolded', function () {
  this.timeout(180_000);
  let folder = '';
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'promptfare-scaffolds-'));
  });
  after(() => rm(folder, { recursive: true }));

  it('is TypeScript that compiles against the packages, strictly, and JavaScript that does without its types', async () => {
    const files: string[] = [];
    for (const [language, ending] of [
      ['typescript', 'ts'],
      ['javascriptreact', 'js'],
    ] as const)
      for (const [name, text] of every(language)) {
        assert.ok(!/[‹›]/.test(text), text);
        const file = path.join(folder, `${name}_${ending}.${ending}`);
        files.push(file);
        await writeFile(file, text);
      }
    assert.ok(every('javascript').every(([, text]) => !/: string|as Promise/.test(text)));
    await writeFile(path.join(folder, 'tsconfig.json'), JSON.stringify({ files, compilerOptions: COMPILER_OPTIONS }));
    assert.equal(await said(process.execPath, [path.join(root, 'node_modules/typescript/bin/tsc'), '-p', folder]), '');
  });

  it('fails to compile when the package has no such call, so that the check above can fail', async () => {
    const file = path.join(folder, 'wrong.ts');
    const text = scaffold('batch', 'typescript', of({})) ?? assert.fail();
    await writeFile(file, text.replace('client.batches.create', 'client.batches.submit'));
    await writeFile(path.join(folder, 'tsconfig.json'), JSON.stringify({ files: [file], compilerOptions: COMPILER_OPTIONS }));
    assert.match(await said(process.execPath, [path.join(root, 'node_modules/typescript/bin/tsc'), '-p', folder]), /submit/);
  });

  it('is Python that compiles', async function () {
    if (!hasPython) this.skip();
    for (const [name, text] of every('python')) {
      const file = path.join(folder, `${name}.py`);
      await writeFile(file, text);
      assert.equal(await said('python3', ['-m', 'py_compile', file]), '');
    }
  });

  it('keeps answers in Python, and asks again for what failed', async function () {
    if (!hasPython) this.skip();
    await writeFile(path.join(folder, 'cached_ask.py'), scaffold('cache', 'python', of({})) ?? assert.fail());
    const use = `from cached_ask import cached
asked = []
def create(**request):
    asked.append(request)
    if request["input"] == "bad" and len(asked) < 5:
        raise ValueError
    return request["input"].upper()
assert cached(create, input="a") == "A" and cached(create, input="a") == "A" and len(asked) == 1
assert cached(create, input="b") == "B" and len(asked) == 2
for _ in range(3):
    try:
        print(cached(create, input="bad"))
    except ValueError:
        pass
assert len(asked) == 5
`;
    await writeFile(path.join(folder, 'use.py'), use);
    assert.equal(await said('python3', [path.join(folder, 'use.py')]), 'BAD\n');
  });

  it('sums up all but the instructions and the last turns in Python, and cuts only before a question', async function () {
    if (!hasPython) this.skip();
    const written = scaffold('summary', 'python', of({ api: 'openai-chat' })) ?? assert.fail();
    await writeFile(path.join(folder, 'summary_ask.py'), written.replace('from openai import OpenAI', 'OpenAI = object'));
    const use = `from types import SimpleNamespace as S
from summary_ask import shortened
sent = []
def create(**request):
    sent.append(request["messages"][1]["content"])
    return S(choices=[S(message=S(content="They talked."))])
client = S(chat=S(completions=S(create=create)))
turns = [{"role": "system", "content": "Be kind."}]
for number in range(9):
    turns += [{"role": "user", "content": f"q{number}"}, {"role": "assistant", "content": f"a{number}"}]
assert shortened(client, turns) is turns and not sent
turns += [{"role": "user", "content": "q9"}, {"role": "assistant", "content": None}, {"role": "tool", "content": "x"}, {"role": "tool", "content": "y"}]
print([message["content"] for message in shortened(client, turns)], "q6" in sent[0], "q7" in sent[0])
`;
    await writeFile(path.join(folder, 'use_summary.py'), use);
    const kept = "['Be kind.', 'What was said before, in short: They talked.', 'q7', 'a7', 'q8', 'a8', 'q9', None, 'x', 'y'] True False\n";
    assert.equal(await said('python3', [path.join(folder, 'use_summary.py')]), kept);
  });

  it('is Go as its own formatter writes it', function () {
    if (spawnSync('gofmt', { input: 'package a\n' }).status !== 0) this.skip();
    for (const [sdk, api] of [
      ['openai-go', 'openai-chat'],
      ['openai-go', 'openai-responses'],
      ['anthropic-go', 'anthropic-messages'],
    ] as const) {
      const input = scaffold('summary', 'go', of({ sdk, api, source: 'package chat\n' })) ?? assert.fail();
      assert.equal(spawnSync('gofmt', ['-d'], { input, encoding: 'utf8' }).stdout, '');
    }
  });

  it('is C# that a parser reads without an error', async () => {
    const parse = await loadParser('c-sharp');
    for (const [kind, sdk, api] of [
      ['cache', 'openai-dotnet', 'openai-chat'],
      ['batch', 'openai-dotnet', 'openai-chat'],
      ['batch', 'anthropic-dotnet', 'anthropic-messages'],
      ['summary', 'openai-dotnet', 'openai-chat'],
      ['summary', 'openai-dotnet', 'openai-responses'],
      ['summary', 'anthropic-dotnet', 'anthropic-messages'],
    ] as const) {
      const text = scaffold(kind, 'csharp', of({ sdk, api, source: 'namespace Acme.Chat;\n' })) ?? assert.fail(`${kind} ${api}`);
      assert.equal(parse(text).hasError, false, text);
      assert.match(text, /^namespace Acme\.Chat;$/m);
    }
  });

  it('is C# that suppresses what OpenAI’s package marks as experimental, which the compiler would not take', () => {
    for (const [kind, api] of [
      ['batch', 'openai-chat'],
      ['batch', 'openai-responses'],
      ['summary', 'openai-chat'],
      ['summary', 'openai-responses'],
    ] as const)
      assert.match(scaffold(kind, 'csharp', of({ sdk: 'openai-dotnet', api })) ?? '', /^#pragma warning disable OPENAI001 /m);
  });

  it('is C# without quotes inside of the holes of a quoted text, which versions before 11 refuse', () => {
    for (const [sdk, api] of [
      ['openai-dotnet', 'openai-chat'],
      ['anthropic-dotnet', 'anthropic-messages'],
    ] as const)
      assert.doesNotMatch(scaffold('batch', 'csharp', of({ sdk, api })) ?? '"', /\$"[^"\n]*\{[^}"\n]*"[^"\n]*"\)?\}/);
  });

  it('says whose call it replaces, as it is written today', () => {
    const text = scaffold('batch', 'python', of({})) ?? assert.fail();
    assert.match(text, /`Reviews\.summarize` \(reviews\.py\) as one batch, for half of the price/);
    assert.match(text, /# Today:\n# {5}client\.responses\.create\(\n# {9}model="gpt-5\.4",/);
    assert.match(text, /for number, review in enumerate\(load\("reviews"\)\)/);
  });

  it('stays a comment or a docstring, whatever the call holds', async function () {
    if (!hasPython) this.skip();
    const odd = { callee: 'table["""x"""].create', call: 'f("""\n*/ """)', over: 'a["""b\\n"""]', item: '(i, "\\N")' };
    const file = path.join(folder, 'odd.py');
    for (const kind of ['batch', 'cache'] as const) {
      await writeFile(file, scaffold(kind, 'python', of(odd)) ?? assert.fail());
      assert.equal(await said('python3', ['-W', 'error', '-m', 'py_compile', file]), '');
    }
  });

  it('is nothing where the form is not known', () => {
    assert.equal(scaffold('batch', 'python', of({ sdk: 'langchain', api: 'langchain' })), undefined);
    assert.equal(scaffold('cache', 'cobol', of({})), undefined);
  });
});

describe('where it is scaffolded', () => {
  it('is beside the call’s file, named by the function', () => {
    const uri = (file: string, symbol: string) => scaffoldUri('batch', `file:///a%20b/${file}`, symbol);
    assert.equal(uri('reviews.py', 'Reviews.summarize'), 'file:///a%20b/batch_summarize.py');
    assert.equal(uri('reviews.py', ''), 'file:///a%20b/batch_reviews.py');
    assert.equal(uri('page.tsx', 'load.lambda'), 'file:///a%20b/batch_load.ts');
    assert.equal(uri('book.ipynb', 'load'), undefined);
    assert.equal(scaffoldUri('batch', 'untitled:Untitled-1', ''), undefined);
  });
});

async function said(command: string, args: readonly string[]): Promise<string> {
  return promisify(execFile)(command, args).then(
    ({ stdout, stderr }) => stdout + stderr,
    (error: { readonly stdout: string; readonly stderr: string }) => error.stdout + error.stderr,
  );
}
