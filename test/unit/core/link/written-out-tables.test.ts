import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

async function heads(source: string): Promise<readonly string[]> {
  return (await sketchesOf({ 'models.py': source }, 'models.py')).filter(line => /^(?:wrapper-)?call /.test(line));
}

describe('tables that comprehensions build', () => {
  it('have an entry for each member of an enumeration', async () => {
    const source = `
from enum import StrEnum
from langchain_anthropic import ChatAnthropic
from langchain_openai import ChatOpenAI

class OpenAIName(StrEnum):
    MINI = "gpt-5.4-mini"
    FULL = "gpt-5.4"

class ClaudeName(StrEnum):
    SONNET = "claude-sonnet-5"

NAMES = {m: m.value for m in OpenAIName} | {m: m.value for m in ClaudeName}

def make(name, /):
    api_name = NAMES.get(name)
    if not api_name:
        raise ValueError(name)
    if name in OpenAIName:
        return ChatOpenAI(model=api_name)
    if name in ClaudeName:
        return ChatAnthropic(model=api_name)
    raise ValueError(name)

make(OpenAIName.FULL).invoke("Hi.")
make(ClaudeName.SONNET).invoke("Hi.")

def ask(name):
    return make(name).invoke("Hi.")
`;
    assert.deepEqual(await heads(source), [
      'call langchain openai gpt-5.4 (constant) cap absent',
      'call langchain anthropic claude-sonnet-5 (constant) cap unknown',
      'call langchain ? ? one of gpt-5.4-mini, gpt-5.4, claude-sonnet-5 (constant) cap unknown WRAPPER',
    ]);
  });

  it('have what a condition leaves, and of an unknown list nothing that is known', async () => {
    const source = `
from openai import OpenAI
client = OpenAI()
ROWS = [("fast", "gpt-5.4-mini"), ("good", "gpt-5.4")]
BY_NAME = {name: model for name, model in ROWS}
FEW = {name: model for name, model in ROWS if allowed(model)}

client.responses.create(model=BY_NAME["good"], input="Hi.")
client.responses.create(model=FEW.get("fast", "gpt-5.4-nano"), input="Hi.")

def ask(rows, name):
    table = {row.name: row.model for row in rows}
    client.responses.create(model=table[name], input="Hi.")
`;
    const [first, second, third] = await heads(source);
    assert.equal(first, 'call openai-responses openai gpt-5.4 (constant) cap absent');
    assert.equal(second, 'call openai-responses openai ? one of gpt-5.4-mini, gpt-5.4-nano (constant) cap absent');
    assert.doesNotMatch(third ?? '', /constant|literal/);
  });
});
