import assert from 'node:assert/strict';
import { linkProject } from '../../link-project';

describe('whether a call asks for structured output', () => {
  it('is not said where one of several bodies names the form of a picture', async () => {
    const source = `
export async function create(key: string, prompt: string, draws: boolean) {
  const body = draws
    ? { model: 'gpt-image-1', prompt, response_format: 'b64_json' }
    : { model: 'gpt-5.4', messages: [{ role: 'user', content: prompt }], response_format: FORM };
  return fetch('https://api.openai.com/v1/chat/completions', { method: 'POST', headers: { key }, body: JSON.stringify(body) });
}
`;
    for (const [form, expected] of [
      ['undefined', false],
      [`'json_object'`, true],
      [`{ type: 'json_object' }`, true],
    ] as const) {
      const { sites } = await linkProject({ 'a.ts': source.replace('FORM', form) }, 'a.ts');
      assert.equal(
        sites.some(({ structuredOutput }) => structuredOutput),
        expected,
        form,
      );
    }
  });
});
