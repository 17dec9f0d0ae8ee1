import assert from 'node:assert/strict';
import { createPromptReader } from '../../../../src/core/compression/prompt-reader';
import { createCatalogue } from '../../../../src/core/prices/catalogue';
import { isKnown } from '../../../../src/core/quote/basis';
import { quoteSite } from '../../../../src/core/quote/quote-site';
import { rememberCounts } from '../../../../src/core/tokens/remember-counts';
import { loadCounters } from '../../../../src/node/encodings';
import { createEnvironment } from '../../../../src/node/environment';
import { linkProject } from '../../link-project';

/** Why the only call has no price. */
async function whyUnpriced(source: string): Promise<string> {
  const { sites } = await linkProject({ 'a.py': source }, 'a.py');
  const environment = createEnvironment({
    reader: createPromptReader(),
    catalogue: createCatalogue(),
    counters: rememberCounts(loadCounters()),
    settings: { severities: {}, ignore: { '*': [] }, notCalls: [], promptFiles: [] },
    now: new Date('2026-11-20'),
    textOf: () => source,
  });
  const [site] = sites;
  assert.ok(site);
  const { inputUsd } = quoteSite(site, environment);
  assert.ok(!isKnown(inputUsd));
  return inputUsd.why;
}

const ask = (client: string, model: string) =>
  `${client}\n\nclient.chat.completions.create(model="${model}", messages=[{"role": "user", "content": "Hello"}])\n`;

describe('why a call has no price', () => {
  it('is, on Azure, that a deployment has a name of its own: that no catalogue has it, or what is called nearly so, leads nowhere', async () => {
    const client = 'from openai import AzureOpenAI\n\nclient = AzureOpenAI(azure_endpoint="https://desk.openai.azure.com")';
    const why = await whyUnpriced(ask(client, 'gpt-4o'));
    assert.equal(why, 'gpt-4o is a deployment on Azure; promptfare.json can say which model it is');
  });

  it('is, with a seller whose list lacks a model that its maker sells, just that', async () => {
    const client = 'from groq import Groq\n\nclient = Groq()';
    assert.equal(await whyUnpriced(ask(client, 'gpt-4o')), 'no price of gpt-4o at groq is known');
  });

  it('is that no catalogue has the model, and which is called nearly so', async () => {
    const client = 'from openai import OpenAI\n\nclient = OpenAI()';
    assert.match(await whyUnpriced(ask(client, 'gpt-5-mimi')), /^gpt-5-mimi is not in the catalogue; did you mean gpt-5-mini/);
  });

  it('is that the model was shut down, where its maker said so', async () => {
    const client = 'from openai import OpenAI\n\nclient = OpenAI(base_url="https://generativelanguage.googleapis.com/v1beta/openai/")';
    const why = await whyUnpriced(ask(client, 'gemini-2.5-flash-lite-preview-09-2025'));
    assert.equal(why, 'gemini-2.5-flash-lite-preview-09-2025 is not in the catalogue: it was shut down on 2026-03-31');
  });

  it('is not that another version was meant', async () => {
    const client = 'from openai import OpenAI\n\nclient = OpenAI()';
    assert.equal(await whyUnpriced(ask(client, 'gpt-5.9-mini')), 'gpt-5.9-mini is not in the catalogue');
  });

  it('is that nothing in sight defines the model', async () => {
    const source =
      'from openai import OpenAI\n\nOpenAI().chat.completions.create(model=MODEL, messages=[{"role": "user", "content": "Hello"}])\n';
    assert.equal(await whyUnpriced(source), 'model unknown (depends on MODEL (defined out of sight))');
  });

  it('is, of very many models, which they are but for most of their names', async () => {
    const models = Array.from({ length: 12 }, (_, index) => `house-${index}`);
    const table = `import os\nfrom openai import OpenAI\n\nMODELS = ${JSON.stringify(Object.fromEntries(models.map(model => [model, model])))}\n`;
    const call = 'OpenAI().chat.completions.create(model=MODELS[kind()], messages=[{"role": "user", "content": "Hello"}])\n';
    assert.equal(await whyUnpriced(`${table}${call}`), 'model unknown (one of 12: house-0, house-1, house-2 and 9 more)');
  });
});
