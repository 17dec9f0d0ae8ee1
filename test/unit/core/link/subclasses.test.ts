import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

describe('reading chat models that are classes of the project', () => {
  it('constructing a subclass is constructing a model (Python)', async () => {
    const files = {
      'models.py': `
from langchain_openai import ChatOpenAI
class Short(ChatOpenAI):
    max_tokens: int = 50
class Shorter(Short):
    pass
class Own:
    def __init__(self, model):
        self.model = model
`,
      'use.py': `
from models import Own, Short, Shorter
def make(name):
    return Short(model=name)
llm = Shorter(model="gpt-5.4-mini", max_tokens=20)
llm.invoke("Hello.")
Own(model="gpt-5.4")
`,
    };
    assert.deepEqual(await sketchesOf(files, 'use.py'), [
      'constructor langchain openai ? comes from the parameter name (caller) cap 50',
      'constructor langchain openai gpt-5.4-mini (literal) cap 20',
      'call langchain openai gpt-5.4-mini (constant) cap 20',
      '  user: Hello.',
    ]);
  });

  it('calling the constructor of the class above calls no model (TypeScript)', async () => {
    const source = `
import { ChatOpenAI } from '@langchain/openai';
class Llama extends ChatOpenAI {
  constructor(options: any) {
    super(options);
  }
}
export const make = () => new Llama({ model: 'llama-3.3-70b', maxTokens: 100 });
`;
    assert.deepEqual(await sketchesOf({ 'main.ts': source }, 'main.ts'), ['constructor langchain openai llama-3.3-70b (literal) cap 100']);
  });

  it('an object of a class of the project that fixes no model is no construction of one (Python)', async () => {
    const source = `
from langchain_core.embeddings import Embeddings
from langchain_openai import ChatOpenAI
from other import Vectors
class Own(Embeddings):
    def __init__(self, name="arctic"):
        self.vectors = Vectors(name)
    def embed_query(self, text):
        return self.vectors.of(text)
class Fixed(ChatOpenAI):
    pass
own = Own()
fixed = Fixed(model="gpt-5.4")
`;
    assert.deepEqual(await sketchesOf({ 'a.py': source }, 'a.py'), ['constructor langchain openai gpt-5.4 (literal) cap absent']);
  });

  it('a class method of a class above makes an object of the class that it is called on (Python)', async () => {
    const files = {
      'base.py': `
from dataclasses import dataclass, field, fields
from typing import Type, TypeVar
from openai import OpenAI
@dataclass(kw_only=True)
class Base:
    name: str = field(default="")
    @classmethod
    def load(cls: Type[T], config=None) -> T:
        known = {f.name for f in fields(cls) if f.init}
        return cls(**{k: v for k, v in (config or {}).items() if k in known})
    @classmethod
    def ask(cls, text):
        return OpenAI().responses.create(model=cls.model, input=text)
T = TypeVar("T", bound=Base)
`,
      'own.py': `
from dataclasses import dataclass, field
from base import Base
@dataclass(kw_only=True)
class Own(Base):
    model: str = field(default="gpt-5.4-mini")
@dataclass(kw_only=True)
class Other(Base):
    model: str = field(default="gpt-5.4")
`,
      'use.py': `
from langchain.chat_models import init_chat_model
from own import Other, Own
async def run(state, *, config):
    own = Own.load(config)
    other = Other.load(config)
    await init_chat_model(own.model).ainvoke("One")
    await init_chat_model(other.model).ainvoke("Two")
Other.ask("Three")
Own.ask("Four")
`,
    };
    assert.deepEqual(
      (await sketchesOf(files, 'use.py')).filter(line => !line.startsWith('constructor')),
      [
        'call langchain openai gpt-5.4-mini (constant) cap absent',
        '  user: One',
        'call langchain openai gpt-5.4 (constant) cap absent',
        '  user: Two',
        'wrapper-call openai-responses openai gpt-5.4 (constant) cap absent via ask',
        '  user: Three',
        'wrapper-call openai-responses openai gpt-5.4-mini (constant) cap absent via ask',
        '  user: Four',
      ],
    );
  });

  it('have what a class above them asks for where they call it (TypeScript)', async () => {
    const source = `
import OpenAI from 'openai';
abstract class Asking {
  protected client = new OpenAI();
  abstract model(): string;
  ask(input: string) { return this.client.responses.create({ model: this.model(), input }); }
}
export class Namer extends Asking {
  model() { return 'gpt-5.4-mini'; }
  name(product: string) { return this.ask('Name ' + product); }
}
export class Poet extends Asking {
  model() { return 'gpt-5.4'; }
  rhyme(word: string) { return this.ask('Rhyme ' + word); }
}
`;
    assert.deepEqual((await sketchesOf({ 'a.ts': source }, 'a.ts')).slice(2), [
      'wrapper-call openai-responses openai gpt-5.4-mini (constant) cap absent via ask',
      '  user: Name {product ~unknown}',
      'wrapper-call openai-responses openai gpt-5.4 (constant) cap absent via ask',
      '  user: Rhyme {word ~unknown}',
    ]);
  });
});
