import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

describe('a method in whose place an object was given another function', () => {
  it('is not called, nor is what it sends sent (Python)', async () => {
    const source = `
from openai import OpenAI

class Desk:
    def __init__(self, model):
        self.client = OpenAI()
        self.model = model
    def plan(self, text):
        return self.client.chat.completions.create(model=self.model, max_completion_tokens=50, messages=[{"role": "user", "content": text}])
    def run(self, text):
        return self.plan(text)

def fake(text):
    return text

def test_run():
    desk = Desk("gpt-5.4")
    desk.plan = fake
    assert desk.run("One.")

def test_for_real():
    desk = Desk("gpt-5.4-mini")
    assert desk.run("Two.")
`;
    const heads = (await sketchesOf({ 'a.py': source }, 'a.py')).filter(line => line.includes('via run'));
    assert.deepEqual(heads, ['wrapper-call openai-chat openai gpt-5.4-mini (constant) cap 50 via run > plan']);
  });
});
