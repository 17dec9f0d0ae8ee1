import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

async function heads(source: string): Promise<readonly string[]> {
  return (await sketchesOf({ 'ask.py': source }, 'ask.py')).filter(line => line.startsWith('call '));
}

describe('objects that a comprehension makes any number of', () => {
  it('are alike, whichever is called', async () => {
    const source = `
from langchain_openai import ChatOpenAI

class Panel:
    def __init__(self, size):
        self.judges = [ChatOpenAI(model="gpt-5.4-mini", max_tokens=90) for _ in range(size)]

    def ask(self, i, text):
        self.judges[i].invoke(text)
        return self.judges[-1].invoke(text)
`;
    const call = 'call langchain openai gpt-5.4-mini (constant) cap 90';
    assert.deepEqual(
      (await heads(source)).map(line => line.replace(' WRAPPER', '')),
      [call, call],
    );
  });

  it('are as unknown as what they are made of', async () => {
    const source = `
from langchain_openai import ChatOpenAI

def ask(names, text):
    judges = [ChatOpenAI(model=name) for name in names]
    return judges[0].invoke(text)
`;
    assert.equal((await heads(source)).length, 1);
    assert.match((await heads(source))[0] ?? '', / \? /);
  });
});
