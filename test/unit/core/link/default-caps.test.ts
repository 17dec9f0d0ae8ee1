import assert from 'node:assert/strict';
import { linkProject } from '../../link-project';

const source = `
from openai import OpenAI
def ask(text, limit=900):
    return OpenAI().responses.create(model="gpt-5.4", max_output_tokens=limit, input=text)
def brief(text):
    return OpenAI().responses.create(model="gpt-5.4", max_output_tokens=900, input=text)
ask("One", limit=1500)
ask("Two")
`;

describe('a cap that is the default of a parameter', () => {
  it('is said to be one where the call stands, and is that of callers who pass none (Python)', async () => {
    const { sites } = await linkProject({ 'main.py': source }, 'main.py');
    assert.deepEqual(
      sites.map(({ kind, outputCap: { value, byDefault } }) => [kind, value, byDefault]),
      [
        ['call', 900, true],
        ['call', 900, undefined],
        ['wrapper-call', 1500, undefined],
        ['wrapper-call', 900, undefined],
      ],
    );
  });
});
