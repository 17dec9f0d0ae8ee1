import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

const PYTHON_START = `from openai import OpenAI
from app.rules import add_rules

client = OpenAI()


def limit(params):
    params["model"] = "gpt-5.4-mini"
    params["max_tokens"] = 200


def limit_all(params):
    limit(params)


def cheapest(params):
    params = dict(params)
    params["model"] = "gpt-5.4-nano"


def show(params):
    print(params["model"])


class Shop:
    def tools(self, params):
        params["max_tokens"] = 90

`;
const RULES = `def add_rules(messages, name="Shop"):
    messages.insert(0, {"role": "system", "content": "You sell bicycles."})
`;
const TYPESCRIPT_START = `import OpenAI from 'openai';
const client = new OpenAI();
type Change = (body: any) => void;
function limit(body: any, model: string) {
  body.model = model;
  body.max_tokens = 200;
}
const withModel = (model: string): Change => body => { body.model = model; };
const withCap = (cap: number): Change => body => { body.max_tokens = cap; };
async function addRules(messages: any[]) {
  messages.unshift({ role: 'system', content: 'You sell bicycles.' });
}
`;

async function pythonSites(body: string): Promise<readonly string[]> {
  return sketchesOf({ 'app/__init__.py': '', 'app/rules.py': RULES, 'app/main.py': PYTHON_START + body }, 'app/main.py');
}

describe('a variable that is handed to a function, as a statement', () => {
  it('holds what the function sets in it', async () => {
    const sites = await pythonSites(`
def ask():
    params = {"messages": [{"role": "user", "content": "Hi."}], "model": "gpt-5.4"}
    limit(params)
    client.chat.completions.create(**params)
`);
    assert.deepEqual(sites, ['call openai-chat openai gpt-5.4-mini (constant) cap 200', '  user: Hi.']);
  });

  it('and what it hands on to another', async () => {
    const sites = await pythonSites(`
def ask():
    params = {"messages": [{"role": "user", "content": "Hi."}], "model": "gpt-5.4"}
    limit_all(params=params)
    client.chat.completions.create(**params)
`);
    assert.deepEqual(sites, ['call openai-chat openai gpt-5.4-mini (constant) cap 200', '  user: Hi.']);
  });

  it('of another file, by its name', async () => {
    const sites = await pythonSites(`
def ask(question):
    messages = [{"role": "user", "content": question}]
    add_rules(name="Bikes", messages=messages)
    client.chat.completions.create(model="gpt-5.4", messages=messages)
`);
    assert.deepEqual(sites.slice(1), ['  system system: You sell bicycles.', '  user: {question ~call}']);
  });

  it('of its own object', async () => {
    const sites = await pythonSites(`
class Bikes(Shop):
    def ask(self):
        params = {"messages": [{"role": "user", "content": "Hi."}], "model": "gpt-5.4"}
        self.tools(params)
        client.chat.completions.create(**params)
`);
    assert.deepEqual(sites, ['call openai-chat openai gpt-5.4 (constant) cap 90', '  user: Hi.']);
  });

  it('but nothing of what it sets in a copy, or only reads, and nothing that is set below the call', async () => {
    const sites = await pythonSites(`
def ask():
    params = {"messages": [{"role": "user", "content": "Hi."}], "model": "gpt-5.4"}
    cheapest(params)
    show(params)
    client.chat.completions.create(**params)
    limit(params)
`);
    assert.deepEqual(sites, ['call openai-chat openai gpt-5.4 (constant) cap absent', '  user: Hi.']);
  });

  it('holds either, where the function is called under a condition', async () => {
    const sites = await pythonSites(`
def ask(small):
    params = {"messages": [{"role": "user", "content": "Hi."}], "model": "gpt-5.4"}
    if small:
        limit(params)
    client.chat.completions.create(**params)
`);
    assert.match(sites[0] ?? '', /gpt-5\.4 \| gpt-5\.4-mini|gpt-5\.4-mini \| gpt-5\.4|one of/);
  });

  it('may hold anything, where functions that nobody knows set it', async () => {
    const sites = await pythonSites(`
def ask(changes):
    params = {"messages": [{"role": "user", "content": "Hi."}], "model": "gpt-5.4"}
    for change in changes:
        change(params)
    client.chat.completions.create(**params)
`);
    assert.equal(sites[0], 'call openai-chat openai gpt-5.4 (default) cap unknown');
  });

  it('is found among functions that are all handed to each other', async () => {
    const names = Array.from({ length: 14 }, (_, index) => `f${index}`);
    const functions = names.map(name => `def ${name}(x):\n    f0(x)\n    x.${name} = 1\n`);
    const handed = names.flatMap(name => names.map(other => `${name}(${other})\n`));
    const sites = await pythonSites(`
${functions.join('\n')}
${handed.join('')}
def ask():
    params = {"messages": [{"role": "user", "content": "Hi."}], "model": "gpt-5.4"}
    f1(params)
    client.chat.completions.create(**params)
`);
    assert.deepEqual(sites, ['call openai-chat openai gpt-5.4 (constant) cap absent', '  user: Hi.']);
  });

  it('in TypeScript, too, and awaited', async () => {
    const text = `${TYPESCRIPT_START}
export async function ask(question: string) {
  const messages: any[] = [{ role: 'user', content: question }];
  const body: any = { messages };
  await addRules(messages);
  limit(body, 'gpt-5.4-nano');
  return client.chat.completions.create(body);
}
`;
    const [head] = await sketchesOf({ 'ask.ts': text }, 'ask.ts');
    assert.equal(head, 'call openai-chat openai gpt-5.4-nano (constant) cap 200 WRAPPER');
  });

  it("of a literal object's own functions (TypeScript)", async () => {
    const text = `${TYPESCRIPT_START}
const tuning = { limit(body: any) { limit(body, 'gpt-5.4-nano'); }, show(body: any) { console.log(body.model); } };
export async function ask(question: string) {
  const body: any = { model: 'gpt-5.4', max_tokens: 900, messages: [{ role: 'user', content: question }] };
  tuning.show(body);
  tuning.limit(body);
  return client.chat.completions.create(body);
}
`;
    const [head] = await sketchesOf({ 'ask.ts': text }, 'ask.ts');
    assert.equal(head, 'call openai-chat openai gpt-5.4-nano (constant) cap 200 WRAPPER');
  });

  it('by functions that its caller lists, one after the other', async () => {
    const text = `${TYPESCRIPT_START}
class Bot {
  private body: any;
  constructor(...changes: Change[]) {
    const body = { model: 'gpt-5.4', max_tokens: 300 };
    for (const change of changes) change(body);
    this.body = body;
  }
  ask(question: string) {
    return client.chat.completions.create({ ...this.body, messages: [{ role: 'user', content: question }] });
  }
}
new Bot(withModel('gpt-5.4-mini'), withCap(70)).ask('Hi.');
new Bot(withCap(80)).ask('Hi.');
`;
    const sites = (await sketchesOf({ 'bot.ts': text }, 'bot.ts')).filter(line => line.startsWith('wrapper-call'));
    assert.deepEqual(sites, [
      'wrapper-call openai-chat openai gpt-5.4-mini (constant) cap 70 via ask',
      'wrapper-call openai-chat openai gpt-5.4 (constant) cap 80 via ask',
    ]);
  });

  it('by functions that `forEach` calls, all of them or nobody knows which (TypeScript)', async () => {
    const text = `${TYPESCRIPT_START}
const changes: Change[] = [withModel('gpt-5.4-mini'), body => { body.max_tokens = 70; }];
export async function ask(question: string) {
  const body: any = { model: 'gpt-5.4', max_tokens: 900, messages: [{ role: 'user', content: question }] };
  changes.forEach(change => change(body));
  return client.chat.completions.create(body);
}
export async function askWith(question: string, others: Change[]) {
  const body: any = { model: 'gpt-5.4', max_tokens: 900, messages: [{ role: 'user', content: question }] };
  others.forEach(change => {
    change(body);
  });
  return client.chat.completions.create(body);
}
`;
    const heads = (await sketchesOf({ 'ask.ts': text }, 'ask.ts')).filter(line => !line.startsWith(' '));
    assert.deepEqual(heads, [
      'call openai-chat openai gpt-5.4-mini (constant) cap 70 WRAPPER',
      'call openai-chat openai gpt-5.4 (default) cap 900 WRAPPER',
    ]);
  });

  it('by a function that a caller passes, if it does', async () => {
    const text = `${TYPESCRIPT_START}
class Bot {
  private body: any = { model: 'gpt-5.4', max_tokens: 300 };
  constructor(configure?: Change) {
    configure?.(this.body);
  }
  ask(question: string) {
    return client.chat.completions.create({ ...this.body, messages: [{ role: 'user', content: question }] });
  }
}
new Bot(body => { body.model = 'gpt-5.4-mini'; }).ask('Hi.');
new Bot().ask('Hi.');
function send(question: string, limit: Change, done: (body: any) => void) {
  const body = { model: 'gpt-5.4', max_tokens: 300, messages: [{ role: 'user', content: question }] };
  limit(body);
  done(body);
  return client.chat.completions.create(body);
}
send('Hi.', withCap(70), body => console.log(body));
`;
    const sites = (await sketchesOf({ 'bot.ts': text }, 'bot.ts')).filter(line => line.startsWith('wrapper-call'));
    assert.deepEqual(sites, [
      'wrapper-call openai-chat openai gpt-5.4-mini (constant) cap 300 via ask',
      'wrapper-call openai-chat openai gpt-5.4 (constant) cap 300 via ask',
      'wrapper-call openai-chat openai gpt-5.4 (constant) cap 70 via send',
    ]);
  });

  it("in Java, a builder, and in C#, a list and an object of options, by the class's own methods", async () => {
    const java = `import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.models.ChatModel;
import com.openai.models.chat.completions.ChatCompletionCreateParams;

public class Shop {
  private final OpenAIClient client = OpenAIOkHttpClient.fromEnv();

  private static void addRules(ChatCompletionCreateParams.Builder builder) {
    builder.model(ChatModel.GPT_4_1_MINI);
    builder.addSystemMessage("You sell bicycles.");
    builder.maxCompletionTokens(100);
  }

  public void ask(String question) {
    ChatCompletionCreateParams.Builder builder = ChatCompletionCreateParams.builder();
    addRules(builder);
    builder.addUserMessage(question);
    client.chat().completions().create(builder.build());
  }
}
`;
    const csharp = `using OpenAI.Chat;
using System.Collections.Generic;

public class Shop
{
    private readonly ChatClient client = new("gpt-4.1-mini", "key");

    private static void AddRules(List<ChatMessage> messages)
    {
        messages.Insert(0, new SystemChatMessage("You sell bicycles."));
    }

    private void Limit(ChatCompletionOptions options)
    {
        options.MaxOutputTokenCount = 90;
    }

    public void Ask(string question)
    {
        var messages = new List<ChatMessage> { new UserChatMessage(question) };
        AddRules(messages);
        var options = new ChatCompletionOptions();
        Limit(options);
        client.CompleteChat(messages, options);
    }
}
`;
    const inJava = await sketchesOf({ 'Shop.java': java }, 'Shop.java');
    const inCsharp = await sketchesOf({ 'Shop.cs': csharp }, 'Shop.cs');
    assert.match(inJava[0] ?? '', /^call openai-chat openai gpt-4\.1-mini \(constant\) cap 100/);
    assert.deepEqual(inJava.slice(1), ['  system system: You sell bicycles.', '  user: {question ~call}']);
    const call = inCsharp.findIndex(line => line.startsWith('call'));
    assert.match(inCsharp[call] ?? '', /^call openai-chat openai gpt-4\.1-mini \(constant\) cap 90/);
    assert.deepEqual(inCsharp.slice(call + 1), ['  system system: You sell bicycles.', '  user: {question ~call}']);
  });
});
