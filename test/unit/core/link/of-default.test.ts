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

  it('is not one whose provider only the environment says, beside that one (Python)', async () => {
    const source = `
import os
from langchain_anthropic import ChatAnthropic
from langchain_openai import ChatOpenAI

def chat_for(vendor, model, cap):
    if vendor == "anthropic":
        return ChatAnthropic(model=model, max_tokens=cap)
    if vendor == "openai":
        return ChatOpenAI(model=model, base_url=os.getenv("OPENAI_API_BASE"))
    return ChatOpenAI(model=model, base_url=os.getenv("OTHER_BASE") or "https://api.moonshot.ai/v1")

def ask(vendor, model=None, cap=900):
    model = model or "claude-sonnet-4-6"
    return chat_for(vendor, model, cap).invoke("Hi.")
`;
    assert.deepEqual((await headsOf('chat.py', source)).slice(3), ['call langchain anthropic claude-sonnet-4-6 (default) cap 900 WRAPPER']);
  });

  it('is not another maker whose provider is known, beside one whose provider only the environment says (Python)', async () => {
    const source = `
import os
from langchain_ollama import ChatOllama
from langchain_openai import ChatOpenAI

def chat_for(vendor, model):
    if vendor == "ollama":
        return ChatOllama(model=model)
    return ChatOpenAI(model=model, base_url=os.getenv("OPENAI_API_BASE"))

def ask(vendor, model=None):
    model = model or "gpt-5.4"
    return chat_for(vendor, model).invoke("Hi.")
`;
    assert.deepEqual((await headsOf('chat.py', source)).slice(2), ['call langchain ? gpt-5.4 (default) cap absent WRAPPER']);
  });
});
