import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

async function heads(files: Readonly<Record<string, string>>, main: string): Promise<readonly string[]> {
  return (await sketchesOf(files, main)).filter(line => !line.startsWith(' '));
}

describe('fields of an object that other files set', () => {
  it('are what these set where the class itself only clears them (TypeScript)', async () => {
    const files = {
      'panel.ts': `
import type { LanguageModel } from 'ai';
export class Panel {
  chat?: LanguageModel;
  constructor(readonly title: string) {}
  reset() {
    this.chat = undefined;
  }
}
`,
      'makers.ts': `
import { createOpenAI } from '@ai-sdk/openai';
import { createAnthropic } from '@ai-sdk/anthropic';
import { Panel } from './panel';
export function withOpenAI(panel: Panel) {
  panel.chat = createOpenAI({}).languageModel('gpt-5.4');
}
export function withAnthropic(panel: Panel) {
  panel.chat = createAnthropic({}).languageModel('claude-sonnet-5');
}
`,
      'ask.ts': `
import { generateText } from 'ai';
import type { Panel } from './panel';
export async function ask(panel: Panel, prompt: string) {
  return generateText({ model: panel.chat as any, prompt });
}
`,
    };
    assert.deepEqual(await heads(files, 'ask.ts'), ['call vercel-ai ? ? one of gpt-5.4, claude-sonnet-5 (constant) cap absent WRAPPER']);
  });

  it('are these or what the class states (Python)', async () => {
    const files = {
      'desk.py': `
from openai import OpenAI
class Desk:
    model = "gpt-5.4"
    limit = None
    def ask(self, text):
        return OpenAI().chat.completions.create(model=self.model, max_tokens=self.limit, messages=[{"role": "user", "content": text}])
`,
      'app.py': `
from desk import Desk
def quick(desk: Desk):
    desk.model = "gpt-5.4-mini"
    desk.limit = 200
`,
    };
    assert.deepEqual(await heads(files, 'desk.py'), [
      'call openai-chat openai ? one of gpt-5.4, gpt-5.4-mini (constant) cap unknown WRAPPER',
    ]);
  });

  it('are not those that the language closes to them (TypeScript)', async () => {
    const files = {
      'desk.ts': `
import OpenAI from 'openai';
export class Desk {
  private model = 'gpt-5.4';
  readonly limit = 200;
  modelOfDrafts = 'gpt-5.4';
  async ask(client: OpenAI) {
    await client.responses.create({ model: this.model, max_output_tokens: this.limit, input: 'Hi' });
    await client.responses.create({ model: this.modelOfDrafts, input: 'Hi' });
  }
}
`,
      'app.ts': `
import { Desk } from './desk';
export function quick(desk: Desk) {
  desk.model = 'gpt-5.4-mini';
  desk.limit = 300;
  desk.modelOfDrafts = 'gpt-5.4-mini';
}
`,
    };
    assert.deepEqual(await heads(files, 'desk.ts'), [
      'call openai-responses openai gpt-5.4 (constant) cap 200',
      'call openai-responses openai ? one of gpt-5.4, gpt-5.4-mini (constant) cap absent',
    ]);
  });
});
