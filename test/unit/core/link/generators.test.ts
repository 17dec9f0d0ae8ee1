import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

describe('generators that hand on what one of several yields', () => {
  const expected = [
    'wrapper-call openai-responses openai ? one of gpt-5.4-mini, gpt-5.4 (constant) cap absent via either > small',
    '  user: Hello.',
  ];

  it('are one call where a branch returns (TypeScript)', async () => {
    const source = `
import OpenAI from 'openai';
const client = new OpenAI();
async function* small(input: string) { yield* await client.responses.create({ model: 'gpt-5.4-mini', input, stream: true }); }
async function* large(input: string) { yield* await client.responses.create({ model: 'gpt-5.4', input, stream: true }); }
async function* either(input: string) {
  if (process.env.SMALL) {
    yield* small(input);
    return;
  }
  yield* large(input);
}
export const greet = () => either('Hello.');
`;
    assert.deepEqual((await sketchesOf({ 'a.ts': source }, 'a.ts')).slice(-2), expected);
  });

  it('are one call where a branch returns (Python)', async () => {
    const source = `
import os
from openai import OpenAI
client = OpenAI()
def small(prompt):
    yield from client.responses.create(model="gpt-5.4-mini", input=prompt, stream=True)
def large(prompt):
    yield from client.responses.create(model="gpt-5.4", input=prompt, stream=True)
def either(prompt):
    if os.environ.get("SMALL"):
        yield from small(prompt)
        return
    yield from large(prompt)
def greet():
    return either("Hello.")
`;
    assert.deepEqual((await sketchesOf({ 'a.py': source }, 'a.py')).slice(-2), expected);
  });
});
