import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

describe('prompts that a data class leaves empty (Python)', () => {
  it('are what whoever makes its objects says', async () => {
    const source = `
from string import Template
from openai import OpenAI
from pydantic import BaseModel, Field

class Agent(BaseModel):
    name: str
    base_url: str = ""
    model: str = "gpt-5.4-mini"
    prompt_template: str = Field(default="")

    def step(self):
        prompt = Template(self.prompt_template).safe_substitute({"name": self.name})
        messages = []
        if prompt != "":
            messages.append({"role": "system", "content": prompt})
        return OpenAI(base_url=self.base_url or None).chat.completions.create(model=self.model, messages=messages)

    def plain(self):
        return OpenAI().chat.completions.create(model=self.model, messages=[{"role": "user", "content": self.prompt_template}])

class Greeter(Agent):
    def greet(self):
        return OpenAI().chat.completions.create(model=self.model, messages=[{"role": "user", "content": self.prompt_template}])
`;
    assert.deepEqual(await sketchesOf({ 'agent.py': source }, 'agent.py'), [
      'call openai-chat openai gpt-5.4-mini (constant) cap absent',
      '  system system?: {prompt ~call}',
      'call openai-chat openai gpt-5.4-mini (constant) cap absent',
      '  user: {prompt_template ~unknown}',
      'call openai-chat openai gpt-5.4-mini (constant) cap absent',
      '  user: {prompt_template ~unknown}',
    ]);
  });
});

describe('parts of a request that nobody passes', () => {
  it('tools that a request lacks, converted where there are some (TypeScript)', async () => {
    const files = {
      'ask.ts': `
import Anthropic from '@anthropic-ai/sdk';
interface Tool { name: string; schema: object }
const client = new Anthropic();
function ask(request: { question: string; tools?: Tool[] }) {
  const params: any = { model: 'claude-haiku-4-5', max_tokens: 90, messages: [{ role: 'user', content: request.question }] };
  const tools = request.tools?.map(tool => ({ name: tool.name, input_schema: tool.schema }));
  if (tools && tools.length > 0) params.tools = tools;
  return client.messages.create(params);
}
ask({ question: 'Why?' });
ask({ question: 'Who?', tools: [{ name: 'look_up', schema: {} }] });
`,
    };
    assert.deepEqual((await sketchesOf(files, 'ask.ts')).slice(-5), [
      'wrapper-call anthropic-messages anthropic claude-haiku-4-5 (constant) cap 90 via ask',
      '  user: Why?',
      'wrapper-call anthropic-messages anthropic claude-haiku-4-5 (constant) cap 90 via ask',
      '  tools system: {"name":"look_up","input_schema":{}}',
      '  user: Who?',
    ]);
  });
});
