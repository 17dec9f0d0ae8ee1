import assert from 'node:assert/strict';
import { sketchesOf, sketchesOfAll } from '../../link-project';

describe('objects that callers pass for parameters of which nothing is said (Python, JavaScript)', () => {
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

  it('where it may be anything, or nothing', async () => {
    for (const declared of ['llm_helper: Any', 'llm_helper=None', 'llm_helper: Any | None = None']) {
      const files = {
        'src/llm/helper.py': helper,
        'src/graph/flow.py': `from typing import Any\n${flow.replace('llm_helper, store', `store, ${declared}`)}`,
        'app.py': `
from src.llm.helper import Helper
from src.graph.flow import Flow
flow = Flow(None, Helper("gpt-5.4-mini"))
`,
      };
      const [head] = ofFlow(await sketchesOfAll(files)) ?? [];
      assert.equal(head, 'wrapper-call openai-responses openai gpt-5.4-mini (constant) cap 100 via ask WRAPPER', declared);
    }
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
      'wrapper-call openai-responses ? ? depends on which object it is called on (unknown) cap unknown via ask WRAPPER',
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

  it('a client or a model of a package is passed, which no name or shape of the call tells', async () => {
    const files = {
      'app.py': `
import cohere
from openai import OpenAI
from langchain_openai import ChatOpenAI
from pictures import vector, plan, Writer
co = cohere.ClientV2(api_key="k")
vector("picture", co)
Writer(ChatOpenAI(model="gpt-5.4-mini", max_tokens=80)).write("a day")
plan(OpenAI(base_url="https://api.deepseek.com"), "a trip")
`,
      'pictures.py': `
def vector(text, _cohere_client):
    return _cohere_client.embed(model="embed-v4.0", input_type="search_document", texts=[text])
def plan(client, text):
    return client.chat.completions.create(model="deepseek-chat", messages=[{"role": "user", "content": text}])
class Writer:
    def __init__(self, chat):
        self.chat = chat
    def write(self, text):
        return self.chat.invoke(f"Write: {text}")
`,
    };
    const all = await sketchesOfAll(files);
    assert.deepEqual(all.get('pictures.py'), [
      'call cohere-embeddings cohere embed-v4.0 (literal) cap unsupported WRAPPER',
      '  user: {text ~unknown}',
      'call openai-chat deepseek deepseek-chat (literal) cap absent WRAPPER',
      '  user: {text ~unknown}',
      'call langchain openai gpt-5.4-mini (constant) cap 80 WRAPPER',
      '  user: Write: {text ~unknown}',
    ]);
  });

  it('models that overwrite a call of their package, which a file called setup.py passes on', async () => {
    const files = {
      'app/models.py': `
from langchain_openai import ChatOpenAI
class Plain(ChatOpenAI):
    def invoke(self, input, config=None, **kwargs):
        return super().invoke(input, config, **kwargs).content
def make(name):
    return Plain(model=name, max_tokens=70)
`,
      'app/gardener.py': `
def make_gardener(llm):
    def node(state):
        return {"garden": llm.invoke(f"Plan a garden of {state['size']}.")}
    return node
`,
      'app/setup.py': `
from typing import Any
from app.gardener import make_gardener
class Setup:
    def __init__(self, quick_llm: Any):
        self.quick_llm = quick_llm
    def nodes(self):
        return [make_gardener(self.quick_llm)]
`,
      'app/main.py': `
from app.models import make
from app.setup import Setup
Setup(make("gpt-5.4-mini")).nodes()
`,
    };
    const all = await sketchesOfAll(files);
    assert.deepEqual(all.get('app/gardener.py'), [
      'wrapper-call langchain openai gpt-5.4-mini (constant) cap 70 via invoke WRAPPER',
      '  user: Plan a garden of {state.size ~unknown}.',
    ]);
  });

  it('an object that hands over itself, of which a field holds the function (Python)', async () => {
    const files = {
      'llm.py': `
import litellm
from steps import run_text
class Llm:
    def __init__(self):
        self.completions = complete
        self.model = "gpt-5.4"
    def run(self, messages):
        params = {"model": self.model, "messages": messages}
        yield from run_text(self, params)
def complete(**params):
    params["model"] = params["model"].replace(":latest", "")
    yield from litellm.completion(**params)
`,
      'steps.py': `
def run_text(llm, params):
    for chunk in llm.completions(**params):
        yield chunk
`,
      'respond.py': `
from llm import Llm
def respond():
    yield from Llm().run([{"role": "system", "content": "You are brief."}])
`,
    };
    assert.deepEqual(await sketchesOf(files, 'respond.py'), [
      'wrapper-call openai-chat openai gpt-5.4 (constant) cap absent via run > run_text > complete',
      '  system system: You are brief.',
    ]);
  });

  it('a function is passed one as a field of what its own caller passes (JavaScript)', async () => {
    const files = {
      'build.js': `
import { GoogleGenerativeAI } from '@google/generative-ai';
const google = new GoogleGenerativeAI(process.env.KEY);
export async function build({ rules }) {
  const model = google.getGenerativeModel({ model: 'gemini-3-flash', systemInstruction: rules });
  return { chat: model.startChat({ history: [] }), rules };
}
`,
      'rounds.js': `
async function tryAgain(chat, message, { times = 3 } = {}) {
  for (let round = 0; round < times; round++) {
    try {
      return await chat.sendMessage(message);
    } catch (error) {
      console.warn(error);
    }
  }
}
export async function rounds(params) {
  const { chat, message } = params;
  return tryAgain(chat, message, { times: 2 });
}
`,
      'main.js': `
import { build } from './build.js';
import { rounds } from './rounds.js';
export async function answer(text) {
  const { chat } = await build({ rules: 'Be kind.' });
  return rounds({ chat, message: text });
}
`,
    };
    const all = await sketchesOfAll(files);
    assert.deepEqual(all.get('rounds.js'), [
      'call google-genai google gemini-3-flash (constant) cap absent WRAPPER',
      '  system system: Be kind.',
      '  user: {message ~call}',
    ]);
    assert.equal(all.get('main.js')?.[0], 'wrapper-call google-genai google gemini-3-flash (constant) cap absent via rounds > tryAgain');
  });
});
