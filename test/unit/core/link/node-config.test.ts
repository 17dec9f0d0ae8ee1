import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

describe('the folder of settings of a Node program', () => {
  const ask = `
import config from 'config';
import OpenAI from 'openai';

const openai = new OpenAI();

export async function ask() {
  await openai.responses.create({ model: config.get('chat.model'), max_output_tokens: config.get<number>('chat.cap'), input: 'Hi' });
}
`;
  const headOf = async (files: Record<string, string>) =>
    (await sketchesOf({ 'api/package.json': '{"dependencies":{"config":"4"}}', 'api/src/ask.ts': ask, ...files }, 'api/src/ask.ts'))[0];

  it('its defaults', async () => {
    const files = { 'api/config/default.json': '{"chat":{"model":"gpt-5.4","cap":70}}' };
    assert.equal(await headOf(files), 'call openai-responses openai gpt-5.4 (constant) cap 70');
  });

  it('what another environment says, and nothing of tests', async () => {
    const files = {
      'api/config/default.yaml': 'chat:\n  model: gpt-5.4\n  cap: 70\n',
      'api/config/production.yaml': 'chat:\n  model: gpt-5.4-mini\n',
      'api/config/test.yaml': 'chat:\n  model: gpt-5.4-nano\n',
    };
    assert.equal(await headOf(files), 'call openai-responses openai ? one of gpt-5.4, gpt-5.4-mini (constant) cap 70');
  });

  it('a variable that goes before them', async () => {
    const files = {
      'api/config/default.json': '{"chat":{"model":"gpt-5.4","cap":70}}',
      'api/config/custom-environment-variables.json': '{"chat":{"model":"CHAT_MODEL"}}',
    };
    assert.equal(await headOf(files), 'call openai-responses openai gpt-5.4 (environment) cap 70');
  });

  it('nothing where a program makes the defaults, and of a folder without defaults', async () => {
    const unknown = 'call openai-responses openai ? depends on config.get() (computed while the program runs) (unknown) cap unknown';
    assert.equal(
      await headOf({ 'api/config/default.js': 'module.exports = {}', 'api/config/production.json': '{"chat":{"model":"x"}}' }),
      unknown,
    );
    assert.equal(await headOf({ 'api/config/models.json': '{"chat":{"model":"gpt-5.4"}}' }), unknown);
  });
});
