import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

const DEFAULT = 'gpt-5-mini (default)';
const GIVEN = '? comes from the parameter model (caller)';

/** The model of the only call, whose `model` is what a body makes of the parameters. */
async function modelIn(file: string, source: string): Promise<string> {
  const [first = ''] = await sketchesOf({ [file]: source }, file);
  return /openai (.*) cap/.exec(first)?.[1] ?? first;
}

const python = (params: string, body: string, model = 'model') =>
  modelIn(
    'ask.py',
    `from openai import OpenAI

client = OpenAI()
ALIASES = {"mini": "gpt-5-mini"}


def named(model):
    if model == "mini":
        return "gpt-5-mini"
    return model


def ask(${params}):
${body
  .split('\n')
  .map(line => `    ${line}`)
  .join('\n')}
    return client.responses.create(model=${model}, input="Hi.")
`,
  );

const typescript = (params: string, model: string, body = '') =>
  modelIn(
    'ask.ts',
    `import OpenAI from 'openai';
const client = new OpenAI();
const ALIASES: Record<string, string> = { mini: 'gpt-5-mini' };
export function ask(${params}) {
  ${body}
  return client.responses.create({ model: ${model}, input: 'Hi.' });
}
`,
  );

const go = (params: string, body: string) =>
  modelIn(
    'ask.go',
    `package ask

import (
	"context"

	"github.com/openai/openai-go/v3"
)

var client = openai.NewClient()

func ask(ctx context.Context, ${params}) {
	${body}
	client.Chat.Completions.New(ctx, openai.ChatCompletionNewParams{Model: model})
}
`,
  );

describe('what stands beside a parameter', () => {
  it('is its default where a condition asks whether it was passed', async () => {
    assert.equal(await python('model=None', 'if not model:\n    model = "gpt-5-mini"'), DEFAULT);
    assert.equal(await python('model=None', 'name = "gpt-5-mini"\nif model is not None:\n    name = model', 'name'), DEFAULT);
    assert.equal(await python('model', 'pass', '"gpt-5-mini" if model is None else model'), DEFAULT);
    assert.equal(await python('model', 'pass', 'model or "gpt-5-mini"'), DEFAULT);
    assert.equal(await python('**options', 'model = "gpt-5-mini"\nif "model" in options:\n    model = options["model"]'), DEFAULT);
    assert.equal(
      await typescript('model?: string', 'name', `let name = model; if (typeof model === 'undefined') name = 'gpt-5-mini';`),
      DEFAULT,
    );
    assert.equal(await typescript('options: { model?: string }', 'options?.model ? options.model : "gpt-5-mini"'), DEFAULT);
    assert.equal(await go('model string', 'if model == "" {\n\t\tmodel = "gpt-5-mini"\n\t}'), DEFAULT);
    assert.equal(await go('options Options', 'model := options.Model\n\tif len(model) == 0 {\n\t\tmodel = "gpt-5-mini"\n\t}'), DEFAULT);
  });

  it('is no default where a condition asks for something else', async () => {
    assert.equal(await python('model, quick=False', 'if quick:\n    model = "gpt-5-mini"'), GIVEN);
    assert.equal(await python('model, quick=False', 'pass', '"gpt-5-mini" if quick else model'), GIVEN);
    assert.equal(await python('model', 'if model == "mini":\n    model = "gpt-5-mini"'), GIVEN);
    assert.equal(await python('model', 'if model not in ("gpt-5", "gpt-4.1"):\n    model = "gpt-5-mini"'), GIVEN);
    assert.equal(await python('model', 'pass', 'named(model)'), GIVEN);
    assert.equal(await python('model="gpt-5-mini", quick=False', 'if quick:\n    model = "gpt-5-mini"'), DEFAULT);
    assert.equal(
      await typescript('model: string', 'name', `let name = model; switch (model) { case 'mini': name = 'gpt-5-mini'; break; }`),
      GIVEN,
    );
    assert.equal(await typescript('model: string', `model.startsWith('o1') ? 'gpt-5-mini' : model`), GIVEN);
    assert.equal(await go('model string, quick bool', 'if quick {\n\t\tmodel = "gpt-5-mini"\n\t}'), GIVEN);
  });

  it('is no default where a table is looked into first', async () => {
    assert.equal(await python('model', 'pass', 'ALIASES.get(model, model)'), GIVEN);
    assert.equal(await python('model', 'pass', 'ALIASES.get(model) or model'), GIVEN);
    assert.equal(await python('model', 'pass', 'ALIASES[model] if model in ALIASES else model'), GIVEN);
    assert.equal(await typescript('model: string', 'ALIASES[model] ?? model'), GIVEN);
    assert.equal(await typescript('model: string', 'ALIASES[model] || model'), GIVEN);
  });
});
