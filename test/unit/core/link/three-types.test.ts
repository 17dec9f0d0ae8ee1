import assert from 'node:assert/strict';
import { toSource } from '../../../../src/core/source/text-map';
import { linkProject, sketch } from '../../link-project';

describe('what the types must carry', () => {
  it('a wrapper across two files makes its callers call sites', async () => {
    const files = {
      'app/llm.py': `
from anthropic import Anthropic

client = Anthropic()

def complete(model: str, system: str, messages, max_tokens: int = 600) -> str:
    return client.messages.create(model=model, system=system, messages=messages, max_tokens=max_tokens)
`,
      'app/followup.py': `
from .llm import complete

def write(order):
    return complete("claude-haiku-5-5", "Write a short follow-up.", [{"role": "user", "content": f"Order: {order}"}], max_tokens=250)
`,
    };
    const callers = await linkProject(files, 'app/followup.py');
    assert.deepEqual(callers.sites.flatMap(sketch), [
      'wrapper-call anthropic-messages anthropic claude-haiku-5-5 (constant) cap 250 via complete',
      '  system system: Write a short follow-up.',
      '  user: Order: {order ~unknown}',
    ]);
    const inner = await linkProject(files, 'app/llm.py');
    assert.deepEqual(inner.sites.flatMap(sketch), [
      'call anthropic-messages anthropic ? comes from the parameter model (caller) cap 600 WRAPPER',
      '  system system: {system ~unknown}',
      '  user*: {messages ~turn+}',
    ]);
  });

  it('a wrapper across two TypeScript files does too, options object and all', async () => {
    const files = {
      'src/llm.ts': `
import OpenAI from 'openai';
const openai = new OpenAI();
export async function ask({ model, prompt, maxTokens = 400 }: { model: string; prompt: string; maxTokens?: number }) {
  const response = await openai.responses.create({ model, input: prompt, max_output_tokens: maxTokens });
  return response.output_text;
}
`,
      'src/titles.ts': `
import { ask } from './llm';
export const title = (text: string) => ask({ model: 'gpt-6-luna', prompt: \`Give a title to: \${text}\` });
`,
    };
    const { sites } = await linkProject(files, 'src/titles.ts');
    assert.deepEqual(sites.flatMap(sketch), [
      'wrapper-call openai-responses openai gpt-6-luna (constant) cap 400 via ask',
      '  user: Give a title to: {text ~unknown}',
    ]);
  });

  it('a helper that appends to messages in a loop keeps their order and their growth', async () => {
    const files = {
      'chat.py': `
from openai import OpenAI

client = OpenAI()

def build(turns):
    messages = [{"role": "system", "content": "Be brief."}]
    for turn in turns:
        messages.append({"role": turn.role, "content": turn.text})
    return messages

def answer(turns, question):
    messages = build(turns)
    messages.append({"role": "user", "content": question})
    return client.chat.completions.create(model="gpt-5.4", messages=messages, max_completion_tokens=300)
`,
    };
    const { sites } = await linkProject(files, 'chat.py');
    assert.deepEqual(sites.flatMap(sketch), [
      'call openai-chat openai gpt-5.4 (literal) cap 300',
      '  system system: Be brief.',
      '  user*: {turn.text ~unknown}',
      '  user: {question ~call}',
    ]);
  });

  it('a prompt in an indented triple-quoted string maps back to its source', async () => {
    const source = `
from textwrap import dedent
from openai import OpenAI

def summarise(text):
    prompt = dedent("""\\
        Summarise the text.
          Keep \\"quotes\\" and caf\\u00e9s.

        Text: """) + text
    return OpenAI().chat.completions.create(model="gpt-5.4", messages=[{"role": "user", "content": prompt}])
`;
    const { sites } = await linkProject({ 'summary.py': source }, 'summary.py');
    const [site] = sites;
    const piece = site?.request.segments[0]?.pieces[0];
    assert.ok(piece?.kind === 'text');
    assert.equal(piece.text.text, 'Summarise the text.\n  Keep "quotes" and cafés.\n\nText: ');
    const at = (words: string) => {
      const from = piece.text.text.indexOf(words);
      const span = toSource(piece.text, from, from + words.length);
      return span === undefined ? undefined : source.slice(span.start, span.end);
    };
    assert.equal(at('Summarise'), 'Summarise');
    assert.equal(at('Keep'), 'Keep');
    assert.equal(at('"quotes"'), '\\"quotes\\"');
    assert.equal(at('cafés'), 'caf\\u00e9s');
    assert.equal(at('Text: '), 'Text: ');
  });
});
