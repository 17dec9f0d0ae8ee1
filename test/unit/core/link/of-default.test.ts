import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

const headsOf = async (main: string, source: string) => (await sketchesOf({ [main]: source }, main)).filter(line => !line.startsWith(' '));

describe('one of several providers’ objects, by a setting', () => {
  const python = `
from anthropic import Anthropic
from openai import OpenAI
from pydantic_settings import BaseSettings

class Settings(BaseSettings):
    vendor: str = "anthropic"
    model: str = "claude-sonnet-4-6"

class OpenAIModel:
    def __init__(self, model):
        self.model = model

    def ask(self, messages):
        return OpenAI().chat.completions.create(model=self.model, messages=messages)

class AnthropicModel:
    def __init__(self, model):
        self.model = model

    def ask(self, messages):
        return Anthropic().messages.create(model=self.model, messages=messages, max_tokens=700)

class Desk:
    VENDORS = {"openai": OpenAIModel, "anthropic": AnthropicModel}

    def __init__(self, vendor, model):
        self.llm = self.VENDORS[vendor.lower()](model)

    def ask(self, text):
        return self.llm.ask([{"role": "user", "content": text}])

settings = Settings()

def by_setting(text):
    return Desk(settings.vendor, settings.model).ask(text)

def by_default(text, vendor: str = "openai", model: str = "gpt-5.4"):
    return Desk(vendor, model).ask(text)

def by_literal(text, vendor):
    return Desk(vendor, "some-model-of-ours").ask(text)
`;

  it('is by default the one whose maker’s model the default is (Python)', async () => {
    const heads = await headsOf('desk.py', python);
    assert.deepEqual(heads.slice(3), [
      'wrapper-call anthropic-messages anthropic claude-sonnet-4-6 (environment) cap 700 via ask > ask WRAPPER',
      'wrapper-call openai-chat openai gpt-5.4 (default) cap absent via ask > ask WRAPPER',
      'wrapper-call openai-chat ? some-model-of-ours (constant) cap unknown via ask > ask WRAPPER',
    ]);
  });
});
