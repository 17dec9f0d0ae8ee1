import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

/** Whether callers decide about a call that sends this, made of its function's parameter `convo`. */
async function isWrapper(sent: string): Promise<boolean> {
  const text = `import json
from openai import OpenAI
from langchain_core.messages import trim_messages
from app.prompts import prompts
client = OpenAI()

def ask(convo):
    return client.chat.completions.create(model="gpt-5.4", messages=${sent})
`;
  const [site] = await sketchesOf({ 'app/llm.py': text }, 'app/llm.py');
  assert.ok(site !== undefined, sent);
  return site.endsWith('WRAPPER');
}

describe('what a function passes on', () => {
  for (const sent of [
    'convo.messages',
    'convo.fork().messages',
    'convo.to_openai()',
    '[m.to_dict() for m in convo]',
    'trim_messages(convo, max_tokens=2000)',
    'json.dumps(convo)',
    '[{"role": "user", "content": convo.text.strip()}]',
  ])
    it(`its callers decide about ${sent}`, async () => assert.equal(await isWrapper(sent), true));

  for (const sent of [
    'prompts.get(convo)',
    'convo.read()',
    'convo.load_history()',
    'prompts.load(f"{convo}.md")',
    '[{"role": "user", "content": prompts.render(question=convo)}]',
    '[{"role": "system", "content": "Answer briefly."}, {"role": "user", "content": convo.to_text()}]',
  ])
    it(`its callers do not decide about ${sent}`, async () => assert.equal(await isWrapper(sent), false));
});

describe('what callers decide of a model or a cap', () => {
  for (const [model, cap] of [
    ['model.replace(":latest", "")', '300'],
    ['f"openai/{model}"', '300'],
    ['model.split("/")[-1]', '300'],
    ['"gpt-5.4"', 'min(limit, 4096)'],
    ['"gpt-5.4"', 'int(limit)'],
  ])
    it(`they are asked where it is made of what they pass: ${model}, ${cap}`, async () => {
      const files = {
        'app/llm.py': `from openai import OpenAI
client = OpenAI()

def ask(text, model="gpt-5.4-mini", limit=200):
    return client.chat.completions.create(model=${model}, max_tokens=${cap}, messages=[{"role": "user", "content": "Answer briefly: " + text}])
`,
        'app/use.py': 'from app.llm import ask\nask("Hi.", model="gpt-5.4-nano", limit=100)\n',
      };
      assert.match((await sketchesOf(files, 'app/llm.py'))[0] ?? '', /WRAPPER$/);
      const [called] = await sketchesOf(files, 'app/use.py');
      assert.match(called ?? '', model === '"gpt-5.4"' ? / gpt-5\.4 \(literal\) cap 100 / : /[ /]gpt-5\.4-nano /);
    });

  it('nobody else is, where it is looked up by what they pass', async () => {
    const files = {
      'app/llm.py': `from openai import OpenAI
from app.store import store
client = OpenAI()

def ask(text, name):
    return client.chat.completions.create(model=store.find(name), max_tokens=9, messages=[{"role": "user", "content": "Answer briefly: " + text}])
`,
    };
    assert.doesNotMatch((await sketchesOf(files, 'app/llm.py'))[0] ?? '', /WRAPPER$/);
  });
});
