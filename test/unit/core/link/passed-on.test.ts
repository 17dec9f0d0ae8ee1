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
