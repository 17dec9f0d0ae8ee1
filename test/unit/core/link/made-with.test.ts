import assert from 'node:assert/strict';
import { sketchesOfAll } from '../../link-project';

describe('what objects are made with, for the calls in their methods (Python)', () => {
  const bot = `
from openai import OpenAI
class Bot:
    def __init__(self, config: dict, limit=200):
        self.client = OpenAI()
        self.config = config
        self.limit = limit
    def answer(self, question):
        return self.client.responses.create(model=self.config["model"], max_output_tokens=self.limit, input=question)
`;
  const callOf = async (files: Readonly<Record<string, string>>) =>
    (await sketchesOfAll({ 'app/bot.py': bot, ...files })).get('app/bot.py')?.filter(line => !line.startsWith('  '));
  const unknown = ['call openai-responses openai ? comes from the parameter config.model (caller) cap 200 WRAPPER'];

  it('is what another file passes', async () => {
    const main = `
from app.bot import Bot
def main():
    settings = {"model": "gpt-5.4-mini"}
    bot = Bot(config=settings, limit=90)
    bot.run()
`;
    assert.deepEqual(await callOf({ 'main.py': main }), ['call openai-responses openai gpt-5.4-mini (default) cap 90 WRAPPER']);
  });

  it('is what the environment says', async () => {
    const main = `
import os
from app.bot import Bot
bot = Bot({"model": os.environ.get("BOT_MODEL", "gpt-5.4-mini")})
`;
    assert.deepEqual(await callOf({ 'main.py': main }), ['call openai-responses openai gpt-5.4-mini (environment) cap 200 WRAPPER']);
  });

  it('is one of several, or the default of who passes it on', async () => {
    const two = `
from app.bot import Bot
Bot({"model": "gpt-5.4-mini"})
Bot({"model": "gpt-5.4"})
`;
    assert.deepEqual(await callOf({ 'main.py': two }), [
      'call openai-responses openai ? one of gpt-5.4-mini, gpt-5.4, by what is passed for config.model (default) cap 200 WRAPPER',
    ]);
    const handing = `
from app.bot import Bot
def make(name="gpt-5.4"):
    return Bot({"model": name})
`;
    assert.deepEqual(await callOf({ 'main.py': handing }), ['call openai-responses openai gpt-5.4 (default) cap 200 WRAPPER']);
    const calling = `
from app.bot import Bot
def make(name):
    return Bot({"model": name})
make("gpt-5.4-mini")
`;
    assert.deepEqual(await callOf({ 'main.py': calling }), ['call openai-responses openai gpt-5.4-mini (default) cap 200 WRAPPER']);
  });

  it('says nothing where one that makes it is not known, nobody does, or a class below does it in its own way', async () => {
    assert.deepEqual(await callOf({}), unknown);
    const open = `
import settings
from app.bot import Bot
Bot({"model": "gpt-5.4-mini"})
Bot(settings.load())
`;
    assert.deepEqual(await callOf({ 'main.py': open }), unknown);
    const below = `
from app.bot import Bot
class Quiet(Bot):
    pass
Bot({"model": "gpt-5.4-mini"})
Quiet({"model": "gpt-5.4"})
`;
    assert.deepEqual(await callOf({ 'main.py': below }), unknown);
    const test = `
from app.bot import Bot
Bot({"model": "gpt-5.4-mini"})
`;
    assert.deepEqual(await callOf({ 'tests/test_bot.py': test }), unknown);
  });

  it('is what a method of the class makes one with, too', async () => {
    const made = bot.replace(
      '    def answer',
      '    @classmethod\n    def small(cls):\n        return cls({"model": "gpt-5.4-nano"})\n    def answer',
    );
    const main = `
from app.bot import Bot
Bot({"model": "gpt-5.4-mini"})
`;
    assert.deepEqual(await callOf({ 'app/bot.py': made, 'main.py': main }), [
      'call openai-responses openai ? one of gpt-5.4-nano, gpt-5.4-mini, by what is passed for config.model (default) cap 200 WRAPPER',
    ]);
  });

  it('is not what would stand there if nothing were passed', async () => {
    const desk = `
from openai import OpenAI
class Desk:
    def __init__(self, config, model=None):
        self.client = OpenAI()
        self.model = model or "gpt-5.4-nano"
        self.limit = config.get("limit", 30000)
    def answer(self, question):
        return self.client.responses.create(model=self.model, max_output_tokens=self.limit, input=question)
`;
    const of = async (main: string) =>
      (await sketchesOfAll({ 'app/desk.py': desk, 'main.py': `from app.desk import Desk${main}` })).get('app/desk.py')?.[0];
    assert.equal(
      await of('\nDesk({"limit": 90}, model="gpt-5.4-mini")\n'),
      'call openai-responses openai gpt-5.4-mini (default) cap 90 WRAPPER',
    );
    const request = `
LARGE = {"limit": 64000}
def solve(request):
    config = LARGE.copy()
    if "limit" in request:
        config["limit"] = request["limit"]
    config.update(request["config"])
    return Desk(config)
`;
    assert.equal(await of(request), 'call openai-responses openai gpt-5.4-nano (default) cap unknown WRAPPER');
    assert.equal(await of('\nDesk(load())\n'), 'call openai-responses openai gpt-5.4-nano (default) cap 30000 WRAPPER');
    assert.equal(await of('\nDesk({}, model=None)\n'), 'call openai-responses openai gpt-5.4-nano (default) cap 30000 WRAPPER');
  });

  it('says nothing of a class that is handed over, or goes by another name', async () => {
    const uses = [
      'made = Depends(Bot)',
      'BOTS = {"plain": Bot}',
      'def make(kind=Bot):\n    return kind({"model": "gpt-5.4"})',
      'from app.bot import Bot as Plain\nPlain({"model": "gpt-5.4"})',
    ];
    for (const use of uses) {
      const main = `
from fastapi import Depends
from app.bot import Bot
Bot({"model": "gpt-5.4-mini"})
${use}
`;
      assert.deepEqual(await callOf({ 'main.py': main }), unknown, use);
    }
    const asking = `
from app.bot import Bot
bot = Bot({"model": "gpt-5.4-mini"})
assert isinstance(bot, Bot) and Bot.LIMIT
`;
    assert.deepEqual(await callOf({ 'main.py': asking }), ['call openai-responses openai gpt-5.4-mini (default) cap 200 WRAPPER']);
  });

  it('is what the fields of a data class are, unless objects are made of what is read', async () => {
    const asker = `
from dataclasses import dataclass
from openai import OpenAI
@dataclass
class Asker:
    client: OpenAI
    model: str
    limit: int = 50
    def ask(self, question):
        return self.client.responses.create(model=self.model, max_output_tokens=self.limit, input=f"Answer: {question}")
`;
    const of = async (main: string) =>
      (await sketchesOfAll({ 'asker.py': asker, 'main.py': main })).get('asker.py')?.filter(line => !line.startsWith('  '));
    const making = `
from openai import OpenAI
from asker import Asker
Asker(OpenAI(), "gpt-5.4-mini")
`;
    assert.deepEqual(await of(making), ['call openai-responses openai gpt-5.4-mini (default) cap 50']);
    const open = ['call openai-responses openai ? comes from the parameter model (unknown) cap 50'];
    for (const use of ['Asker(**read())', 'Asker(client=OpenAI(), model=read())', 'Asker.model_validate(read())'])
      assert.deepEqual(await of(`from store import read${making}${use}\n`), open, use);
  });
});

describe('what objects are made with, for the calls in their methods (TypeScript)', () => {
  const bot = `
import OpenAI from 'openai';
export interface Options { model: string; limit?: number }
export class Bot {
  private client = new OpenAI();
  constructor(private readonly options: Options, private effort = 'low', private limit = 200) {}
  answer(question: string) {
    return this.client.responses.create({ model: this.options.model, max_output_tokens: this.limit, input: question });
  }
}
`;
  const callOf = async (files: Readonly<Record<string, string>>) =>
    (await sketchesOfAll({ 'src/bot.ts': bot, ...files })).get('src/bot.ts')?.filter(line => !line.startsWith('  '));
  const unknown = ['call openai-responses openai ? comes from the parameter options.model (caller) cap 200 WRAPPER'];

  it('is what another file passes', async () => {
    const main = `
import { Bot } from './bot';
const options = { model: 'gpt-5.4-mini' };
export const bot = new Bot(options, 'high', 90);
`;
    assert.deepEqual(await callOf({ 'src/main.ts': main }), ['call openai-responses openai gpt-5.4-mini (default) cap 90 WRAPPER']);
  });

  it('is what the environment says, one of several, or the default of who passes it on', async () => {
    const environment = `
import { Bot } from './bot';
export const bot = new Bot({ model: process.env.BOT_MODEL ?? 'gpt-5.4-mini' });
`;
    assert.deepEqual(await callOf({ 'src/main.ts': environment }), [
      'call openai-responses openai gpt-5.4-mini (environment) cap 200 WRAPPER',
    ]);
    const two = `
import { Bot } from './bot';
export const bots = [new Bot({ model: 'gpt-5.4-mini' }), new Bot({ model: 'gpt-5.4' })];
`;
    assert.deepEqual(await callOf({ 'src/main.ts': two }), [
      'call openai-responses openai ? one of gpt-5.4-mini, gpt-5.4, by what is passed for options.model (default) cap 200 WRAPPER',
    ]);
    const handing = `
import { Bot } from './bot';
export const make = (model = 'gpt-5.4') => new Bot({ model });
`;
    assert.deepEqual(await callOf({ 'src/main.ts': handing }), ['call openai-responses openai gpt-5.4 (default) cap 200 WRAPPER']);
  });

  it('says nothing to who calls it from a package that makes its own', async () => {
    const use = `import type { Bot } from '../shared/bot';\nexport const use = (bot: Bot) => bot.answer('Which?');\n`;
    const sketches = await sketchesOfAll({
      'shared/package.json': '{"name": "shared"}',
      'shared/bot.ts': bot,
      'shared/main.ts': `import { Bot } from './bot';\nexport const bot = new Bot({ model: 'gpt-5.4-mini' });\n`,
      'web/package.json': '{"name": "web"}',
      'web/use.ts': use,
      'compare/package.json': '{"name": "compare"}',
      'compare/use.ts': use,
      'compare/make.ts': `import { Bot } from '../shared/bot';\nexport const make = (model: string) => new Bot({ model });\n`,
    });
    const callIn = (file: string) => sketches.get(file)?.filter(line => !line.startsWith('  '));
    assert.deepEqual(callIn('web/use.ts'), ['wrapper-call openai-responses openai gpt-5.4-mini (default) cap 200 via answer WRAPPER']);
    assert.deepEqual(callIn('compare/use.ts'), [
      'wrapper-call openai-responses openai ? comes from the parameter options.model (caller) cap 200 via answer WRAPPER',
    ]);
  });

  it('says nothing where one that makes it is not known, nobody or a test alone does, or the class is handed over', async () => {
    assert.deepEqual(await callOf({}), unknown);
    const known = `import { Bot } from './bot';\nexport const bot = new Bot({ model: 'gpt-5.4-mini' });\n`;
    assert.deepEqual(await callOf({ 'src/bot.test.ts': known }), unknown);
    const others = [
      `import { load } from './settings';\nexport const other = new Bot(load());`,
      'class Quiet extends Bot {}\nexport const quiet = new Quiet({ model: "gpt-5.4" });',
      'export const providers = [Bot];',
      'export const provider = { provide: "bot", useClass: Bot };',
    ];
    for (const other of others) assert.deepEqual(await callOf({ 'src/main.ts': `${known}${other}\n` }), unknown, other);
    const asking = `export const isBot = (bot: unknown): bot is Bot => bot instanceof Bot;\n`;
    assert.deepEqual(await callOf({ 'src/main.ts': known + asking }), [
      'call openai-responses openai gpt-5.4-mini (default) cap 200 WRAPPER',
    ]);
  });
});

describe('the objects of packages that objects are made with', () => {
  const desk = `
import { generateText, type LanguageModel } from 'ai';
import { type BaseChatModel } from '@langchain/core/language_models/chat_models';
export class Desk {
  constructor(private readonly model: LanguageModel, private readonly chat: BaseChatModel) {}
  greet(prompt: string) {
    return generateText({ model: this.model, prompt, maxOutputTokens: 60 });
  }
  ask(question: string) {
    return this.chat.invoke(question);
  }
}
`;
  const open = [
    'call vercel-ai ? ? comes from the parameter model (caller) cap 60 WRAPPER',
    'call langchain ? ? comes from the parameter chat (caller) cap unknown WRAPPER',
  ];
  const callsOf = async (main: string) =>
    (await sketchesOfAll({ 'src/desk.ts': desk, 'src/main.ts': main })).get('src/desk.ts')?.filter(line => !line.startsWith('  '));
  const imports = `
import { openai } from '@ai-sdk/openai';
import { ChatOpenAI } from '@langchain/openai';
import { Desk } from './desk';
`;

  it('say model and cap as defaults', async () => {
    const main = `${imports}
app.register(async server => {
  const chat = new ChatOpenAI({ model: 'gpt-5.4-mini', maxTokens: 400 });
  server.decorate('desk', new Desk(openai('gpt-5.4'), chat));
});
`;
    assert.deepEqual(await callsOf(main), [
      'call vercel-ai openai gpt-5.4 (default) cap 60 WRAPPER',
      'call langchain openai gpt-5.4-mini (default) cap 400 WRAPPER',
    ]);
  });

  it('say nothing where some are not known', async () => {
    const main = `${imports}
export const desks = (models: Models) => [
  new Desk(openai('gpt-5.4'), new ChatOpenAI({ model: 'gpt-5.4-mini' })),
  new Desk(models.large, models.chat()),
];
`;
    assert.deepEqual(await callsOf(main), open);
    assert.deepEqual(await callsOf(''), open);
  });
});
