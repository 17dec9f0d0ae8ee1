import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

describe('following imports', () => {
  it('a name that is imported anew from another package, from there on (Python)', async () => {
    const files = {
      'cells.py': `
try:
    from anthropic import Anthropic
except ImportError:
    from stubs import Anthropic
from openai import OpenAI
OpenAI().responses.create(model="gpt-5.4", input="Hi.")
Anthropic().messages.create(model="claude-haiku-4-5", max_tokens=30, messages=[{"role": "user", "content": "Hi."}])

from llama_index.llms.openai import OpenAI
llm = OpenAI(model="gpt-5.4-mini")
llm.complete("Hello.")
`,
    };
    assert.deepEqual(await sketchesOf(files, 'cells.py'), [
      'call openai-responses openai gpt-5.4 (literal) cap absent',
      '  user: Hi.',
      'call anthropic-messages anthropic claude-haiku-4-5 (literal) cap 30',
      '  user: Hi.',
      'constructor llamaindex openai gpt-5.4-mini (literal) cap absent',
      'call llamaindex openai gpt-5.4-mini (constant) cap absent',
      '  user: Hello.',
    ]);
  });

  it("Node.js's process by its module's name", async () => {
    const ask = (model: string) => `OpenAI().responses.create({ model: ${model}, input: 'Hi.' });`;
    const files = {
      'whole.ts': `
import process from 'node:process';
import OpenAI from 'openai';
new ${ask("process.env.MODEL || 'gpt-5.4'")}
`,
      'part.ts': `
import { env } from 'process';
import OpenAI from 'openai';
new ${ask("env.MODEL ?? 'gpt-5.4'")}
`,
      'required.js': `
const process = require('process');
const { env } = require('node:process');
const OpenAI = require('openai');
new ${ask("process.env.MODEL || 'gpt-5.4'")}
new ${ask("env.MODEL || 'gpt-5.4'")}
`,
    };
    const call = ['call openai-responses openai gpt-5.4 (environment) cap absent', '  user: Hi.'];
    assert.deepEqual(await sketchesOf(files, 'whole.ts'), call);
    assert.deepEqual(await sketchesOf(files, 'part.ts'), call);
    assert.deepEqual(await sketchesOf(files, 'required.js'), [...call, ...call]);
  });

  it('data by its bare name (JavaScript)', async () => {
    const files = {
      'settings.json': '{ "model": "gpt-5.4", "limits": { "answer": 400 } }',
      'ask.js': `
const OpenAI = require('openai');
const settings = require('./settings');
const { limits } = require('./settings');
const client = new OpenAI();
client.responses.create({ model: settings.model, max_output_tokens: limits.answer, input: 'Hi.' });
`,
    };
    assert.deepEqual(await sketchesOf(files, 'ask.js'), ['call openai-responses openai gpt-5.4 (constant) cap 400', '  user: Hi.']);
  });

  it('paths of tsconfig.json, by extension and reference (TypeScript)', async () => {
    const files = {
      'tsconfig.base.json': `{
  // shared
  "compilerOptions": { "baseUrl": ".", "paths": { "@lib/*": ["libs/*/src/index.ts"], }, },
}
`,
      'apps/web/tsconfig.json': `{ "files": [], "references": [{ "path": "./tsconfig.app.json" }] }
`,
      'apps/web/tsconfig.app.json': `{ "extends": "../../tsconfig.base.json", "compilerOptions": { "baseUrl": ".", "paths": { "@/*": ["./src/*"], "settings": ["./src/settings.ts"] } } }
`,
      'apps/web/src/settings.ts': `
export const MODEL = 'gpt-5.4';
`,
      'apps/web/src/lib/client.ts': `
import OpenAI from 'openai';
export const client = new OpenAI();
`,
      'apps/web/src/ask.ts': `
import { client } from '@/lib/client';
import { MODEL } from 'settings';
client.responses.create({ model: MODEL, input: 'Hi.' });
`,
    };
    assert.deepEqual(await sketchesOf(files, 'apps/web/src/ask.ts'), [
      'call openai-responses openai gpt-5.4 (constant) cap absent',
      '  user: Hi.',
    ]);
  });

  it('paths of tsconfig.json a dozen folders above, as routes are (TypeScript)', async () => {
    const route = 'apps/web/src/app/(app)/teams/[team]/desks/[desk]/(shelves)/[shelf]/books/lib/ask.ts';
    const files = {
      'apps/web/tsconfig.json': '{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }',
      'apps/web/src/client.ts': `
import OpenAI from 'openai';
export const client = new OpenAI();
`,
      [route]: `
import { client } from '@/client';
client.responses.create({ model: 'gpt-5.4', input: 'Hi.' });
`,
    };
    assert.deepEqual(await sketchesOf(files, route), ['call openai-responses openai gpt-5.4 (literal) cap absent', '  user: Hi.']);
  });

  it('an alias that only the bundler knows (JavaScript)', async () => {
    const files = {
      'web/src/lib/client.js': `
import OpenAI from 'openai';
export default new OpenAI();
`,
      'web/src/views/ask.js': `
import client from '@/lib/client.js';
client.responses.create({ model: 'gpt-5.4', input: 'Hi.' });
`,
    };
    assert.deepEqual(await sketchesOf(files, 'web/src/views/ask.js'), [
      'call openai-responses openai gpt-5.4 (literal) cap absent',
      '  user: Hi.',
    ]);
  });

  it('packages of a workspace, by name (TypeScript)', async () => {
    const files = {
      'package.json': `{ "name": "acme", "workspaces": ["packages/*", "apps/*"] }
`,
      'packages/llm/package.json': `{ "name": "@acme/llm", "main": "./dist/index.js", "exports": { ".": "./dist/index.js", "./models": "./dist/models.js" } }
`,
      'packages/llm/src/index.ts': `
export * from './client.js';
`,
      'packages/llm/src/client.ts': `
import OpenAI from 'openai';
export const client = new OpenAI({ baseURL: 'https://openrouter.ai/api/v1' });
`,
      'packages/llm/src/models.ts': `
export const FAST = 'openai/gpt-5.4-mini';
`,
      'apps/web/package.json': `{ "name": "@acme/web", "imports": { "#own/*": "./src/own/*.ts" } }
`,
      'apps/web/src/own/prompt.ts': `
export const PROMPT = 'Hi.';
`,
      'apps/web/src/ask.ts': `
import { client } from '@acme/llm';
import { FAST } from '@acme/llm/models';
import { PROMPT } from '#own/prompt';
client.responses.create({ model: FAST, input: PROMPT });
`,
    };
    assert.deepEqual(await sketchesOf(files, 'apps/web/src/ask.ts'), [
      'call openai-responses openrouter openai/gpt-5.4-mini (constant) cap absent',
      '  user: Hi.',
    ]);
  });

  it('dynamic imports, namespaces and barrels (TypeScript)', async () => {
    const files = {
      'lib/client.ts': `
import OpenAI from 'openai';
export const client = new OpenAI();
`,
      'lib/models.ts': `
export const FAST = 'gpt-5.4-mini';
export default 'gpt-5.4';
`,
      'lib/index.ts': `
export { client } from './client';
export * as models from './models';
export { default as MAIN } from './models';
`,
      'main.ts': `
import { client, MAIN, models } from './lib';

async function run() {
  const { FAST } = await import('./lib/models.js');
  const loaded = await import('./lib/models.js');
  client.responses.create({ model: models.FAST, input: 'a' });
  client.responses.create({ model: MAIN, input: 'b' });
  client.responses.create({ model: FAST, input: 'c' });
  client.responses.create({ model: loaded.default, input: 'd' });
}
`,
    };
    assert.deepEqual(await sketchesOf(files, 'main.ts'), [
      'call openai-responses openai gpt-5.4-mini (constant) cap absent',
      '  user: a',
      'call openai-responses openai gpt-5.4 (constant) cap absent',
      '  user: b',
      'call openai-responses openai gpt-5.4-mini (constant) cap absent',
      '  user: c',
      'call openai-responses openai gpt-5.4 (constant) cap absent',
      '  user: d',
    ]);
  });

  it('a package below src, from its tests and scripts (Python)', async () => {
    const files = {
      'src/acme/__init__.py': `
from .llm import client as client
from .settings import *
`,
      'src/acme/llm.py': `
from openai import OpenAI
client = OpenAI()
`,
      'src/acme/settings.py': `
MODEL = "gpt-5.4"
`,
      'scripts/ask.py': `
import acme
from acme import MODEL, client
from acme.llm import client as same

client.responses.create(model=MODEL, input="a")
acme.client.responses.create(model=acme.settings.MODEL, input="b")
same.responses.create(model=acme.MODEL, input="c")
`,
    };
    assert.deepEqual(await sketchesOf(files, 'scripts/ask.py'), [
      'call openai-responses openai gpt-5.4 (constant) cap absent',
      '  user: a',
      'call openai-responses openai gpt-5.4 (constant) cap absent',
      '  user: b',
      'call openai-responses openai gpt-5.4 (constant) cap absent',
      '  user: c',
    ]);
  });

  it('a package of the same repository, in the folder of its distribution (Python)', async () => {
    const files = {
      'acme-llm/acme_llm/__init__.py': 'from acme_llm.client import MODEL\n',
      'acme-llm/acme_llm/client.py': 'MODEL = "gpt-5.4-mini"\n',
      'acme-prompts/src/acme_prompts.py': 'ASK = "Ask politely."\n',
      'examples/quick/start.py': `
from openai import OpenAI
from acme_llm import MODEL
from acme_prompts import ASK
OpenAI().responses.create(model=MODEL, input=ASK)
`,
    };
    assert.deepEqual(await sketchesOf(files, 'examples/quick/start.py'), [
      'call openai-responses openai gpt-5.4-mini (constant) cap absent',
      '  user: Ask politely.',
    ]);
  });

  it('modules that are loaded with their package, and named whole (Python)', async () => {
    const files = {
      'shop/__init__.py': '',
      'shop/settings.py': 'MODEL = "gpt-5.4-mini"\n',
      'shop/clients.py': `
from openai import OpenAI
def make():
    return OpenAI()
`,
      'plain/tools/texts.py': 'GREETING = "Good day."\n',
      'shop/desk.py': `
import plain.tools.texts
import shop.clients
import shop.settings
shop.clients.make().responses.create(model=shop.settings.MODEL, input=plain.tools.texts.GREETING)
`,
    };
    assert.deepEqual(await sketchesOf(files, 'shop/desk.py'), [
      'call openai-responses openai gpt-5.4-mini (constant) cap absent',
      '  user: Good day.',
    ]);
  });

  it('modules in a folder that the file adds to the search path (Python)', async () => {
    const files = {
      'common/asking.py': `
from openai import OpenAI
def ask(text, model="gpt-5.4-mini"):
    return OpenAI().responses.create(model=model, input=text)
`,
      'jobs/joined.py': `
import os, sys
sys.path.append(os.path.join(os.path.dirname(__file__), "..", "common"))
from asking import ask
ask("Joined.")
`,
      'jobs/named.py': `
import sys
from pathlib import Path
COMMON = Path(__file__).resolve().parent.parent / "common"
sys.path.insert(0, str(COMMON))
import asking
asking.ask("Named.", model="gpt-5.4")
`,
      'started.py': `
import sys
sys.path.append("common/")
from asking import ask
ask("Started.")
`,
      'elsewhere.py': `
import sys
from asking import ask, FOLDER
sys.path.append(FOLDER)
sys.path.append("/opt/common")
ask("Elsewhere.")
`,
    };
    const found = (model: string) => `wrapper-call openai-responses openai ${model} (constant) cap absent via ask`;
    assert.deepEqual(await sketchesOf(files, 'jobs/joined.py'), [found('gpt-5.4-mini'), '  user: Joined.']);
    assert.deepEqual(await sketchesOf(files, 'jobs/named.py'), [found('gpt-5.4'), '  user: Named.']);
    assert.deepEqual(await sketchesOf(files, 'started.py'), [found('gpt-5.4-mini'), '  user: Started.']);
    assert.deepEqual(await sketchesOf(files, 'elsewhere.py'), []);
  });

  it('what compilers make of imports (JavaScript)', async () => {
    const files = {
      'llm.js': `"use strict";
var __importDefault = (this && this.__importDefault) || function (mod) {
    return (mod && mod.__esModule) ? mod : { "default": mod };
};
Object.defineProperty(exports, "__esModule", { value: true });
exports.ask = ask;
const sdk_1 = __importDefault(require("@anthropic-ai/sdk"));
const ai_1 = require("ai");
const openai_1 = require("@ai-sdk/openai");
const models_1 = __importDefault(require("./models"));
const client = new sdk_1.default();
async function ask(text, maxTokens = 100) {
    await (0, ai_1.generateText)({ model: (0, openai_1.openai)("gpt-5.4"), prompt: "Hello." });
    const { text: title } = await (await (0, ai_1.generateText)({ model: (0, openai_1.openai)("gpt-5.4-mini"), prompt: "Two." }));
    return client.messages.create({ model: models_1.default.small, max_tokens: maxTokens, messages: [{ role: "user", content: text }] });
}
`,
      'models.js': `"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.default = { small: "claude-haiku-4-5" };
`,
    };
    assert.deepEqual(await sketchesOf(files, 'llm.js'), [
      'call vercel-ai openai gpt-5.4 (constant) cap absent',
      '  user: Hello.',
      'call vercel-ai openai gpt-5.4-mini (constant) cap absent',
      '  user: Two.',
      'call anthropic-messages anthropic claude-haiku-4-5 (constant) cap 100 WRAPPER',
      '  user: {text ~unknown}',
    ]);
  });

  it('packages by where they are served (JavaScript)', async () => {
    const files = {
      'main.js': `
import { GoogleGenAI } from 'https://esm.run/@google/genai@1.2.0';
import OpenAI from 'jsr:@openai/openai@4';
export { default } from './ask.js';
await new GoogleGenAI({}).models.generateContent({ model: 'gemini-2.5-flash', contents: 'Hi.' });
await new OpenAI().responses.create({ model: 'gpt-5.4-mini', input: 'Hi.' });
`,
      'ask.js': `
import { generateText } from 'https://esm.sh/ai@5';
import { anthropic } from 'npm:@ai-sdk/anthropic';
export default prompt => generateText({ model: anthropic('claude-haiku-4-5'), prompt });
`,
    };
    assert.deepEqual(await sketchesOf(files, 'main.js'), [
      'call google-genai google gemini-2.5-flash (literal) cap absent',
      '  user: Hi.',
      'call openai-responses openai gpt-5.4-mini (literal) cap absent',
      '  user: Hi.',
    ]);
    assert.deepEqual(await sketchesOf(files, 'ask.js'), [
      'call vercel-ai anthropic claude-haiku-4-5 (constant) cap absent WRAPPER',
      '  user: {prompt ~call}',
    ]);
  });
});
