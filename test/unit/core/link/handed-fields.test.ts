import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

const python = (body: string) => `from openai import OpenAI

client = OpenAI()


def limit(options):
    options["max_tokens"] = 100


def widen(options):
    options["max_tokens"] = 2000


def show(options):
    print(options["max_tokens"])


class Chat:
    def __init__(self):
        self.messages = [{"role": "system", "content": "You sell bicycles."}]
        self.options = {"model": "gpt-5.4", "max_tokens": 900}
${body}

    def add_rules(self, messages):
        messages.append({"role": "user", "content": "Be brief."})

`;

async function sites(body: string): Promise<readonly string[]> {
  return sketchesOf({ 'chat.py': python(body) }, 'chat.py');
}

describe("an object's field that is handed to a function, as a statement", () => {
  it('holds what the function sets in it', async () => {
    const found = await sites(`    def ask(self):
        limit(self.options)
        self.add_rules(self.messages)
        return client.chat.completions.create(messages=self.messages, **self.options)`);
    assert.equal(found[0], 'call openai-chat openai gpt-5.4 (constant) cap 100');
    assert.match(found.join('\n'), /user: Be brief\./);
  });

  it('in the constructor, too, and by another method perhaps', async () => {
    const made = await sites(`        limit(self.options)

    def ask(self):
        return client.chat.completions.create(messages=self.messages, **self.options)`);
    const begun = await sites(`    def begin(self, brief):
        if not brief:
            widen(self.options)

    def ask(self):
        return client.chat.completions.create(messages=self.messages, **self.options)`);
    assert.equal(made[0], 'call openai-chat openai gpt-5.4 (constant) cap 100');
    assert.equal(begun[0], 'call openai-chat openai gpt-5.4 (constant) cap 2000');
  });

  it('but nothing of what only reads it, and nothing that stands below', async () => {
    const found = await sites(`    def ask(self):
        show(self.options)
        answer = client.chat.completions.create(messages=self.messages, **self.options)
        return answer`);
    assert.deepEqual(found, ['call openai-chat openai gpt-5.4 (constant) cap 900', '  system system: You sell bicycles.']);
  });

  it('in TypeScript, too', async () => {
    const text = `import OpenAI from 'openai';
const client = new OpenAI();
function limit(body: any) { body.max_tokens = 100; }
class Chat {
  body: any = { model: 'gpt-5.4', max_tokens: 900, messages: [{ role: 'user', content: 'Hi.' }] };
  ask() {
    limit(this.body);
    return client.chat.completions.create(this.body);
  }
}
`;
    const [head] = await sketchesOf({ 'chat.ts': text }, 'chat.ts');
    assert.equal(head, 'call openai-chat openai gpt-5.4 (constant) cap 100');
  });
});
