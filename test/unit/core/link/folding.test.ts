import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

describe('reading lists and texts that are made item by item', () => {
  it('what each item adds to what came before (TypeScript)', async () => {
    const files = {
      'ask.ts': `
import OpenAI from 'openai';
const openai = new OpenAI();
interface Message { role: 'user' | 'assistant'; content: string; kind: string }
function toSent(messages: Message[]) {
  return messages.reduce((sent, message) => {
    if (message.kind === 'text') sent.push({ role: message.role, content: 'Said: ' + message.content });
    return sent;
  }, [{ role: 'system', content: 'Be brief.' }] as any[]);
}
export function ask(messages: Message[]) {
  return openai.chat.completions.create({ model: 'gpt-5.4', messages: toSent(messages) });
}
const RULES = ['Name the order.', 'Promise no date.'];
export function support(questions: string[]) {
  const system = RULES.reduce((text, rule) => \`\${text}\\n- \${rule}\`, 'Rules:');
  const asked = ['One?', 'Two?'].reduce<any[]>((all, one) => [...all, { role: 'user', content: one }], []);
  return openai.chat.completions.create({ model: 'gpt-5.4', messages: [{ role: 'system', content: system }, ...asked] });
}
export function longest(drafts: string[]) {
  const best = ['A', 'BB'].reduce((one, other) => (one.length > other.length ? one : other), '');
  return openai.responses.create({ model: 'gpt-5.4', input: best });
}
`,
      'use.ts': `
import { ask } from './ask';
export const greet = () => ask([{ role: 'user', content: 'Hello.', kind: 'text' }, { role: 'user', content: 'Again.', kind: 'text' }]);
`,
    };
    assert.deepEqual(await sketchesOf(files, 'ask.ts'), [
      'call openai-chat openai gpt-5.4 (literal) cap absent WRAPPER',
      '  user*: {messages.reduce() ~turn+}',
      'call openai-chat openai gpt-5.4 (literal) cap absent',
      '  system system: Rules:\n- Name the order.\n- Promise no date.',
      '  user: One?',
      '  user: Two?',
      'call openai-responses openai gpt-5.4 (literal) cap absent',
      '  user: {best ~unknown}',
    ]);
    assert.deepEqual(await sketchesOf(files, 'use.ts'), [
      'wrapper-call openai-chat openai gpt-5.4 (literal) cap absent via ask',
      '  system system: Be brief.',
      '  user: Said: Hello.',
      '  user: Said: Again.',
    ]);
  });

  it('keeps callers of what sends them (TypeScript)', async () => {
    const files = {
      'models.ts': `
import OpenAI from 'openai';
export class Model {
  constructor(private readonly id: string) {}
  async invoke(messages: { role: string; content: string }[]) {
    const sent = messages.reduce((all, message) => { all.unshift(message); return all; }, [] as any[]);
    return new OpenAI().chat.completions.create({ model: this.id, messages: sent });
  }
}
export class Fallback {
  async invoke(messages: { role: string; content: string }[]) {
    return new Model('gpt-5.4').invoke(messages);
  }
}
`,
      'use.ts': `
import { Fallback, Model } from './models';
const model = process.env.LARGE ? new Fallback() : new Model('gpt-5.4-mini');
export const greet = (text: string) => model.invoke([{ role: 'user', content: text }]);
`,
    };
    assert.deepEqual(await sketchesOf(files, 'use.ts'), [
      'wrapper-call openai-chat openai ? one of gpt-5.4, gpt-5.4-mini (constant) cap absent via invoke > invoke',
      '  user: {sent ~unknown}',
    ]);
  });
});
