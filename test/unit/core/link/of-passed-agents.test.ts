import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

const callsIn = async (file: string, source: string) =>
  (await sketchesOf({ [file]: source }, file)).filter(line => /^(?:wrapper-)?call .*mini/.test(line));

describe('an agent that callers pass', () => {
  it('is a call site of theirs, whatever prompt is put around what they ask', async () => {
    const source = `
from agents import Agent, Runner

class DeskRunner(Runner):
    @classmethod
    async def run(cls, *args, **kwargs):
        return await Runner.run(*args, **kwargs)

async def sum_up(agent, text):
    return await Runner.run(agent, f"Sum up: {text}")

async def sum_up_by_desk(agent, text):
    return await DeskRunner.run(agent, f"Sum up: {text}")

async def main(text):
    agent = Agent(name="Writer", model="gpt-5.4-mini")
    await sum_up(agent, text)
    await sum_up_by_desk(agent, text)
`;
    assert.deepEqual(await callsIn('main.py', source), [
      'wrapper-call openai-agents openai gpt-5.4-mini (constant) cap absent via sum_up',
      'wrapper-call openai-agents openai gpt-5.4-mini (constant) cap absent via sum_up_by_desk > run',
    ]);
  });

  it('may be told more before it is called', async () => {
    const python = `
from langchain_openai import ChatOpenAI
from langgraph.prebuilt import create_react_agent

def ask(agent, text):
    return agent.with_config({"recursion_limit": 5}).invoke({"messages": [("user", text)]})

def retry(chain, text):
    patient = chain.with_retry()
    return patient.invoke(text)

llm = ChatOpenAI(model="gpt-5.4-mini")
ask(create_react_agent(llm, tools=[]), "Why?")
retry(llm, "How?")
`;
    const calls = await callsIn('main.py', python);
    assert.deepEqual(
      calls.map(line => line.split(' (')[0]),
      ['wrapper-call langchain-agent openai gpt-5.4-mini', 'wrapper-call langchain openai gpt-5.4-mini'],
    );
    const script = `
import { ChatOpenAI } from '@langchain/openai';
const ask = (llm: any, text: string) => llm.withStructuredOutput({ type: 'object' }).invoke(text);
await ask(new ChatOpenAI({ model: 'gpt-5.4-mini' }), 'Why?');
`;
    assert.deepEqual(
      (await callsIn('main.ts', script)).map(line => line.split(' (')[0]),
      ['wrapper-call langchain openai gpt-5.4-mini'],
    );
  });
});
