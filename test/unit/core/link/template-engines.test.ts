import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

describe('texts of template engines', () => {
  it('templates that a Jinja environment of an object loads from a folder', async () => {
    const files = {
      'desk/prompts/__init__.py': '',
      'desk/prompts/system/triage.j2': 'You sort tickets for {{ team }}.\n{# for us #}{% if strict %}Be strict.{% endif %}\n',
      'desk/prompts/templates.py': `
from pathlib import Path
from jinja2 import Environment, FileSystemLoader

class Templates:
    def __init__(self):
        self.env = Environment(loader=FileSystemLoader(str(Path(__file__).parent)))

    def system(self, kind: str) -> str:
        template = self.env.get_template(f"system/{kind}.j2")
        return template.render()

    def render(self, name, **values):
        return self.env.get_template(name).render(**values)

templates = Templates()
`,
      'desk/triage.py': `
from openai import OpenAI
from desk.prompts.templates import Templates, templates

client = OpenAI()
own = Templates()

def triage(ticket, clock):
    client.responses.create(model="gpt-5.4", instructions=own.system("triage"), input=ticket)
    client.responses.create(model="gpt-5.4", input=templates.render("system/triage.j2", team="billing"))
    client.responses.create(model="gpt-5.4", input=templates.render("system/absent.j2", team="billing"))
`,
    };
    assert.deepEqual(await sketchesOf(files, 'desk/triage.py'), [
      'call openai-responses openai gpt-5.4 (literal) cap absent',
      '  system system: You sort tickets for {team ~unknown}.\nBe strict.',
      '  user: {ticket ~unknown}',
      'call openai-responses openai gpt-5.4 (literal) cap absent',
      '  user: You sort tickets for billing.\nBe strict.',
      'call openai-responses openai gpt-5.4 (literal) cap absent',
      '  user: {self.env.get_template().render() ~unknown}',
    ]);
  });

  it('an environment made when first needed, of a folder that settings name, behind a cache', async () => {
    const files = {
      'notes/config.py': `
from pathlib import Path
PROMPTS = Path(__file__).resolve().parent / "prompts"
`,
      'notes/prompts/sum.jinja2': 'Sum up:\n{{ note }}\n',
      'notes/load.py': `
from functools import lru_cache
from typing import Any
from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from notes.config import PROMPTS

_env: Environment | None = None

def _get_env() -> Environment:
    global _env
    if _env is None:
        _env = Environment(loader=FileSystemLoader(str(PROMPTS)), undefined=StrictUndefined)
    return _env

@lru_cache(maxsize=8)
def load(name: str) -> Template:
    return _get_env().get_template(f"{name}.jinja2")

def render(name: str, **context: Any) -> str:
    return load(name).render(**context)
`,
      'notes/main.py': `
import anthropic
from .load import render

client = anthropic.Anthropic()

def run():
    client.messages.create(model="claude-sonnet-4-5", max_tokens=9, messages=[{"role": "user", "content": render("sum", note="Rain.")}])
`,
    };
    assert.deepEqual(await sketchesOf(files, 'notes/main.py'), [
      'call anthropic-messages anthropic claude-sonnet-4-5 (literal) cap 9',
      '  user: Sum up:\nRain.',
    ]);
  });

  it('templates by text, by package, by dictionary, and by the parts of a path', async () => {
    const files = {
      'bot/__init__.py': '',
      'bot/templates/rules.jinja': 'Rules for {{ name }}.',
      'bot/ask.txt': 'Ask {{ name }}.',
      'bot/main.py': `
import os
from importlib.resources import files
from jinja2 import BaseLoader, DictLoader, Environment, PackageLoader, Template
from openai import OpenAI

client = OpenAI()
HERE = os.path.dirname(os.path.abspath(__file__))
ASK = Template(files("bot").joinpath("ask.txt").read_text())
by_name = Environment(loader=DictLoader({"greet": "Greet {{ name }}."}))

class Manager:
    def __init__(self):
        self.env = Environment(loader=PackageLoader("bot"))

    @property
    def rules(self):
        return self.env.get_template("rules.jinja")

manager = Manager()

def load(path):
    from jinja2 import FileSystemLoader
    env = Environment(loader=FileSystemLoader(os.path.dirname(path)))
    return env.get_template(os.path.basename(path)).render()

async def run(context):
    client.responses.create(model="gpt-5.4", input=ASK.render(name="Ann"))
    client.responses.create(model="gpt-5.4", input=by_name.get_template("greet").render({"name": "Ann"}))
    client.responses.create(model="gpt-5.4", input=manager.rules.render(context))
    client.responses.create(model="gpt-5.4", input=Environment(loader=BaseLoader()).from_string("Say {{ word }}.").render(word="hi"))
    client.responses.create(model="gpt-5.4", input=load(os.path.join(HERE, "ask.txt")))
`,
    };
    const texts = (await sketchesOf(files, 'bot/main.py')).filter(line => line.startsWith('  '));
    assert.deepEqual(texts, [
      '  user: Ask Ann.',
      '  user: Greet Ann.',
      '  user: Rules for {name ~unknown}.',
      '  user: Say hi.',
      '  user: Ask {name ~unknown}.',
    ]);
  });

  it('templates that a template includes', async () => {
    const files = {
      'prompts/main.j2':
        'Start.\n{% include "parts/rules.j2" %}\n{% for x in xs %}{% include "parts/each.j2" %}{% endfor %}{% include "absent.j2" %}End.\n',
      'prompts/parts/rules.j2': "Rules for {{ name }}.\n{% include 'parts/each.j2' %}\n",
      'prompts/parts/each.j2': 'Each.\n',
      'main.py': `
from jinja2 import Environment, FileSystemLoader
from openai import OpenAI

client = OpenAI()
env = Environment(loader=FileSystemLoader("prompts"))

def run():
    client.responses.create(model="gpt-5.4", input=env.get_template("main.j2").render(name="Ann"))
`,
    };
    assert.deepEqual(
      (await sketchesOf(files, 'main.py'))[1],
      [
        '  user: Start.',
        'Rules for Ann.',
        'Each.',
        '{include "parts/each.j2" ~unknown}{for x in xs ~unknown}{include "absent.j2" ~unknown}End.',
      ].join('\n'),
    );
  });

  it('Handlebars, Mustache, Nunjucks and Liquid (TypeScript)', async () => {
    const files = {
      'src/prompts/sys.hbs': 'You help {{name}}.{{#if terse}} Be short.{{/if}}',
      'src/prompts/sys.njk': 'You sort {{ what }}.',
      'src/prompts/sys.liquid': 'You rank {{ what }}.',
      'src/ask.ts': `
import { readFileSync } from 'node:fs';
import path from 'node:path';
import Handlebars from 'handlebars';
import Mustache from 'mustache';
import nunjucks from 'nunjucks';
import { Liquid } from 'liquidjs';
import OpenAI from 'openai';

const openai = new OpenAI();
const folder = path.join(__dirname, 'prompts');
const compiled = Handlebars.compile(readFileSync(path.join(folder, 'sys.hbs'), 'utf8'));
const cache = new Map<string, Handlebars.TemplateDelegate>();
const env = new nunjucks.Environment(new nunjucks.FileSystemLoader(folder));
const configured = nunjucks.configure(folder, { autoescape: false });
const liquid = new Liquid({ root: folder, extname: '.liquid' });

function render(name: string, values: Record<string, unknown>): string {
  let template = cache.get(name);
  if (!template) {
    template = Handlebars.compile(readFileSync(path.join(folder, \`\${name}.hbs\`), 'utf8'));
    cache.set(name, template);
  }
  return template(values);
}

export async function ask(question: string) {
  await openai.responses.create({ model: 'gpt-5.4', input: compiled({ name: 'Ann' }) });
  await openai.responses.create({ model: 'gpt-5.4', input: Mustache.render('Ask {{who}} & {{{what}}}.', { who: 'Bob', what: question }) });
  await openai.responses.create({ model: 'gpt-5.4', input: env.render('sys.njk', { what: 'mail' }) });
  await openai.responses.create({ model: 'gpt-5.4', input: configured.renderString('Say {{ word }}.', { word: 'no' }) });
  await openai.responses.create({ model: 'gpt-5.4', input: await liquid.renderFile('sys', { what: 'cats' }) });
  await openai.responses.create({ model: 'gpt-5.4', input: liquid.parseAndRenderSync('Rank {{ what }}.', { what: 'dogs' }) });
  await openai.responses.create({ model: 'gpt-5.4', input: render('sys', { name: 'Cy' }) });
}
`,
    };
    const texts = (await sketchesOf(files, 'src/ask.ts')).filter(line => line.startsWith('  '));
    assert.deepEqual(texts, [
      '  user: You help Ann. Be short.',
      '  user: Ask Bob & {what ~unknown}.',
      '  user: You sort mail.',
      '  user: Say no.',
      '  user: You rank cats.',
      '  user: Rank dogs.',
      '  user: You help Cy. Be short.',
    ]);
  });
});
