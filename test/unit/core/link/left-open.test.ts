import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

async function heads(files: Readonly<Record<string, string>>, main: string): Promise<readonly string[]> {
  return (await sketchesOf(files, main)).filter(line => !line.startsWith(' '));
}

describe('what methods give that a class leaves to those below it', () => {
  it('is the client that each of them makes (Python)', async () => {
    const files = {
      'desk.py': `
class Desk:
    model = "gemini-3-flash"
    def make_client(self, wait):
        raise NotImplementedError
    def ask(self, text):
        client = self.make_client(wait=3)
        return client.models.generate_content(model=self.model, contents=[text])
`,
      'near.py': `
from google import genai
from desk import Desk
class Near(Desk):
    def make_client(self, wait):
        return genai.Client(api_key=self.key)
`,
      'far.py': `
from google import genai
from desk import Desk
class Far(Desk):
    model = "gemini-3-pro"
    def make_client(self, wait):
        options = {"timeout": wait}
        return genai.Client(vertexai=True, http_options=options)
`,
    };
    assert.deepEqual(await heads(files, 'desk.py'), [
      'call google-genai google ? one of gemini-3-flash, gemini-3-pro (constant) cap absent WRAPPER',
    ]);
  });
  it('of several makers, and is the name of a model (Python)', async () => {
    const files = {
      'desk.py': `
from abc import ABC, abstractmethod
from openai import OpenAI
class Desk(ABC):
    @abstractmethod
    def client(self): ...
    @abstractmethod
    def model(self): ...
    def ask(self, text):
        return self.client().chat.completions.create(model=self.model(), messages=[{"role": "user", "content": text}])
class Near(Desk):
    def client(self):
        return OpenAI()
    def model(self):
        return "gpt-5.4"
class Far(Desk):
    def client(self):
        return OpenAI(base_url="https://openrouter.ai/api/v1")
    def model(self):
        return "gpt-5.4-mini"
Far().ask("One")
`,
    };
    assert.deepEqual(await heads(files, 'desk.py'), [
      'call openai-chat ? ? one of gpt-5.4, gpt-5.4-mini (constant) cap absent WRAPPER',
      'wrapper-call openai-chat openrouter gpt-5.4-mini (constant) cap absent via ask',
    ]);
  });
  it('(TypeScript)', async () => {
    const source = `
import OpenAI from 'openai';
abstract class Desk {
  protected abstract client(): OpenAI;
  protected abstract model(): string;
  ask(text: string) {
    return this.client().chat.completions.create({ model: this.model(), messages: [{ role: 'user', content: text }] });
  }
}
export class Near extends Desk {
  protected client() { return new OpenAI(); }
  protected model() { return 'gpt-5.4'; }
}
`;
    assert.deepEqual(await heads({ 'desk.ts': source }, 'desk.ts'), ['call openai-chat openai gpt-5.4 (constant) cap absent WRAPPER']);
  });
});
