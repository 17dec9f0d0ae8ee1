import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

const request = `{ method: 'POST', body: JSON.stringify({ model: 'gpt-5.4-mini', messages: [{ role: 'user', content: 'Hi.' }] }) }`;
const url = "'https://api.openai.com/v1/chat/completions'";
const asked = ['call openai-chat openai gpt-5.4-mini (constant) cap absent', '  user: Hi.'];

describe('packages that are loaded where they are needed (JavaScript)', () => {
  it('are passed to what is called with them', async () => {
    const source = `
const later = (...args) => import('node-fetch').then(({ default: fetch }) => fetch(...args));
const inOrder = (url, init) => import('node-fetch').then(module => module.default(url, init));
const plain = (...args) => fetch(...args);
later(${url}, ${request});
inOrder(${url}, ${request});
plain(${url}, ${request});
plain('https://example.org/notes', ${request});
import('node-fetch').then(({ default: send }) => send(${url}, ${request}));
import('./notes.js').then(({ default: send }) => send(${url}, ${request}));
`;
    const notes = 'export default function keep(url, note) { console.log(url, note); }\n';
    const through = (name: string) => [`wrapper-call openai-chat openai gpt-5.4-mini (constant) cap absent via ${name}`, '  user: Hi.'];
    assert.deepEqual(await sketchesOf({ 'use.js': source, 'notes.js': notes }, 'use.js'), [
      ...['later', 'inOrder', 'plain'].flatMap(through),
      ...asked,
    ]);
  });

  it('or used at once', async () => {
    const files = {
      'use.js': `
const env = require('dotenv').config().parsed;
const client = new (require('openai').OpenAI)();
const messages = [{ role: 'user', content: 'Hi.' }];
new (require('openai'))().chat.completions.create({ model: require('./settings.json').model, messages });
client.chat.completions.create({ model: env.DESK_MODEL || 'gpt-5.4', messages });
client.chat.completions.create({ model: env.DESK_MODEL, messages });
require('./desk').ask('Hi.');
`,
      'settings.json': '{ "model": "gpt-5.4-mini" }',
      'desk.js': `
const { OpenAI } = require('openai');
exports.ask = content => new OpenAI().chat.completions.create({ model: 'gpt-5.4', messages: [{ role: 'user', content }] });
`,
    };
    assert.deepEqual(await sketchesOf(files, 'use.js'), [
      ...asked,
      'call openai-chat openai gpt-5.4 (environment) cap absent',
      '  user: Hi.',
      'call openai-chat openai ? depends on process.env.DESK_MODEL (set where the program is deployed) (environment) cap absent',
      '  user: Hi.',
      'wrapper-call openai-chat openai gpt-5.4 (literal) cap absent via ask',
      '  user: Hi.',
    ]);
  });

  it('so is the file that stands for the environment', async () => {
    const source = `
import dotenv, { config } from 'dotenv';
import OpenAI from 'openai';
const { parsed } = config();
const env = dotenv.config({ path: '.env.local' }).parsed;
const openai = new OpenAI({ apiKey: env.KEY });
openai.responses.create({ model: env.DESK_MODEL ? env.DESK_MODEL : 'gpt-5.4', input: 'Hi.' });
openai.responses.create({ model: parsed?.DESK_MODEL ?? 'gpt-5.4-mini', input: 'Hi.' });
`;
    assert.deepEqual(
      (await sketchesOf({ 'use.ts': source }, 'use.ts')).filter(line => line.startsWith('call')),
      [
        'call openai-responses openai gpt-5.4 (environment) cap absent',
        'call openai-responses openai gpt-5.4-mini (environment) cap absent',
      ],
    );
  });
});
