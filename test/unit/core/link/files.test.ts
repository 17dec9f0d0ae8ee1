import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

describe('reading prompts and settings from files', () => {
  it('takes what YAML merges into a map, its own entries before it, and of several maps the first (Python)', async () => {
    const files = {
      'agents.yaml': `small: &small
  model: gpt-5.4-nano
  cap: 44
large: &large
  model: gpt-5.4
  effort: high
writer:
  <<: *small
  cap: 55
judge:
  cap: 66
  <<: [*large, *small]
`,
      'main.py': `
import yaml
from openai import OpenAI

with open("agents.yaml") as file:
    AGENTS = yaml.safe_load(file)

def ask(agent, question):
    return OpenAI().responses.create(model=agent["model"], max_output_tokens=agent["cap"], input=question)

ask(AGENTS["writer"], "Who?")
ask(AGENTS["judge"], "Why?")
`,
    };
    const heads = (await sketchesOf(files, 'main.py')).filter(line => line.startsWith('wrapper-call'));
    assert.deepEqual(heads, [
      'wrapper-call openai-responses openai gpt-5.4-nano (constant) cap 55 via ask',
      'wrapper-call openai-responses openai gpt-5.4 (constant) cap 66 via ask',
    ]);
  });

  it('prompts read from files (Python)', async () => {
    const files = {
      'prompts/system.txt': `You are a cook.
`,
      'prompts/judge.md': `Judge {answer}.
`,
      'app/prompts/own.txt': `Own text.
`,
      'settings/models.json': `{"chat": {"model": "gpt-5.4", "max_tokens": 300}, "escaped": "a\\nb"}
`,
      'settings/models.yaml': `fast:
  model: gpt-5.4-mini
  limit: 128
env: $MODEL
`,
      'app/main.py': `
import json
import os
from pathlib import Path

import yaml
from openai import OpenAI

client = OpenAI()
HERE = Path(__file__).parent
PROMPTS = HERE.parent / "prompts"

with open("prompts/system.txt") as f:
    SYSTEM = f.read().strip()

def load(name):
    return (PROMPTS / f"{name}.md").read_text(encoding="utf-8")

def read(path):
    with open(os.path.join(os.path.dirname(__file__), "prompts", path), "r") as file:
        return file.read()

with open(HERE / ".." / "settings" / "models.json") as f:
    MODELS = json.load(f)
SETTINGS = yaml.safe_load(Path("settings/models.yaml").read_text())

def run(answer, name):
    client.responses.create(model=MODELS["chat"]["model"], max_output_tokens=MODELS["chat"]["max_tokens"], input=SYSTEM)
    client.responses.create(model=SETTINGS["fast"]["model"], input=load("judge").format(answer=answer))
    client.responses.create(model=SETTINGS["env"], input=read("own.txt") + MODELS["escaped"])
    client.responses.create(model="gpt-5.4", input=load("missing"))
    client.responses.create(model="gpt-5.4", input=open(f"prompts/{name}.txt").read())
`,
    };
    assert.deepEqual(await sketchesOf(files, 'app/main.py'), [
      'call openai-responses openai gpt-5.4 (constant) cap 300',
      '  user: You are a cook.',
      'call openai-responses openai gpt-5.4-mini (constant) cap absent',
      '  user: Judge {answer ~unknown}.\n',
      'call openai-responses openai ? depends on $MODEL (set where the program is deployed) (environment) cap absent',
      '  user: Own text.\na\nb',
      'call openai-responses openai gpt-5.4 (literal) cap absent',
      '  user: {PROMPTS / template.read_text() ~unknown}',
      'call openai-responses openai gpt-5.4 (literal) cap absent',
      '  user: {open().read() ~unknown}',
    ]);
  });

  it('settings whose file the environment may name, for what they say unless it does (Python, TypeScript)', async () => {
    const files = {
      'config.yaml': 'model: gpt-5.4-nano\nlimit: 33\n',
      'config.json': '{ "model": "gpt-5.4-mini", "limit": 44 }',
      'main.py': `
import os
import yaml
from openai import OpenAI
with open(os.getenv("CONFIG", "config.yaml")) as file:
    config = yaml.safe_load(file)
OpenAI().responses.create(model=config["model"], max_output_tokens=config["limit"], input="Hi")
stated = yaml.safe_load(open(os.environ["CONFIG"]))
OpenAI().responses.create(model=stated["model"], max_output_tokens=config["limit"], input="Hi")
other = yaml.safe_load(open(path_of(7) or "config.yaml"))
OpenAI().responses.create(model=other["model"], input="Hi")
`,
      'main.ts': `
import { readFileSync } from 'node:fs';
import OpenAI from 'openai';
const config = JSON.parse(readFileSync(process.env.CONFIG ?? './config.json', 'utf8'));
await new OpenAI().responses.create({ model: config.model, max_output_tokens: config.limit, input: 'Hi' });
`,
    };
    const heads = async (main: string) => (await sketchesOf(files, main)).filter(line => !line.startsWith(' '));
    assert.deepEqual(await heads('main.py'), [
      'call openai-responses openai gpt-5.4-nano (environment) cap 33',
      'call openai-responses openai ? depends on stated[model] (computed while the program runs) (unknown) cap 33',
      'call openai-responses openai ? depends on other[model] (computed while the program runs) (unknown) cap absent',
    ]);
    assert.deepEqual(await heads('main.ts'), ['call openai-responses openai gpt-5.4-mini (environment) cap 44']);
  });

  it('settings in TOML, and those that a package reads by a path of theirs (Python, TypeScript)', async () => {
    const files = {
      'settings.toml': '# Models.\n[llm]\nmodel = "gpt-5.4"\ncap = 300\n',
      'settings.yaml': 'llm:\n  model: gpt-5.4\n  cap: 300\n',
      'use.py': `
import tomllib
from pathlib import Path
import toml
from omegaconf import OmegaConf
from openai import OpenAI
client = OpenAI()
with open(Path(__file__).parent / "settings.toml", "rb") as f:
    opened = tomllib.load(f)
read = tomllib.loads(Path("settings.toml").read_text())
named = toml.load("settings.toml")
merged = OmegaConf.load("settings.yaml")
client.responses.create(model=opened["llm"]["model"], max_output_tokens=opened["llm"]["cap"], input="Hi.")
client.responses.create(model=read["llm"]["model"], max_output_tokens=read["llm"]["cap"], input="Hi.")
client.responses.create(model=named["llm"]["model"], max_output_tokens=named["llm"]["cap"], input="Hi.")
client.responses.create(model=merged.llm.model, max_output_tokens=merged.llm.cap, input="Hi.")
`,
      'use.ts': `
import { readFileSync } from 'node:fs';
import OpenAI from 'openai';
import { parse } from 'smol-toml';
const { llm } = parse(readFileSync('settings.toml', 'utf8')) as any;
new OpenAI().responses.create({ model: llm.model, max_output_tokens: llm.cap, input: 'Hi.' });
`,
    };
    const call = ['call openai-responses openai gpt-5.4 (constant) cap 300', '  user: Hi.'];
    assert.deepEqual(await sketchesOf(files, 'use.py'), [...call, ...call, ...call, ...call]);
    assert.deepEqual(await sketchesOf(files, 'use.ts'), call);
  });

  it('prompts of a package (Python)', async () => {
    const files = {
      'pkg/__init__.py': `

`,
      'pkg/prompts/__init__.py': `

`,
      'pkg/prompts/system.txt': `From the package.
`,
      'pkg/main.py': `
from importlib import resources
import importlib.resources
import pkgutil
from openai import OpenAI
from . import prompts

client = OpenAI()
client.responses.create(model="gpt-5.4", input=resources.files("pkg.prompts").joinpath("system.txt").read_text())
client.responses.create(model="gpt-5.4", input=importlib.resources.read_text("pkg.prompts", "system.txt"))
client.responses.create(model="gpt-5.4", input=(resources.files(prompts) / "system.txt").read_text())
client.responses.create(model="gpt-5.4", input=pkgutil.get_data(__name__, "prompts/system.txt").decode("utf-8"))
`,
    };
    assert.deepEqual(await sketchesOf(files, 'pkg/main.py'), [
      'call openai-responses openai gpt-5.4 (literal) cap absent',
      '  user: From the package.\n',
      'call openai-responses openai gpt-5.4 (literal) cap absent',
      '  user: From the package.\n',
      'call openai-responses openai gpt-5.4 (literal) cap absent',
      '  user: From the package.\n',
      'call openai-responses openai gpt-5.4 (literal) cap absent',
      '  user: From the package.\n',
    ]);
  });

  it('prompts read from files (TypeScript)', async () => {
    const files = {
      'prompts/system.txt': `You are a cook.
`,
      'src/rules.md': `Be brief.
`,
      'config.json': `{ "model": "gpt-5.4", "maxTokens": 200 }
`,
      'src/main.ts': `
import fs, { readFileSync } from 'node:fs';
import { readFile } from 'fs/promises';
import path from 'path';
import { fileURLToPath } from 'url';
import OpenAI from 'openai';
import config, { model } from '../config.json';
import rules from './rules.md';
import raw from '../prompts/system.txt?raw';

const client = new OpenAI();
const __dirname2 = path.dirname(fileURLToPath(import.meta.url));
const load = (name: string) => readFileSync(path.join(process.cwd(), 'prompts', name), 'utf8');
const settings = JSON.parse(fs.readFileSync('config.json', 'utf-8'));

client.responses.create({ model: config.model, max_output_tokens: config.maxTokens, input: rules });
client.responses.create({ model, input: raw.trim() });
client.responses.create({ model: settings.model, input: load('system.txt') });
client.responses.create({ model: 'gpt-5.4', input: await readFile(new URL('./rules.md', import.meta.url), 'utf8') });
client.responses.create({ model: 'gpt-5.4', input: fs.readFileSync(path.resolve(__dirname, '../prompts/system.txt')).toString() });
client.responses.create({ model: 'gpt-5.4', input: fs.readFileSync(path.join(__dirname2, 'rules.md'), 'utf8') });
client.responses.create({ model: 'gpt-5.4', input: fs.readFileSync(process.argv[2], 'utf8') });
`,
    };
    assert.deepEqual(await sketchesOf(files, 'src/main.ts'), [
      'call openai-responses openai gpt-5.4 (constant) cap 200',
      '  user: Be brief.\n',
      'call openai-responses openai gpt-5.4 (constant) cap absent',
      '  user: You are a cook.',
      'call openai-responses openai gpt-5.4 (constant) cap absent',
      '  user: You are a cook.\n',
      'call openai-responses openai gpt-5.4 (literal) cap absent',
      '  user: Be brief.\n',
      'call openai-responses openai gpt-5.4 (literal) cap absent',
      '  user: You are a cook.\n',
      'call openai-responses openai gpt-5.4 (literal) cap absent',
      '  user: Be brief.\n',
      'call openai-responses openai gpt-5.4 (literal) cap absent',
      '  user: {fs.readFileSync() ~unknown}',
    ]);
  });
});
