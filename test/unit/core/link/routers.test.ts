import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

/** A project whose every call goes through a function that makes the client of one of some thirty providers. */
function routed(): Readonly<Record<string, string>> {
  const branches = Array.from(
    { length: 30 },
    (_, index) => `    ${index === 0 ? 'if' : 'elif'} provider == "p${index}":
        llm = ChatOpenAI(base_url="https://p${index}.example/v1", **kwargs)
`,
  );
  return {
    'router.py': `from langchain_openai import ChatOpenAI

class Provider:
    def __init__(self, llm):
        self.llm = llm

    async def answer(self, messages):
        return await self.llm.ainvoke(messages)

def provider_for(provider, **kwargs):
${branches.join('')}    else:
        raise ValueError(provider)
    return Provider(llm)

async def ask(messages, model, provider):
    return await provider_for(provider, model=model, max_tokens=900).answer(messages)
`,
    'main.py': `from router import ask

async def title(text, provider):
    return await ask([("user", "Name it in five words.")], "gpt-5.4", provider)
`,
  };
}

describe('clients made by one function for many providers', () => {
  it('say the model and cap that all of them are given', async () => {
    assert.deepEqual(await sketchesOf(routed(), 'main.py'), [
      'wrapper-call langchain ? gpt-5.4 (constant) cap 900 via ask > answer',
      '  user: Name it in five words.',
    ]);
  });
});
