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
});
