import assert from 'node:assert/strict';
import { isKnown } from '../../../../src/core/quote/basis';
import type { SiteQuote } from '../../../../src/core/quote/site-quote';
import { statedParameters } from '../../../../src/core/routing/stated-parameters';
import { isRefusal } from '../../../../src/core/source/edit';
import { settingsWithVerifications } from '../../../../src/core/verify/settings-with-verifications';
import { planTrial, type TrialPlan } from '../../../../src/core/verify/trial-plan';
import { fillTrial } from '../../../../src/core/verify/trial-request';
import { readVerifications, type Verification, writeVerifications } from '../../../../src/core/verify/verification';
import { analyseIn, DEFAULT_SETTINGS } from '../rules/fixture/project';

const FOLDER = 'file:///project';
const FILE = `${FOLDER}/src/triage.ts`;

const codeFor = (call: string, model = 'gpt-4.1') => `import OpenAI from 'openai';
const client = new OpenAI();
export async function teamOf(ticket: string, history: string[]) {
  return client.${call.replace('MODEL', `'${model}'`)};
}
`;
const RESPONSES = `responses.create({ model: MODEL, max_output_tokens: 60, temperature: 0, reasoning: { effort: 'low' },
    instructions: 'Sort the ticket.', input: \`Ticket: \${ticket}\` })`;

async function quoteIn(code: string, settings = DEFAULT_SETTINGS, file = FILE) {
  const { quotes, analysis } = await analyseIn(new Map([[file, code]]), file, settings);
  const [quote] = quotes;
  assert.ok(quote);
  return { quote, shown: analysis.quotes[0] };
}

function planned(today: SiteQuote, changed: SiteQuote): TrialPlan {
  const plan = planTrial(today, changed);
  assert.ok(!isRefusal(plan), JSON.stringify(plan));
  return plan;
}

describe('a trial of a request', () => {
  it('sends what the call sends, in its own wire, with its holes filled', async () => {
    const { quote } = await quoteIn(codeFor(RESPONSES));
    const { quote: changed } = await quoteIn(codeFor(RESPONSES, 'gpt-4.1-mini'));
    const plan = planned(quote, changed);
    const { request } = plan.today;
    assert.equal(request.wire, 'openai-responses');
    assert.deepEqual([request.model, plan.changed.request.model, plan.change], ['gpt-4.1', 'gpt-4.1-mini', 'model']);
    assert.equal(request.maxOutputTokens, 60);
    assert.deepEqual(request.parameters, { temperature: 0, reasoning_effort: 'low' });
    assert.deepEqual(plan.holes, ['ticket']);
    assert.deepEqual(fillTrial(request, { ticket: 'lost' }), [
      { role: 'system', text: 'Sort the ticket.' },
      { role: 'user', text: 'Ticket: lost' },
    ]);
    assert.equal(request.fingerprint, plan.changed.request.fingerprint, 'the same request, to another model');
  });

  it('takes what the body of a plain request says, and nothing of how it is sent', async () => {
    const sent = (temperature: number) => `export async function teamOf(ticket: string) {
  return fetch('https://api.openai.com/v1/chat/completions', { method: 'POST', headers: { accept: 'application/json' },
    body: JSON.stringify({ model: 'gpt-4.1', temperature: ${temperature}, max_tokens: 60, messages: [{ role: 'user', content: \`Team of: \${ticket}\` }] }) });
}
`;
    const [{ quote: cold }, { quote: warm }] = [await quoteIn(sent(0)), await quoteIn(sent(0.5))];
    const { today, changed } = planned(cold, warm);
    assert.deepEqual([today.request.parameters, changed.request.parameters], [{ temperature: 0 }, { temperature: 0.5 }]);
    assert.deepEqual([...statedParameters(cold.site).keys()].sort(), ['max_tokens', 'messages', 'model', 'temperature']);
  });

  it('tells changed words from the same, and refuses to compare a request with itself', async () => {
    const { quote } = await quoteIn(codeFor(RESPONSES));
    const { quote: reworded } = await quoteIn(codeFor(RESPONSES.replace('Sort the', 'Sort this')));
    const plan = planned(quote, reworded);
    assert.equal(plan.change, 'request');
    assert.notEqual(plan.today.request.fingerprint, plan.changed.request.fingerprint);
    assert.ok(isRefusal(planTrial(quote, quote)));
    const { quote: moved } = await quoteIn(`// moved\n\n${codeFor(RESPONSES)}`);
    assert.ok(isRefusal(planTrial(quote, moved)), 'where it stands is nothing that a model reads');
  });

  it('keeps a schema that is in sight, says where one is not, and refuses what samples can’t answer', async () => {
    const schema = `{ type: 'json_schema', json_schema: { name: 'a', schema: { type: 'object', properties: { team: { type: 'string' } } } } }`;
    const chat = (rest: string) => `chat.completions.create({ model: MODEL, messages: [{ role: 'user', content: ticket }], ${rest} })`;
    const other = async (rest: string) => (await quoteIn(codeFor(chat(rest), 'gpt-4.1-mini'))).quote;
    const today = async (rest: string) => (await quoteIn(codeFor(chat(rest)))).quote;
    const withSchema = planned(await today(`response_format: ${schema}`), await other(`response_format: ${schema}`));
    const form = withSchema.today.request.answerForm;
    assert.deepEqual(typeof form === 'object' && JSON.parse(form.schema), { type: 'object', properties: { team: { type: 'string' } } });
    const json = `response_format: { type: 'json_object' }`;
    assert.equal(planned(await today(json), await other(json)).today.request.answerForm, 'json');
    const tools = `tools: [{ type: 'function', function: { name: 'find', parameters: { type: 'object', properties: {} } } }]`;
    const refused = planTrial(await today(tools), await other(tools));
    assert.ok(isRefusal(refused) && /tools/.test(refused.refused));
    const { quote: embedding } = await quoteIn(codeFor('embeddings.create({ model: MODEL, input: ticket })', 'text-embedding-3-large'));
    assert.ok(isRefusal(planTrial(embedding, embedding)));
  });

  it('asks Anthropic by its own wire, with its breakpoints', async () => {
    const code = `import Anthropic from '@anthropic-ai/sdk';
const client = new Anthropic();
export const ask = (question: string) => client.messages.create({ model: 'MODEL', max_tokens: 100,
  system: [{ type: 'text', text: 'Rules.', cache_control: { type: 'ephemeral' } }, { type: 'text', text: 'More.' }],
  messages: [{ role: 'user', content: question }] });
`;
    const [one, other] = await Promise.all(['claude-opus-5', 'claude-sonnet-5'].map(model => quoteIn(code.replace('MODEL', model))));
    assert.ok(one && other);
    const { request } = planned(one.quote, other.quote).today;
    assert.equal(request.wire, 'anthropic-messages');
    assert.deepEqual(fillTrial(request, { question: 'Why?' }), [
      { role: 'system', text: 'Rules.', cached: true },
      { role: 'system', text: 'More.' },
      { role: 'user', text: 'Why?' },
    ]);
  });
});

describe('a result that was saved', () => {
  const side = (model: string, fingerprint: string, tokens: number): Verification['today'] => ({
    model,
    fingerprint,
    outputTokens: { value: tokens, low: tokens - 1, high: tokens + 1 },
    samples: 50,
  });

  async function resultFor(code: string): Promise<Verification> {
    const { quote } = await quoteIn(code);
    const { quote: changed } = await quoteIn(code.replace("'gpt-4.1'", "'gpt-4.1-mini'"));
    const { today } = planned(quote, changed);
    const { fingerprint } = today.request;
    return {
      path: 'src/triage.ts',
      identity: quote.site.identity,
      at: '2026-11-21T10:00:00.000Z',
      change: 'model',
      criterion: 'exact',
      bar: 0.9,
      compared: 50,
      agreeing: 50,
      interval: { low: 0.93, high: 1 },
      verdict: 'met',
      today: side('gpt-4.1', fingerprint, 20),
      changed: side('gpt-4.1-mini', fingerprint, 30),
      spentUsd: 0.01,
      answers: [{ today: 'private', changed: 'private' }],
    };
  }

  const settingsWith = (result: Verification) =>
    settingsWithVerifications(DEFAULT_SETTINGS, [{ folder: FOLDER, text: writeVerifications([], result) }]);

  it('is of the change that is proposed, then of one that is taken, then stale', async () => {
    const code = codeFor(RESPONSES);
    const settings = settingsWith(await resultFor(code));
    const freshness = async (now: string) => (await quoteIn(now, settings)).shown?.verified?.freshness;
    assert.equal(await freshness(code), 'proposed');
    assert.equal(await freshness(codeFor(RESPONSES, 'gpt-4.1-mini')), 'taken');
    assert.equal(await freshness(code.replace('Sort the', 'Sort this')), 'stale');
    assert.equal(await freshness(codeFor(RESPONSES, 'gpt-4o')), 'stale');
    assert.equal(await freshness(`// a comment\n${code}`), 'proposed');
  });

  it('makes the length of answers measured, of the model that gave them', async () => {
    const code = codeFor(RESPONSES);
    const settings = settingsWith(await resultFor(code));
    const stated = async (now: string) => (await quoteIn(now, settings)).shown?.stated;
    const today = await stated(code);
    assert.deepEqual([today?.outputTokens?.value, today?.outputTokens?.basis], [20, 'measured']);
    assert.equal((await stated(codeFor(RESPONSES, 'gpt-4.1-mini')))?.outputTokens?.value, 30);
    assert.ok(today !== undefined && isKnown(today.meanCallUsd));
    assert.equal(await stated(code.replace('Sort the', 'Sort this')), undefined);
  });

  it('keeps answers out of what goes to windows', async () => {
    const settings = settingsWith(await resultFor(codeFor(RESPONSES)));
    assert.ok(!JSON.stringify(settings).includes('private'));
  });

  it('is of its own file and call, also where the path has signs that addresses encode', async () => {
    const code = codeFor(RESPONSES);
    const result = { ...(await resultFor(code)), path: 'src/[id] (a)/ü.ts' };
    const at = async (file: string) => (await quoteIn(code, settingsWith(result), file)).shown;
    for (const file of [`${FOLDER}/src/%5Bid%5D%20%28a%29/%C3%BC.ts`, `${FOLDER}/src/[id] (a)/ü.ts`]) {
      const shown = await at(file);
      assert.equal(shown?.verified?.freshness, 'proposed', file);
      assert.equal(shown?.stated?.outputTokens?.value, 20, file);
    }
    assert.equal((await at(FILE))?.verified, undefined);
  });

  it('takes the place of an earlier one of the same change, and stands beside others', async () => {
    const first = await resultFor(codeFor(RESPONSES));
    const again = { ...first, agreeing: 40 };
    const other = { ...first, changed: side('gpt-4o-mini', 'x', 5) };
    const text = writeVerifications(readVerifications(writeVerifications([first], other)) ?? [], again);
    assert.deepEqual(
      readVerifications(text)?.map(({ agreeing, changed }) => [agreeing, changed.model]),
      [
        [50, 'gpt-4o-mini'],
        [40, 'gpt-4.1-mini'],
      ],
    );
  });

  it('is left out where it is none, and another file is never written over', () => {
    assert.deepEqual(readVerifications(''), []);
    assert.deepEqual(readVerifications('{"version": 1, "results": [1, {"path": "a"}, null]}'), []);
    for (const text of ['{', '[]', '{"version": 2, "results": []}', 'hello']) assert.equal(readVerifications(text), undefined, text);
  });
});
