import assert from 'node:assert/strict';
import { barOf } from '../../../../src/core/routing/bars';
import type { ModelAdvice } from '../../../../src/core/routing/suggest-model';
import { TASK_CLASSES } from '../../../../src/core/routing/task-class';
import { analyseIn, DEFAULT_SETTINGS, type FixtureSettings } from '../rules/fixture/project';

const URI = 'file:///project/call.py';
const CLASSIFY = 'Classify the ticket into one of the following categories: a, b. Answer with the category only.';

async function advice(
  model: string,
  options = '',
  instructions = CLASSIFY,
  settings: FixtureSettings = DEFAULT_SETTINGS,
): Promise<ModelAdvice | undefined> {
  const text = `from openai import OpenAI

client = OpenAI()


def ask(ticket):
    return client.responses.create(model="${model}", instructions="${instructions}", input=ticket${options})
`;
  const [quote] = (await analyseIn(new Map([[URI, text]]), URI, settings)).analysis.quotes;
  assert.ok(quote);
  return quote.advice;
}

describe('which cheaper model would do', () => {
  it('is the cheapest of the same seller that clears the bar, and one of each other maker apart', async () => {
    const found = await advice('gpt-6.1-sol', ', max_output_tokens=8000');
    assert.equal(found?.suggestion?.id, 'gpt-6-luna');
    assert.deepEqual(
      found.elsewhere.map(({ seller, id }) => [seller, id]),
      [
        ['anthropic', 'claude-haiku-5-5'],
        ['google', 'gemini-2.5-flash-lite'],
      ],
    );
  });

  it('comes with the price of this very request before and after', async () => {
    const { suggestion } = (await advice('gpt-6.1-sol', ', max_output_tokens=8000')) ?? {};
    assert.equal(suggestion?.of, 'call');
    assert.ok(suggestion && Math.abs(suggestion.ratio - 20) < 1e-9);
    assert.equal((await advice('gpt-6.1-sol'))?.suggestion?.of, 'input');
  });

  it('counts the length of the answer where it is stated', async () => {
    const stated = {
      folder: 'file:///project',
      traffic: {},
      features: {},
      calls: { 'call.py': { outputTokens: 100 } },
      tasks: {},
      budgets: {},
    };
    const { suggestion } = (await advice('gpt-6.1-sol', ', max_output_tokens=8000', CLASSIFY, { ...DEFAULT_SETTINGS, stated })) ?? {};
    assert.equal(suggestion?.of, 'mean');
    assert.ok(suggestion && Math.abs(suggestion.today.value - suggestion.then.value * 20) < 1e-9);
    assert.ok(suggestion.today.value < 0.0012, `${suggestion.today.value}`);
  });

  it('never loses what the request uses', async () => {
    assert.equal((await advice('gpt-6.1-sol', ', reasoning={"effort": "minimal"}'))?.suggestion, undefined);
    assert.equal((await advice('gpt-6.1-sol', ', some_new_parameter=1'))?.suggestion, undefined);
    const refused = (await advice('gpt-5.4', ', temperature=0, max_output_tokens=8000'))?.refused;
    assert.equal(refused?.id, 'gpt-6-luna');
    assert.deepEqual(refused.why, ['gpt-6-luna refuses `temperature`']);
  });

  it('says up to which size requests fit a smaller window', async () => {
    const found = await advice('gpt-6.1-sol', ', max_output_tokens=8000');
    const [haiku] = found?.elsewhere ?? [];
    assert.deepEqual(haiku?.risks, ['Requests over 1,000,000 tokens would no longer fit.']);
  });

  it('is none where the task is unclear or has no bar, and none below it', async () => {
    assert.equal(await advice('gpt-6.1-sol', '', 'You are a helpful assistant.'), undefined);
    assert.equal(await advice('gpt-6.1-sol', '', 'Prove the theorem step by step.'), undefined);
    assert.equal(await advice('gpt-6-luna'), undefined);
    const draft = await advice('gpt-6.1-terra', '', "Write a reply to the customer's letter.");
    assert.equal(draft, undefined, 'a letter wants the tier that it has');
  });

  it('has a bar with a reason, a source and a day for each kind that has one', () => {
    for (const task of TASK_CLASSES) {
      const bar = barOf(task);
      if (bar === undefined) continue;
      assert.ok(bar.why.length > 0 && bar.source.length > 0, task);
      assert.match(bar.checked, /^2026-\d\d-\d\d$/);
    }
    for (const task of ['code', 'multi-step reasoning', 'agent with tools', 'vision', 'embedding'] as const)
      assert.equal(barOf(task), undefined);
  });
});
