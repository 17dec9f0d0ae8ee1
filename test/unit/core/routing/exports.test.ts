import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'yaml';
import { type RoutingExport, routingExports } from '../../../../src/core/routing/export/exports';
import { type Route, routesOf } from '../../../../src/core/routing/export/routing-map';
import { grammarFor, languageOfUri } from '../../../../src/core/source/languages/index';
import { loadParser } from '../../parse-source';
import { analyseIn } from '../rules/fixture/project';

const root = path.join(__dirname, '../../../..');
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

function route(changes: Partial<Route>): Route {
  const base = {
    call: 'src/a.py#triage/openai-chat#0',
    task: 'classification',
    provider: 'openai',
    today: 'gpt-6.1-sol',
    model: 'gpt-6-luna',
  } as const;
  return { ...base, language: 'python', sdk: 'openai', ...changes };
}

/** A call of each package for which a router can be written. */
const ROUTES: readonly Route[] = [
  route({}),
  route({
    call: 'src/b.py#say "hi"/anthropic-messages#0',
    provider: 'anthropic',
    today: 'claude-opus-5',
    model: 'claude-haiku-5-5',
    sdk: 'anthropic',
  }),
  route({ call: 'src/c.py#x/litellm#0', task: 'question over context', sdk: 'litellm', model: 'gpt-6.1-terra' }),
  route({ call: 'web/a.ts#sum/openai-chat#0', language: 'typescript', task: 'summarising' }),
  route({
    call: 'web/b.ts#x/anthropic-messages#0',
    language: 'typescript',
    provider: 'anthropic',
    today: 'claude-opus-5',
    model: 'claude-haiku-5-5',
    sdk: 'anthropic',
  }),
  route({
    call: 'web/c.ts#x/vercel-ai#0',
    language: 'typescript',
    provider: 'google',
    today: 'gemini-3.8-flash',
    model: 'gemini-3.5-flash-lite',
    sdk: 'vercel-ai',
  }),
];

describe('what is exported of a routing map', function () {
  this.timeout(180_000);
  let folder = '';
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'promptfare-routes-'));
  });
  after(() => rm(folder, { recursive: true }));

  async function written(ending: string): Promise<readonly string[]> {
    const files = routingExports(ROUTES).filter(({ fileName }) => fileName.endsWith(ending));
    for (const { fileName, text } of files) await writeFile(path.join(folder, fileName), text);
    return files.map(({ fileName }) => path.join(folder, fileName));
  }

  async function typescriptSays(files: readonly string[]): Promise<string> {
    await writeFile(path.join(folder, 'tsconfig.json'), JSON.stringify({ files, compilerOptions: COMPILER_OPTIONS }));
    return said(process.execPath, [path.join(root, 'node_modules/typescript/bin/tsc'), '-p', folder]);
  }

  it('says how many calls a map is of', () => {
    const detailOf = (routes: readonly Route[]) => routingExports(routes)[0]?.detail;
    assert.equal(detailOf(ROUTES.slice(0, 1)), 'A model for the one call');
    assert.equal(detailOf(ROUTES.slice(0, 2)), 'A model for each of 2 calls');
  });

  it('is a map in each language, a LiteLLM configuration, and two routers for each package in use', () => {
    assert.deepEqual(
      routingExports(ROUTES).map(({ fileName }) => fileName),
      [
        ...['routes.ts', 'routes.py', 'litellm.yaml'],
        ...[
          'cascade_openai.py',
          'classifier_openai.py',
          'cascade_anthropic.py',
          'classifier_anthropic.py',
          'cascade_litellm.py',
          'classifier_litellm.py',
        ],
        ...[
          'cascade_openai.ts',
          'classifier_openai.ts',
          'cascade_anthropic.ts',
          'classifier_anthropic.ts',
          'cascade_vercel_ai.ts',
          'classifier_vercel_ai.ts',
        ],
      ],
    );
    assert.deepEqual(routingExports([]), []);
  });

  it('compiles in TypeScript against the real packages, as strictly as can be', async () => {
    const files = await written('.ts');
    assert.equal(files.length, 7);
    assert.equal(await typescriptSays(files), '');
  });

  it('knows its calls: another one is an error to the compiler', async () => {
    await written('.ts');
    const wrong = path.join(folder, 'wrong.ts');
    await writeFile(wrong, "import { modelFor } from './routes';\nexport const model = modelFor('no such call');\n");
    assert.match(await typescriptSays([wrong]), /wrong\.ts.*TS2345/);
  });

  it('compiles in Python, and answers by call', async function () {
    if (!hasPython) this.skip();
    const files = await written('.py');
    assert.equal(files.length, 7);
    assert.equal(await said('python3', ['-m', 'py_compile', ...files]), '');
    const program = `import routes; print(routes.model_for('src/b.py#say "hi"/anthropic-messages#0'))`;
    const { stdout } = await promisify(execFile)('python3', ['-c', program], { cwd: folder });
    assert.equal(stdout.trim(), 'claude-haiku-5-5');
  });

  /** Maps in the languages whose compilers don't come as packages, written into the folder. */
  const maps = () =>
    writtenOf(
      [
        route({ call: 'cmd/main.go#say "hi"/openai-chat#0', language: 'go', sdk: 'openai-go' }),
        route({ call: 'src/Ask.java#Ask.sort/openai-chat#0', language: 'java', sdk: 'openai-java' }),
        route({ call: 'Ask.cs#Ask.Sort/openai-chat#0', language: 'csharp', sdk: 'openai-dotnet' }),
      ],
      /^Routing map, (?:Go|Java|C#)$/,
    );
  const PACKAGES = {
    go: ['openai-go', 'go-openai', 'anthropic-go', 'google-genai-go'],
    java: ['openai-java', 'anthropic-java', 'langchain4j', 'spring-ai'],
    csharp: ['openai-dotnet', 'anthropic-dotnet', 'extensions-ai'],
  } as const;
  /** Routers in all their packages, likewise. */
  const routers = () =>
    writtenOf(
      Object.entries(PACKAGES).flatMap(([language, sdks]) =>
        sdks.map(sdk => route({ call: `${sdk}#x`, language: language as keyof typeof PACKAGES, sdk })),
      ),
      /^(?:Cascade|Classifier)/,
    );
  const writtenOf = async (routes: readonly Route[], titled: RegExp) => {
    const files = routingExports(routes).filter(({ title }) => titled.test(title));
    for (const { fileName, text } of files) await writeFile(path.join(folder, fileName), text);
    return files;
  };
  const readByGrammar = async ({ fileName, text }: RoutingExport) => {
    const language = languageOfUri(fileName);
    assert.ok(language);
    assert.equal((await loadParser(grammarFor(language)))(text).hasError, false, text);
  };
  const named = (files: readonly RoutingExport[], ending: string) =>
    files.flatMap(({ fileName }) => (fileName.endsWith(ending) ? [path.join(folder, fileName)] : []));

  it('is a map in Go, Java and C# where a call is in one of them, which their grammars read', async () => {
    const files = await maps();
    assert.deepEqual(
      files.map(({ fileName }) => fileName),
      ['routes.go', 'Routes.java', 'Routes.cs'],
    );
    for (const file of files) await readByGrammar(file);
  });

  it('is routers in Go, Java and C# in the packages of the calls, which their grammars read', async () => {
    const files = await routers();
    assert.equal(files.length, 2 * Object.values(PACKAGES).flat().length);
    for (const file of files) {
      await readByGrammar(file);
      assert.match(file.text, /"gpt-6-luna"/);
      assert.match(file.text, /"gpt-6\.1-sol"/);
    }
  });

  it('hands Spring AI model and messages as one prompt: what options takes differs between 1 and 2', async () => {
    const asked = (await routers()).filter(({ fileName }) => fileName.endsWith('SpringAi.java'));
    assert.equal(asked.length, 2);
    for (const { text } of asked) {
      assert.match(text, /client\.prompt\(new Prompt\(messages, options\)\)\.call\(\)\.content\(\)/);
      assert.doesNotMatch(text, /\.options\(/);
    }
  });

  it('is Go as gofmt writes it', async function () {
    if (!isInstalled('gofmt', [])) this.skip();
    const files = [...named(await maps(), '.go'), ...named(await routers(), '.go')];
    assert.equal(await said('gofmt', ['-e', '-l', ...files]), '');
  });

  it('is a map that Go’s own checks take', async function () {
    if (!isInstalled('go', ['version'])) this.skip();
    assert.equal(await said('go', ['vet', ...named(await maps(), '.go')]), '');
  });

  it('is Java that its compiler takes up to the packages', async function () {
    this.timeout(180_000);
    if (!isInstalled('javac', ['-version'])) this.skip();
    assert.equal(await said('javac', ['-d', folder, ...named(await maps(), '.java')]), '');
    const errors = (await said('javac', ['-Xmaxerrs', '1000', '-d', folder, ...named(await routers(), '.java')]))
      .split('\n')
      .filter(line => / error: /.test(line));
    assert.ok(errors.length > 0, 'it got as far as looking for packages');
    assert.deepEqual(
      errors.filter(line => !/error: (?:package [\w.]+ does not exist|cannot find symbol)/.test(line)),
      [],
    );
  });

  it('has no router for a package that is not known', () => {
    assert.deepEqual(
      routingExports([route({ language: 'go', sdk: 'bedrock-go' })]).filter(({ title }) => /^(?:Cascade|Classifier)/.test(title)),
      [],
    );
  });

  it('configures LiteLLM with a name for each kind of task, and the model of today to fall back on', () => {
    const config: unknown = parse(textOf(routingExports(ROUTES), 'litellm.yaml'));
    assert.deepEqual(config, {
      model_list: [
        { model_name: 'classification', litellm_params: { model: 'openai/gpt-6-luna', api_key: 'os.environ/OPENAI_API_KEY' } },
        { model_name: 'before-gpt-6.1-sol', litellm_params: { model: 'openai/gpt-6.1-sol', api_key: 'os.environ/OPENAI_API_KEY' } },
        {
          model_name: 'classification-2',
          litellm_params: { model: 'anthropic/claude-haiku-5-5', api_key: 'os.environ/ANTHROPIC_API_KEY' },
        },
        {
          model_name: 'before-claude-opus-5',
          litellm_params: { model: 'anthropic/claude-opus-5', api_key: 'os.environ/ANTHROPIC_API_KEY' },
        },
        { model_name: 'question-over-context', litellm_params: { model: 'openai/gpt-6.1-terra', api_key: 'os.environ/OPENAI_API_KEY' } },
        { model_name: 'summarising', litellm_params: { model: 'openai/gpt-6-luna', api_key: 'os.environ/OPENAI_API_KEY' } },
        { model_name: 'classification-3', litellm_params: { model: 'gemini/gemini-3.5-flash-lite', api_key: 'os.environ/GEMINI_API_KEY' } },
        {
          model_name: 'before-gemini-3.8-flash',
          litellm_params: { model: 'gemini/gemini-3.8-flash', api_key: 'os.environ/GEMINI_API_KEY' },
        },
      ],
      router_settings: {
        fallbacks: [
          { classification: ['before-gpt-6.1-sol'] },
          { 'classification-2': ['before-claude-opus-5'] },
          { 'question-over-context': ['before-gpt-6.1-sol'] },
          { summarising: ['before-gpt-6.1-sol'] },
          { 'classification-3': ['before-gemini-3.8-flash'] },
        ],
      },
    });
  });

  it('holds calls of Go, Java and C# with their languages', async () => {
    const instructions = 'Classify the text into one of these categories: a, b.';
    const sources = {
      'call.go': `package main
import (
	"context"
	"github.com/openai/openai-go"
)
func sort(ctx context.Context, client openai.Client, text string) {
	client.Chat.Completions.New(ctx, openai.ChatCompletionNewParams{Model: "gpt-6.1-sol", Messages: []openai.ChatCompletionMessageParamUnion{openai.SystemMessage("${instructions}"), openai.UserMessage(text)}})
}
`,
      'Call.java': `import com.openai.client.OpenAIClient;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
class Call {
  void sort(OpenAIClient client, String text) {
    client.chat().completions().create(ChatCompletionCreateParams.builder().model("gpt-6.1-sol").addSystemMessage("${instructions}").addUserMessage(text).build());
  }
}
`,
      'Call.cs': `using OpenAI.Chat;
class Call {
  void Sort(string text) {
    new ChatClient("gpt-6.1-sol", "key").CompleteChat(new SystemChatMessage("${instructions}"), new UserChatMessage(text));
  }
}
`,
    };
    const found = await Promise.all(
      Object.entries(sources).map(async ([name, source]) => {
        const uri = `file:///project/${name}`;
        const { quotes } = (await analyseIn(new Map([[uri, source]]), uri)).analysis;
        return routesOf([{ path: name, quotes }]).map(({ language, task, today, model }) => ({ language, task, today, model }));
      }),
    );
    const moved = { task: 'classification', today: 'gpt-6.1-sol', model: 'gpt-6-luna' };
    assert.deepEqual(found, [[{ language: 'go', ...moved }], [{ language: 'java', ...moved }], [{ language: 'csharp', ...moved }]]);
  });

  it('holds the calls for which a model is suggested, and no others', async () => {
    const uri = 'file:///project/call.py';
    const text = `from openai import OpenAI
client = OpenAI()
def sort(text):
    return client.responses.create(model="gpt-6.1-sol", instructions="Classify the text into one of these categories: a, b.", input=text)
def prove(text):
    return client.responses.create(model="gpt-6.1-sol", instructions="Prove it step by step.", input=text)
`;
    const { quotes } = (await analyseIn(new Map([[uri, text]]), uri)).analysis;
    assert.deepEqual(routesOf([{ path: 'src/call.py', quotes }]), [
      {
        call: 'src/call.py#sort/openai-responses#0',
        task: 'classification',
        provider: 'openai',
        today: 'gpt-6.1-sol',
        model: 'gpt-6-luna',
        language: 'python',
        sdk: 'openai',
      },
    ]);
  });
});

function isInstalled(program: string, args: readonly string[]): boolean {
  return spawnSync(program, [...args], { input: 'package a\n' }).status === 0;
}

function textOf(exports: readonly RoutingExport[], fileName: string): string {
  return exports.find(each => each.fileName === fileName)?.text ?? '';
}

/** What a program complains about; empty: nothing. */
async function said(program: string, args: readonly string[]): Promise<string> {
  try {
    await promisify(execFile)(program, [...args]);
    return '';
  } catch (error) {
    if (error instanceof Error && 'stdout' in error && 'stderr' in error)
      return `${String(error.stdout)}${String(error.stderr)}` || error.message;
    throw error;
  }
}
