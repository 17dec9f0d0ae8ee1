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
});
