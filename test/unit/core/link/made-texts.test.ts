import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

describe('reading texts that functions make', () => {
  it('texts made by functions (Python)', async () => {
    const files = {
      'main.py': `
import json
from openai import OpenAI

client = OpenAI()
NAME = "Ada"
SCHEMA = {"name": "string", "tags": ["a", None, True], "note": "say \\"hi\\""}

def send(text):
    client.responses.create(model="gpt-5.4", input=text)

def run(question):
    send(json.dumps(SCHEMA))
    send(json.dumps({"q": question, "n": 1}, indent=2))
    send("{name} asks {q}".format_map({"name": NAME, "q": question}))
    send("-" * 3 + NAME.upper() + "\\n".join(map(str, [1, 2])))
    send("=" * 10000)
`,
    };
    assert.deepEqual(await sketchesOf(files, 'main.py'), [
      'call openai-responses openai gpt-5.4 (literal) cap absent WRAPPER',
      '  user: {text ~unknown}',
      'wrapper-call openai-responses openai gpt-5.4 (literal) cap absent via send',
      '  user: {"name": "string", "tags": ["a", null, true], "note": "say \\"hi\\""}',
      'wrapper-call openai-responses openai gpt-5.4 (literal) cap absent via send',
      '  user: {\n  "q": {question ~call},\n  "n": 1\n}',
      'wrapper-call openai-responses openai gpt-5.4 (literal) cap absent via send',
      '  user: Ada asks {question ~call}',
      'wrapper-call openai-responses openai gpt-5.4 (literal) cap absent via send',
      '  user: ---ADA1\n2',
      'wrapper-call openai-responses openai gpt-5.4 (literal) cap absent via send',
      '  user: {text * scalar ~unknown}',
    ]);
  });

  it('texts made by functions (TypeScript)', async () => {
    const files = {
      'main.ts': `
import { dedent } from 'dedent';
import { stripIndent } from 'common-tags';
import OpenAI from 'openai';

const client = new OpenAI();
const send = (text: string) => client.responses.create({ model: 'gpt-5.4', input: text });
const NAME = 'Ada';

export function run(question: string) {
  send(dedent\`
    Hello
      \${NAME}.
  \`);
  send(stripIndent\`
    Bye.
  \`);
  send(JSON.stringify({ q: question, tags: ['a', null, true] }));
  send(JSON.stringify({ a: 1 }, null, 2));
  send(['p', 'q'].map((item, index) => \`\${index + 1}. \${item}\`).join('\\n'));
  send(['a', '', undefined, 'b'].filter(Boolean).join(' '));
  send('Dear {{name}}, {{name}}'.replace(/\\{\\{name\\}\\}/g, NAME));
  send('Dear   x'.replace(/\\s+/g, ' '));
  send(\`\${'='.repeat(5)}\${NAME.toLowerCase()}\`);
  send(Object.entries({ a: 'A', b: 'B' }).map(([key, value]) => \`\${key}: \${value}\`).join('\\n'));
}
`,
    };
    assert.deepEqual(await sketchesOf(files, 'main.ts'), [
      'call openai-responses openai gpt-5.4 (literal) cap absent WRAPPER',
      '  user: {text ~unknown}',
      'wrapper-call openai-responses openai gpt-5.4 (literal) cap absent via send',
      '  user: Hello\n  Ada.',
      'wrapper-call openai-responses openai gpt-5.4 (literal) cap absent via send',
      '  user: Bye.',
      'wrapper-call openai-responses openai gpt-5.4 (literal) cap absent via send',
      '  user: {"q":{question ~call},"tags":["a",null,true]}',
      'wrapper-call openai-responses openai gpt-5.4 (literal) cap absent via send',
      '  user: {\n  "a": 1\n}',
      'wrapper-call openai-responses openai gpt-5.4 (literal) cap absent via send',
      '  user: 1. p\n2. q',
      'wrapper-call openai-responses openai gpt-5.4 (literal) cap absent via send',
      '  user: a b',
      'wrapper-call openai-responses openai gpt-5.4 (literal) cap absent via send',
      '  user: Dear Ada, Ada',
      'wrapper-call openai-responses openai gpt-5.4 (literal) cap absent via send',
      '  user: {text.replace() ~unknown}',
      'wrapper-call openai-responses openai gpt-5.4 (literal) cap absent via send',
      '  user: =====ada',
      'wrapper-call openai-responses openai gpt-5.4 (literal) cap absent via send',
      '  user: a: A\nb: B',
    ]);
  });
});
