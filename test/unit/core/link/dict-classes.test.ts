import assert from 'node:assert/strict';
import { linkProject } from '../../link-project';

const source = `
from openai import OpenAI
KNOWN = {"model": "", "limit": 0}
class Config(dict):
    def __init__(self, given=None):
        super().__init__()
        for key, value in (given or {}).items():
            self[key] = value
    def get(self, key, default=None):
        if key.startswith("_") or key not in KNOWN:
            return super().get(key, default)
        try:
            return self[key]
        except KeyError:
            return default
kept = Config()
def conf():
    return kept
def ask(text):
    return OpenAI().responses.create(model=conf().get("model") or "gpt-5.4-mini", max_output_tokens=300, input=text)
def plain(text):
    return OpenAI().responses.create(model=conf().get("model", "gpt-5.4"), max_output_tokens=300, input=text)
def open_model(text):
    return OpenAI().responses.create(model=conf()["model"], max_output_tokens=300, input=text)
`;

describe('settings classes that are built on a dictionary', () => {
  it('give the default beside them, unless the setting says another (Python)', async () => {
    const { sites } = await linkProject({ 'main.py': source }, 'main.py');
    assert.deepEqual(
      sites.map(({ model: { value, provenance, why } }) => [value, provenance, why]),
      [
        ['gpt-5.4-mini', 'environment', 'the default of the setting model'],
        ['gpt-5.4', 'environment', 'the default of the setting model'],
        [undefined, 'environment', 'depends on model (a setting that the program keeps)'],
      ],
    );
  });
});
