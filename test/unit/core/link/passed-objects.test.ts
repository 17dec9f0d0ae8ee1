import assert from 'node:assert/strict';
import { sketchesOfAll } from '../../link-project';

describe('objects that callers pass for parameters of which nothing is said (Python)', () => {
  const helper = `
from openai import OpenAI
class Helper:
    def __init__(self, model="gpt-5.4", limit=100):
        self.client = OpenAI()
        self.model = model
        self.limit = limit
    def ask(self, prompt):
        return self.client.responses.create(model=self.model, max_output_tokens=self.limit, input=prompt)
`;
  const flow = `
class Flow:
    def __init__(self, llm_helper, store):
        self.helper = llm_helper
        self.store = store
    def plan(self, text):
        self.store.save(text)
        return self.helper.ask(f"Plan: {text}")
`;
  const ofFlow = (sketches: ReadonlyMap<string, readonly string[]>) => sketches.get('src/graph/flow.py');

  it('a constructor is passed an object that another file makes', async () => {
    const files = {
      'src/llm/helper.py': helper,
      'src/graph/flow.py': flow,
      'app.py': `
from src.llm.helper import Helper
from src.graph.flow import Flow
def main(store):
    helper = Helper("gpt-5.4-mini")
    flow = Flow(llm_helper=helper, store=store)
    return flow.plan("a day")
`,
    };
    const all = await sketchesOfAll(files);
    assert.deepEqual(ofFlow(all), [
      'wrapper-call openai-responses openai gpt-5.4-mini (constant) cap 100 via ask WRAPPER',
      '  user: Plan: {text ~unknown}',
    ]);
    assert.deepEqual(all.get('app.py'), [
      'wrapper-call openai-responses openai gpt-5.4-mini (constant) cap 100 via plan > ask',
      '  user: Plan: a day',
    ]);
  });

  it('several callers pass different ones, or one that is not known', async () => {
    const of = (second: string) => ({
      'src/llm/helper.py': helper,
      'src/graph/flow.py': flow,
      'one.py': `
from src.llm.helper import Helper
from src.graph.flow import Flow
flow = Flow(Helper(), None)
`,
      'two.py': second,
    });
    const known = await sketchesOfAll(
      of(`
from src.llm.helper import Helper
from src.graph import flow
def make(chat_helper):
    return flow.Flow(chat_helper, None)
made = make(Helper("gpt-5.4-mini"))
`),
    );
    assert.deepEqual(ofFlow(known), [
      'wrapper-call openai-responses openai ? one of gpt-5.4, gpt-5.4-mini (constant) cap 100 via ask WRAPPER',
      '  user: Plan: {text ~unknown}',
    ]);
    const open = await sketchesOfAll(
      of(`
import other
from src.graph.flow import Flow
flow = Flow(other.make(), None)
`),
    );
    assert.deepEqual(ofFlow(open), [
      'wrapper-call openai-responses ? ? depends on which object it is called on (unknown) cap 100 via ask WRAPPER',
      '  user: Plan: {text ~unknown}',
    ]);
  });

  it('nothing is said where nobody passes one, or what is passed calls no model', async () => {
    const files = {
      'src/graph/flow.py': flow,
      'app.py': `
from src.graph.flow import Flow
class Quiet:
    def ask(self, prompt):
        return prompt
Flow(Quiet(), None)
`,
    };
    assert.deepEqual(ofFlow(await sketchesOfAll(files)), []);
    assert.deepEqual(ofFlow(await sketchesOfAll({ 'src/graph/flow.py': flow, 'src/llm/helper.py': helper })), []);
  });
});
