import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

async function callWith(made: string): Promise<string> {
  const source = `
import os
import yaml
from openai import OpenAI
from pydantic import BaseModel
class Settings(BaseModel):
    model: str = "gpt-5.4-nano"
    cap: int = 6
known = {"model": "gpt-5.4", "cap": 70}
part = {"model": "gpt-5.4"}
def make(**options):
    return Settings(**options)
settings = ${made}
OpenAI().responses.create(model=settings.model, input="Hi.", max_output_tokens=settings.cap)
`;
  return (await sketchesOf({ 'use.py': source }, 'use.py'))[0]?.replace('call openai-responses openai ', '') ?? '';
}

describe('fields of which a table is spread into the call that makes the object', () => {
  it('are what the table says', async () => {
    assert.equal(await callWith('Settings(**known)'), 'gpt-5.4 (constant) cap 70');
    assert.equal(await callWith('Settings(**{"llm": known}["llm"])'), 'gpt-5.4 (constant) cap 70');
    assert.equal(await callWith('make(**known)'), 'gpt-5.4 (constant) cap 70');
  });

  it('are what the class says where the table says nothing', async () => {
    assert.equal(await callWith('Settings(**part)'), 'gpt-5.4 (constant) cap 6');
    assert.equal(await callWith('Settings(**part, cap=8)'), 'gpt-5.4 (constant) cap 8');
  });

  it('are unknown, but for a default, where the table could not be read', async () => {
    assert.equal(
      await callWith('Settings(**yaml.safe_load(open(os.environ["SETTINGS"])))'),
      '? depends on model (comes from a value that could not be read) (unknown) cap unknown',
    );
    assert.equal(
      await callWith('Settings(**part, **yaml.safe_load(open(os.environ["SETTINGS"])))'),
      '? depends on model (comes from a value that could not be read) (unknown) cap unknown',
    );
  });
});
