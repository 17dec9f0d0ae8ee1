import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

describe('reading wrappers that make one of several calls', () => {
  it('counts branches of which one runs once (Python)', async () => {
    const files = {
      'llm.py': `
from openai import OpenAI
from anthropic import Anthropic
def ask(model, prompt):
    if "claude" in model:
        return Anthropic().messages.create(model=model, max_tokens=300, messages=[{"role": "user", "content": prompt}])
    elif "gpt" in model:
        return OpenAI().chat.completions.create(model=model, max_tokens=200, messages=[{"role": "user", "content": prompt}])
    return OpenAI(base_url="https://api.deepseek.com").chat.completions.create(model="deepseek-chat", max_tokens=100, messages=[{"role": "user", "content": prompt}])
def fast(prompt, quick):
    if quick:
        return OpenAI().responses.create(model="gpt-5.4-mini", input=prompt)
    return OpenAI().responses.create(model="gpt-5.4", input=prompt)
def again(prompt):
    try:
        return OpenAI().responses.create(model="gpt-5.4", input=prompt)
    except TimeoutError:
        return OpenAI().responses.create(model="gpt-5.4-mini", input=prompt)
def both(prompt):
    draft = OpenAI().responses.create(model="gpt-5.4-mini", input=prompt)
    if not draft:
        OpenAI().responses.create(model="gpt-5.4", input=prompt)
`,
      'use.py': `
import sys
from llm import again, ask, fast, both
ask(sys.argv[1], "Any.")
ask("claude-haiku-5-5", "One.")
fast("Two.", sys.argv[2])
again("Again.")
both("Three.")
`,
    };
    assert.deepEqual(await sketchesOf(files, 'use.py'), [
      'wrapper-call openai-chat ? ? depends on argv.1 (comes from sys) (unknown) cap 300 via ask',
      '  user: Any.',
      'wrapper-call anthropic-messages anthropic claude-haiku-5-5 (constant) cap 300 via ask',
      '  user: One.',
      'wrapper-call openai-responses openai ? one of gpt-5.4-mini, gpt-5.4 (constant) cap absent via fast',
      '  user: Two.',
      'wrapper-call openai-responses openai ? one of gpt-5.4, gpt-5.4-mini (constant) cap absent via again',
      '  user: Again.',
      'wrapper-call openai-responses openai gpt-5.4-mini (literal) cap absent via both',
      '  user: Three.',
      'wrapper-call openai-responses openai gpt-5.4 (literal) cap absent via both',
      '  user: Three.',
    ]);
  });

  it('counts branches whose calls stand in lambdas that run there once (Python)', async () => {
    const files = {
      'llm.py': `
import asyncio
from openai import OpenAI
client = OpenAI()
async def ask(prompt, quick):
    loop = asyncio.get_event_loop()
    if quick:
        answer = await loop.run_in_executor(None, lambda: client.responses.create(model="gpt-5.4-mini", input=prompt))
        return answer.output_text
    else:
        answer = await loop.run_in_executor(None, lambda: client.responses.create(model="gpt-5.4", input=prompt))
        return answer
async def both(prompt):
    loop = asyncio.get_event_loop()
    await loop.run_in_executor(None, lambda: client.responses.create(model="gpt-5.4-mini", input=prompt))
    await loop.run_in_executor(None, lambda: client.responses.create(model="gpt-5.4", input=prompt))
`,
      'use.py': `
import sys
from llm import ask, both
async def main():
    await ask("One.", sys.argv[1])
    await both("Two.")
`,
    };
    assert.deepEqual(await sketchesOf(files, 'use.py'), [
      'wrapper-call openai-responses openai ? one of gpt-5.4-mini, gpt-5.4 (constant) cap absent via ask',
      '  user: One.',
      'wrapper-call openai-responses openai gpt-5.4-mini (literal) cap absent via both',
      '  user: Two.',
      'wrapper-call openai-responses openai gpt-5.4 (literal) cap absent via both',
      '  user: Two.',
    ]);
  });

  it('leaves out names of models that nobody serves, made of what two branches say (Python)', async () => {
    const files = {
      'llm.py': `
from anthropic import Anthropic, AnthropicBedrock
from openai import OpenAI
class Chat:
    def ask(self, prompt, model="claude-haiku-4-5", openai=False, aws=True):
        self.model = "gpt-5.4" if openai else model
        def send(model):
            if openai:
                client = OpenAI()
            elif aws:
                model = f"anthropic.{model}-v1:0"
                client = AnthropicBedrock()
            else:
                client = Anthropic()
            if openai:
                return client.chat.completions.create(model=model, max_tokens=90, messages=[{"role": "user", "content": prompt}])
            else:
                return client.messages.create(model=model, max_tokens=90, messages=[{"role": "user", "content": prompt}])
        return send(self.model)
`,
      'use.py': `
import sys
from llm import Chat
Chat().ask("One.", openai=sys.argv[1], aws=sys.argv[2])
`,
    };
    assert.deepEqual(await sketchesOf(files, 'use.py'), [
      'wrapper-call openai-chat ? ? one of gpt-5.4, claude-haiku-4-5, anthropic.claude-haiku-4-5-v1:0 (constant) cap 90 via ask > send',
      '  user: One.',
    ]);
  });

  it('branches of a conditional expression: one of two calls is made, and which is known where the condition is (Python)', async () => {
    const files = {
      'llm.py': `
from openai import OpenAI
client = OpenAI()
def slowly(messages):
    return client.chat.completions.create(model="gpt-5.4", messages=messages)
def quickly(messages):
    return client.chat.completions.create(model="gpt-5.4-mini", messages=messages)
def ask(text, quick=False):
    messages = [{"role": "user", "content": text}]
    return quickly(messages) if quick else slowly(messages)
`,
      'use.py': `
from llm import ask
ask("Hi.")
ask("Hi.", quick=True)
def either(quick):
    return ask("Hi.", quick)
`,
    };
    const sketches = await sketchesOf(files, 'use.py');
    assert.deepEqual(
      sketches.filter(line => !line.startsWith('  ')),
      [
        'wrapper-call openai-chat openai gpt-5.4 (literal) cap absent via ask > slowly',
        'wrapper-call openai-chat openai gpt-5.4-mini (literal) cap absent via ask > quickly',
        'wrapper-call openai-chat openai ? one of gpt-5.4-mini, gpt-5.4 (constant) cap absent via ask > quickly',
      ],
    );
  });

  it('a return within `with` ends the branch around it (Python)', async () => {
    const files = {
      'llm.py': `
from openai import OpenAI, AzureOpenAI
from timing import Timer
def one(text):
    return OpenAI().responses.create(model="gpt-5.4", input=text, max_output_tokens=50)
def two(text):
    return OpenAI().responses.create(model="gpt-5.4-mini", input=text, max_output_tokens=50)
def ask(text, is_busy):
    if is_busy:
        with Timer():
            answer = two(text)
            return answer
    return one(text)
`,
      'use.py': 'from llm import ask\ndef run(busy):\n    return ask("Hi.", busy)\n',
    };
    assert.deepEqual(await sketchesOf(files, 'use.py'), [
      'wrapper-call openai-responses openai ? one of gpt-5.4-mini, gpt-5.4 (constant) cap 50 via ask > two',
      '  user: Hi.',
    ]);
  });

  it('keeps calls apart that make pictures, speech and answers (JavaScript)', async () => {
    const files = {
      'bot.js': `
import OpenAI from 'openai'
const openai = new OpenAI()
export async function reply(message) {
  switch (message.type) {
    case 'voice':
      return openai.audio.transcriptions.create({ file: message.file, model: 'whisper-1' })
    case 'draw':
      return openai.images.generate({ model: 'gpt-image-1', prompt: 'A picture of tea.' })
    default:
      return openai.chat.completions.create({ model: 'gpt-5.4', messages: [{ role: 'user', content: 'Answer.' }] })
  }
}
`,
      'index.js': `
import { reply } from './bot.js'
bot.on('message', message => reply(message))
`,
    };
    assert.deepEqual(await sketchesOf(files, 'index.js'), [
      'wrapper-call openai-audio openai whisper-1 (literal) cap unsupported via reply',
      'wrapper-call openai-images openai gpt-image-1 (literal) cap unsupported via reply',
      '  user: A picture of tea.',
      'wrapper-call openai-chat openai gpt-5.4 (literal) cap absent via reply',
      '  user: Answer.',
    ]);
  });
});
