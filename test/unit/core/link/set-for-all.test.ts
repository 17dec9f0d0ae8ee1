import assert from 'node:assert/strict';
import { sketchesOfAll } from '../../link-project';

describe('models that are set for all, in another file', () => {
  const answers = `
import dspy
class Answerer(dspy.Module):
    def __init__(self):
        super().__init__()
        self.answer = dspy.ChainOfThought("question -> answer")
    def forward(self, question):
        return self.answer(question=question)
`;
  const callsOf = async (file: string, files: Readonly<Record<string, string>>) =>
    (await sketchesOfAll(files)).get(file)?.filter(line => line.startsWith('call'));
  const predicted = (files: Readonly<Record<string, string>>) =>
    callsOf('app/programs/answers.py', { 'app/programs/answers.py': answers, ...files });

  it('is what the program around configures', async () => {
    const main = `
import dspy
from app.programs.answers import Answerer
dspy.configure(lm=dspy.LM("openai/gpt-5.4-mini", max_tokens=300))
print(Answerer()(question="Why?"))
`;
    assert.deepEqual(await predicted({ 'main.py': main }), ['call dspy-predict openai openai/gpt-5.4-mini (constant) cap 300']);
  });

  it('is the default of a function that configures, unless its caller says otherwise', async () => {
    const settings = `
import dspy
def setup(model: str = "gpt-5.4"):
    dspy.settings.configure(lm=dspy.LM(model=f"openai/{model}"))
`;
    assert.deepEqual(await predicted({ 'app/settings.py': settings }), ['call dspy-predict openai openai/gpt-5.4 (default) cap absent']);
  });

  it('is each of those that several programs configure', async () => {
    const files = {
      'app/cheap.py': 'import dspy\ndspy.configure(lm=dspy.LM("openai/gpt-5.4-nano"))\n',
      'app/dear.py': 'import dspy\ndspy.configure(lm=dspy.LM("openai/gpt-5.4"))\n',
    };
    assert.deepEqual(await predicted(files), [
      'call dspy-predict openai ? one of openai/gpt-5.4-nano, openai/gpt-5.4 (constant) cap absent',
    ]);
  });

  it('is not known where the one who configures is told it', async () => {
    const settings = 'import dspy\ndef setup(model):\n    dspy.configure(lm=dspy.LM(model))\n';
    assert.deepEqual(await predicted({ 'app/settings.py': settings }), [
      'call dspy-predict ? ? comes from the parameter model (unknown) cap absent',
    ]);
  });

  it('is not what tests configure', async () => {
    const [call] = (await predicted({ 'tests/conftest.py': 'import dspy\ndspy.configure(lm=dspy.LM("openai/gpt-5.4"))\n' })) ?? [];
    assert.match(call ?? '', /^call dspy-predict \? \? depends on dspy.configure/);
  });

  it('is what settings of LlamaIndex hold', async () => {
    const files = {
      'app/ask.py': `
from llama_index.core import Settings, VectorStoreIndex
def ask(store, question):
    engine = VectorStoreIndex.from_vector_store(store).as_query_engine()
    return engine.query(question)
def ask_in(index: VectorStoreIndex, question):
    return index.as_query_engine(similarity_top_k=3).query(question)
def shout(text):
    return Settings.llm.complete(text)
def place(text):
    return Settings.embed_model.get_text_embedding(text)
`,
      'app/models.py': `
from llama_index.core import Settings
from llama_index.llms.openai import OpenAI
from llama_index.embeddings.openai import OpenAIEmbedding
def configure(provider: str):
    if provider == "small":
        Settings.llm = OpenAI(model="gpt-5.4-mini", max_tokens=100)
    else:
        Settings.llm = OpenAI(model="gpt-5.4", max_tokens=100)
    Settings.embed_model = OpenAIEmbedding(model="text-embedding-3-small")
`,
    };
    assert.deepEqual(await callsOf('app/ask.py', files), [
      'call llamaindex-engine openai ? one of gpt-5.4-mini, gpt-5.4 (constant) cap 100',
      'call llamaindex-engine openai ? one of gpt-5.4-mini, gpt-5.4 (constant) cap 100',
      'call llamaindex openai ? one of gpt-5.4-mini, gpt-5.4 (constant) cap 100 WRAPPER',
      'call llamaindex-embeddings openai text-embedding-3-small (constant) cap unsupported WRAPPER',
    ]);
  });

  it('is what settings of LlamaIndex hold in TypeScript, in a file that the program starts', async () => {
    const files = {
      'app/api/notes/answers/ask.ts': `
import { Settings } from 'llamaindex';
export const ask = (text: string) => Settings.llm.complete({ prompt: 'Sum up ' + text });
`,
      'app/api/models.ts': `
import { OpenAI } from '@llamaindex/openai';
import { Settings } from 'llamaindex';
export function setModels() {
  Settings.llm = new OpenAI({ model: process.env.NOTES_MODEL ?? 'gpt-5.4-mini', maxTokens: 200 }) as any;
}
`,
      'app/api/models.test.ts': `
import { OpenAI } from '@llamaindex/openai';
import { Settings } from 'llamaindex';
Settings.llm = new OpenAI({ model: 'gpt-5.4-nano' });
`,
    };
    assert.deepEqual(await callsOf('app/api/notes/answers/ask.ts', files), ['call llamaindex openai gpt-5.4-mini (environment) cap 200']);
  });

  it('is a deployment of Azure where LlamaIndex is told so in TypeScript', async () => {
    const files = {
      'ask.ts': `
import { Settings, VectorStoreIndex } from 'llamaindex';
export const ask = (text: string) => Settings.llm.complete({ prompt: 'Sum up ' + text });
export const place = (documents: any[]) => VectorStoreIndex.fromDocuments(documents);
`,
      'models.ts': `
import { OpenAI, OpenAIEmbedding } from '@llamaindex/openai';
import { Settings } from 'llamaindex';
const azure = { deployment: process.env.DEPLOYMENT };
Settings.llm = new OpenAI({ azure });
Settings.embedModel = new OpenAIEmbedding({ azure });
`,
    };
    assert.deepEqual(await callsOf('ask.ts', files), [
      'call llamaindex azure ? not stated (absent) cap absent',
      'call llamaindex-embeddings azure ? not stated (absent) cap unsupported WRAPPER',
    ]);
  });

  describe('told to the module openai', () => {
    const asking = 'return openai.ChatCompletion.create(engine="gpt-4", messages=[{"role": "user", "content": text}])';
    const ask = `import openai\ndef ask(text):\n    ${asking}\n`;
    const providerIn = async (files: Readonly<Record<string, string>>) =>
      (await callsOf('app/ask.py', files))?.map(line => line.split(' ')[2]);

    it('counts in a class of the file, and in its constructor', async () => {
      const inClass = `import openai\nclass Desk:\n    openai.api_type = "azure"\n    def ask(self, text):\n        ${asking}\n`;
      const inConstructor = `import openai\nclass Desk:\n    def __init__(self):\n        openai.api_base = "https://api.deepseek.com"\n    def ask(self, text):\n        ${asking}\n`;
      assert.deepEqual(await providerIn({ 'app/ask.py': inClass }), ['azure']);
      assert.deepEqual(await providerIn({ 'app/ask.py': inConstructor }), ['deepseek']);
    });

    it('leaves open whom another file asks, where one sets it', async () => {
      const settings = 'import openai\ndef configure(settings):\n    openai.api_type = "azure"\n    openai.api_base = settings.endpoint\n';
      assert.deepEqual(await providerIn({ 'app/ask.py': ask, 'app/settings.py': settings }), ['?']);
      assert.deepEqual(await providerIn({ 'app/ask.py': ask, 'app/settings.py': 'import openai\nopenai.api_key = "…"\n' }), ['openai']);
      assert.deepEqual(await providerIn({ 'app/ask.py': ask, 'tests/conftest.py': settings }), ['openai']);
      const sometimes =
        'import openai\nclass Handler:\n    def __init__(self, settings):\n        if settings.azure:\n            self.base = settings.base\n            openai.api_base = self.base\n';
      assert.deepEqual(await providerIn({ 'app/ask.py': ask, 'app/handler.py': sometimes }), ['openai']);
    });
  });
});
