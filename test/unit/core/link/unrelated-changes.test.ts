import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

async function heads(text: string, name = 'main.py'): Promise<readonly string[]> {
  return (await sketchesOf({ [name]: text }, name)).filter(line => !line.startsWith(' '));
}

const MODEL_OF_ENVIRONMENT = `
import os
from openai import OpenAI

client = OpenAI()
MODEL = os.environ.get("MODEL", "gpt-5-mini")

def ask(question):
    return client.responses.create(model=MODEL, input=question)
`;

describe('what else a file does', () => {
  it('leaves a module as it is by calling its functions, whatever lists have by that name (Python)', async () => {
    const [alone] = await heads(MODEL_OF_ENVIRONMENT);
    assert.equal(alone, 'call openai-responses openai gpt-5-mini (environment) cap absent WRAPPER');
    for (const statement of ['os.remove(path)', 'os.append(path)', 'os.insert(0, path)', 'os.update(path)'])
      assert.deepEqual(await heads(`${MODEL_OF_ENVIRONMENT}\ndef clean(path):\n    ${statement}\n`), [alone], statement);
  });

  it('still changes a list that is imported by its name (Python)', async () => {
    const files = {
      'models.py': 'MODELS = ["gpt-5-mini"]\n',
      'main.py': `
from openai import OpenAI
from models import MODELS

MODELS.insert(0, "gpt-5.4")
OpenAI().responses.create(model=MODELS[0], input="Hello")
`,
    };
    assert.deepEqual(
      (await sketchesOf(files, 'main.py')).filter(line => !line.startsWith(' ')),
      ['call openai-responses openai gpt-5.4 (constant) cap absent'],
    );
  });

  it('leaves settings of a session alone that others of it are set from (Python)', async () => {
    const called = (settings: number) => `
import streamlit as st
from langchain_openai import ChatOpenAI

def ask():
    st.session_state.model = "gpt-5-mini"
    one = ChatOpenAI(model="gpt-5.4", api_key=st.session_state.key, max_tokens=200)
    two = ChatOpenAI(model=st.session_state.model, api_key=st.session_state.get("key"), max_tokens=300)
    three = ChatOpenAI(model="gpt-5.4", api_key=st.session_state["key"], max_tokens=400)
    return one, two, three
${Array.from(
  { length: settings },
  (_, index) => `
def show_${index}():
    given = st.text_input("Setting", value=st.session_state.s${index})
    if given:
        st.session_state.s${index} = given
`,
).join('')}`;
    const expected = [
      'constructor langchain openai gpt-5.4 (literal) cap 200',
      'constructor langchain openai gpt-5-mini (constant) cap 300',
      'constructor langchain openai gpt-5.4 (literal) cap 400',
    ];
    assert.deepEqual(await heads(called(1)), expected);
    assert.deepEqual(await heads(called(40)), expected);
  });
});
