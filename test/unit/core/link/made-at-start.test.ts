import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

describe('what is made once, when a program starts, and is told the time', () => {
  it('is an object, and what it was told stays the same (Python)', async () => {
    const source = `
from datetime import datetime
from langchain_core.prompts import ChatPromptTemplate
from langchain_openai import ChatOpenAI
from pydantic_ai import Agent

agent = Agent("openai:gpt-5.4", system_prompt=f"Today is {datetime.now()}.")
prompt = ChatPromptTemplate.from_messages([("system", "It is {time}."), ("human", "{question}")]).partial(time=datetime.now())
chain = prompt | ChatOpenAI(model="gpt-5.4-mini", max_tokens=40)

def ask(question):
    agent.run_sync("Hello.")
    chain.invoke({"question": question})
`;
    const found = await sketchesOf({ 'desk.py': source }, 'desk.py');
    assert.deepEqual(found.slice(found.findIndex(line => line.startsWith('call'))), [
      'call pydantic-ai openai openai:gpt-5.4 (constant) cap absent',
      '  system system: Today is {datetime.now() !deploy}.',
      '  user: Hello.',
      'call langchain openai gpt-5.4-mini (constant) cap 40',
      '  system system: It is {datetime.now() !deploy}.',
      '  user: {question ~call}',
    ]);
  });

  it('is a text that stays the same (Python)', async () => {
    const source = `
from datetime import datetime
from openai import OpenAI

client = OpenAI()
DAY = "Today is " + str(datetime.now()) + "."
YEAR = datetime.now().strftime("%Y")

def ask():
    client.responses.create(model="gpt-5.4", instructions=DAY, input="Hello.")
    client.responses.create(model="gpt-5.4", instructions=YEAR, input="Hello.")
`;
    assert.deepEqual(await sketchesOf({ 'desk.py': source }, 'desk.py'), [
      'call openai-responses openai gpt-5.4 (literal) cap absent',
      '  system system: Today is {datetime.now() !deploy}.',
      '  user: Hello.',
      'call openai-responses openai gpt-5.4 (literal) cap absent',
      '  system system: {YEAR !deploy}',
      '  user: Hello.',
    ]);
  });

  it('is an object, where another file makes it (TypeScript)', async () => {
    const files = {
      'agent.ts': `
import { Agent } from '@openai/agents';
export const agent = new Agent({ name: 'Desk', model: 'gpt-5.4', instructions: \`Today is \${new Date().toISOString()}.\` });
`,
      'main.ts': `
import { run } from '@openai/agents';
import { agent } from './agent';
export const ask = () => run(agent, 'Hello.');
`,
    };
    assert.deepEqual(await sketchesOf(files, 'main.ts'), [
      'call openai-agents openai gpt-5.4 (constant) cap absent',
      '  system system: Today is {Date().toISOString() !deploy}.',
      '  user: Hello.',
    ]);
  });
});
