import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

const source = `
import Anthropic from '@anthropic-ai/sdk';
import { GoogleGenerativeAI } from '@google/generative-ai';
export class Asked {
  constructor(params) {
    this.params = params || {};
    this.client = new Anthropic();
  }
  async send(messages) {
    if (!this.params.max_tokens) this.params.max_tokens = 4096;
    return this.client.messages.create({ model: 'claude-sonnet-5', messages, ...this.params });
  }
  async look() {
    return this.send([{ role: 'user', content: 'Hi.' }]);
  }
}
export class Surely {
  constructor() {
    this.params = {};
    this.client = new Anthropic();
  }
  begin(short) {
    this.params.max_tokens = 900;
  }
  async send() {
    return this.client.messages.create({ model: 'claude-sonnet-5', messages: [{ role: 'user', content: 'Hi.' }], ...this.params });
  }
}
export class Keyed {
  constructor(keys) {
    this.models = new GoogleGenerativeAI(keys.google);
  }
  async send() {
    return this.models.getGenerativeModel({ model: 'gemini-3-flash' }).generateContent('Hi.');
  }
}
`;

describe('what methods set on an object of the class', () => {
  it('under a condition is not sure to be set, and else it is (JavaScript)', async () => {
    const sketches = await sketchesOf({ 'use.js': source }, 'use.js');
    assert.deepEqual(
      sketches.filter(line => !line.startsWith(' ')),
      [
        'call anthropic-messages anthropic claude-sonnet-5 (default) cap unknown WRAPPER',
        'wrapper-call anthropic-messages anthropic claude-sonnet-5 (default) cap unknown via send WRAPPER',
        'call anthropic-messages anthropic claude-sonnet-5 (literal) cap 900',
        'call google-genai google gemini-3-flash (constant) cap absent',
        'constructor google-genai google gemini-3-flash (literal) cap absent',
      ],
    );
  });
});
