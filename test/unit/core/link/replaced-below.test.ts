import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

const headsOf = async (files: Record<string, string>, file: string) =>
  (await sketchesOf(files, file)).filter(line => !line.startsWith(' '));

describe('what classes below replace', () => {
  it('is one of what a method gives there and here (TypeScript)', async () => {
    const base = `
import OpenAI from 'openai';

export class Base {
  private client = new OpenAI();
  protected getModel(): string {
    return 'gpt-4o';
  }
  ask() {
    return this.client.chat.completions.create({ model: this.getModel(), messages: [{ role: 'user', content: 'Hi.' }] });
  }
}
`;
    const below = `
import { Base } from './base';

export class Below extends Base {
  protected getModel() {
    return 'gpt-5.4';
  }
}

new Base().ask();
`;
    assert.deepEqual(await headsOf({ 'base.ts': base, 'below.ts': below }, 'base.ts'), [
      'call openai-chat openai ? one of gpt-4o, gpt-5.4 (constant) cap absent',
    ]);
  });

  it('is a cap that may be set, where a class below adds it to the request (TypeScript)', async () => {
    const base = `
export class Engine {
  protected body() {
    return { model: 'gpt-5.4', stream: true };
  }
  async send() {
    return fetch('https://api.openai.com/v1/chat/completions', { method: 'POST', body: JSON.stringify(this.body()) });
  }
}
`;
    const below = `
import { Engine } from './base';

export class Azure extends Engine {
  protected body() {
    return { ...super.body(), max_tokens: 300 };
  }
}
`;
    assert.deepEqual(await headsOf({ 'base.ts': base, 'below.ts': below }, 'base.ts'), [
      'call openai-chat openai gpt-5.4 (constant) cap unknown',
    ]);
  });

  it('is what they say of a field that a class only declares (Python)', async () => {
    const base = `
from openai import OpenAI

class Base:
    model: str

    def __init__(self):
        self.client = OpenAI()

    def ask(self, text):
        return self.client.chat.completions.create(model=self.model, messages=[{"role": "user", "content": text}])
`;
    const below = `
from base import Base

class Quick(Base):
    model = "gpt-5.4-mini"

class Careful(Base):
    model = "gpt-5.4"
`;
    assert.deepEqual(await headsOf({ 'base.py': base, 'below.py': below }, 'base.py'), [
      'call openai-chat openai ? one of gpt-5.4-mini, gpt-5.4 (constant) cap absent WRAPPER',
    ]);
  });

  it('is what they say of a field that a class leaves to them (TypeScript)', async () => {
    const base = `
import OpenAI from 'openai';

export abstract class Base {
  abstract model: string;
  private client = new OpenAI();
  ask() {
    return this.client.chat.completions.create({ model: this.model, messages: [{ role: 'user', content: 'Hi.' }] });
  }
}
`;
    const below = `
import { Base } from './base';

export class Quick extends Base {
  model = 'gpt-5.4-mini';
}

export class Careful extends Base {
  model = 'gpt-5.4';
}
`;
    assert.deepEqual(await headsOf({ 'base.ts': base, 'below.ts': below }, 'base.ts'), [
      'call openai-chat openai ? one of gpt-5.4-mini, gpt-5.4 (constant) cap absent',
    ]);
  });

  it('is nothing that a method of an embedded struct would see (Go)', async () => {
    const source = `package main

import (
	"context"

	"github.com/openai/openai-go"
)

type Base struct{ client openai.Client }

func (b *Base) getModel() string { return "gpt-4o" }

func (b *Base) Ask(ctx context.Context) {
	b.client.Chat.Completions.New(ctx, openai.ChatCompletionNewParams{
		Model:    b.getModel(),
		Messages: []openai.ChatCompletionMessageParamUnion{openai.UserMessage("Hi.")},
	})
}

type Below struct{ Base }

func (b *Below) getModel() string { return "gpt-5.4" }
`;
    assert.deepEqual(await headsOf({ 'main.go': source }, 'main.go'), ['call openai-chat openai gpt-4o (constant) cap absent']);
  });

  it('is nothing that has a name of its own in each class, nor what hides a method (Python, C#)', async () => {
    const python = `
from openai import OpenAI

class Base:
    def __get_model(self):
        return "gpt-4o"

    def ask(self):
        return OpenAI().chat.completions.create(model=self.__get_model(), messages=[{"role": "user", "content": "Hi."}])

class Below(Base):
    def __get_model(self):
        return "gpt-5.4"
`;
    const csharp = `using OpenAI.Chat;

public class Base {
    public string GetModel() { return "gpt-4o"; }
    public void Ask() { new ChatClient(GetModel(), "key").CompleteChat("Hi."); }
}

public class Below : Base {
    public new string GetModel() { return "gpt-5.4"; }
}
`;
    assert.deepEqual(await headsOf({ 'base.py': python }, 'base.py'), ['call openai-chat openai gpt-4o (constant) cap absent']);
    const heads = await headsOf({ 'Base.cs': csharp }, 'Base.cs');
    assert.deepEqual(
      heads.filter(line => line.startsWith('call')),
      ['call openai-chat openai gpt-4o (constant) cap absent'],
    );
  });
});
