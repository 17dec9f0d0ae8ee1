import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

const APP = `
from openai import OpenAI
from config import settings

client = OpenAI()
client.chat.completions.create(
    model=settings.llm.model, max_tokens=settings.LLM.MAX_TOKENS, messages=[{"role": "system", "content": settings.prompts.system}]
)
client.chat.completions.create(
    model=settings.get("llm.model"), max_tokens=settings["llm"]["max_tokens"], messages=[{"role": "user", "content": "Two."}]
)
client.chat.completions.create(
    model=settings.get("llm.other", "gpt-5.4-mini"), max_tokens=settings.llm.get("cap", 20), messages=[{"role": "user", "content": "Three."}]
)
client.chat.completions.create(model=settings.llm.nothing, messages=[{"role": "user", "content": "Four."}])
`;
const SETTINGS = `
[llm]
model = "gpt-5.4"
max_tokens = 300

[prompts]
system = """You answer questions.
Be brief."""
`;

const headsOf = async (files: Readonly<Record<string, string>>) =>
  (await sketchesOf({ 'app.py': APP, ...files }, 'app.py')).filter(line => !line.startsWith(' '));

describe('settings of Dynaconf', () => {
  it('are what its files say, the last winning, unless the environment says otherwise', async () => {
    const files = {
      'config.py': `
from dynaconf import Dynaconf, Validator

settings = Dynaconf(
    envvar_prefix="APP",
    settings_files=["settings.toml", "more.yaml", ".secrets.toml"],
    merge_enabled=True,
    validators=[Validator("llm.max_tokens", default=10), Validator("llm.other", default="gpt-5.4-nano")],
)
`,
      'settings.toml': SETTINGS,
      'more.yaml': 'llm:\n  MODEL: gpt-5.5\n',
      'app.py': APP,
    };
    assert.deepEqual(await sketchesOf(files, 'app.py'), [
      'call openai-chat openai gpt-5.5 (environment) cap 300',
      '  system system: You answer questions.\nBe brief.',
      'call openai-chat openai gpt-5.5 (environment) cap 300',
      '  user: Two.',
      'call openai-chat openai gpt-5.4-nano (environment) cap 20',
      '  user: Three.',
      'call openai-chat openai ? depends on llm.nothing (set where the program is deployed) (environment) cap absent',
      '  user: Four.',
    ]);
  });

  it('have defaults where they are asked for, and none of a section that another file replaces', async () => {
    const files = {
      'config.py': `
from dynaconf import Dynaconf
settings = Dynaconf(settings_files=["settings.toml", "more.yaml"])
`,
      'settings.toml': SETTINGS,
      'more.yaml': 'llm:\n  model: gpt-5.5\n',
    };
    assert.deepEqual(await headsOf(files), [
      'call openai-chat openai gpt-5.5 (environment) cap unknown',
      'call openai-chat openai gpt-5.5 (environment) cap unknown',
      'call openai-chat openai gpt-5.4-mini (environment) cap 20',
      'call openai-chat openai ? depends on llm.nothing (set where the program is deployed) (environment) cap absent',
    ]);
  });

  it('are any environment’s', async () => {
    const files = {
      'config.py': `
from dynaconf import Dynaconf
settings = Dynaconf(settings_files=["settings.toml"], environments=True)
`,
      'settings.toml': `
[default.llm]
model = "gpt-5.4"
max_tokens = 300
[production.llm]
model = "gpt-5.5"
max_tokens = 300
`,
    };
    assert.deepEqual((await headsOf(files)).slice(0, 1), [
      'call openai-chat openai ? one of gpt-5.4, gpt-5.5, unless another is set where the program is deployed (environment) cap 300',
    ]);
  });

  it('are not known where their files aren’t', async () => {
    const files = {
      'config.py': `
from dynaconf import Dynaconf, Validator
from elsewhere import files
settings = Dynaconf(settings_files=files, validators=[Validator("llm.model", default="gpt-5.4")])
`,
      'settings.toml': SETTINGS,
    };
    assert.deepEqual((await headsOf(files)).slice(0, 1), [
      'call openai-chat openai ? depends on settings.llm.model (computed while the program runs) (unknown) cap unknown',
    ]);
  });

  it('are lists where the files have lists, whatever else a setting may be', async () => {
    const files = {
      'config.py': 'from dynaconf import Dynaconf\nsettings = Dynaconf(settings_files=["settings.toml"])\n',
      'settings.toml': '[llm]\nmodel = "gpt-5.4"\nothers = ["gpt-5.4-mini"]\n',
      'app.py': `
from litellm import completion
from config import settings

def models():
    others = settings.llm.others
    if not isinstance(others, list):
        others = [name.strip() for name in others.split(",")]
    return [settings.llm.model] + others

for model in models():
    completion(model=model, max_tokens=40, messages=[{"role": "user", "content": "One."}])
`,
    };
    assert.deepEqual(await headsOf(files), [
      'call openai-chat openai ? one of gpt-5.4, gpt-5.4-mini, unless another is set where the program is deployed (environment) cap 40',
    ]);
  });
});
