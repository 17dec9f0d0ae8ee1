import assert from 'node:assert/strict';
import { numeralsOf } from '../../../../src/core/present/numerals';
import type { RoutingData } from '../../../../src/core/present/routing/data';
import { routingData, suggestedModels } from '../../../../src/core/present/routing/routing-data';
import { routingView } from '../../../../src/core/present/routing/routing-view';
import { FIRST_STATE, type RoutingState } from '../../../../src/core/present/routing/state';
import { createCatalogue } from '../../../../src/core/prices/catalogue';
import { routingDataSchema } from '../../../../src/protocol/routing';
import { analyseIn } from '../rules/fixture/project';

const NUMERALS = numeralsOf();
const NOW = new Date('2026-11-20T12:00:00Z');
const PROGRAM = `from openai import OpenAI

client = OpenAI()


def triage(ticket):
    return client.responses.create(
        model="gpt-6.1-sol", instructions="Classify the ticket into one of these categories: a, b.", input=ticket, max_output_tokens=1000
    )


def shorten(article):
    return client.responses.create(model="gpt-6.1-sol", instructions="Summarize the article.", input=article, max_output_tokens=2000)


def prove(theorem):
    return client.responses.create(model="gpt-6.1-sol", instructions="Prove the theorem step by step.", input=theorem)


def talk(messages):
    return client.responses.create(model="gpt-6.1-sol", instructions="You are a friendly guide.", input=messages)
`;

async function data(): Promise<RoutingData> {
  const files = await Promise.all(
    ['src/app.py', 'tests/test_app.py'].map(async path => {
      const uri = `file:///project/${path}`;
      const { quotes, findings } = (await analyseIn(new Map([[uri, PROGRAM]]), uri)).analysis;
      return { uri, path, quotes, findings };
    }),
  );
  const catalogue = createCatalogue();
  const models = suggestedModels(files).flatMap(id => catalogue.find(undefined, id, NOW) ?? []);
  return routingData(files, 'done', models);
}

async function view(state: Partial<RoutingState> = {}) {
  const shown = await data();
  const ids = new Map(shown.rows.map(({ label, id }) => [label, id]));
  const selected = (state.selected ?? []).map(label => ids.get(label) ?? label);
  return routingView(shown, { ...FIRST_STATE, ...state, selected }, NUMERALS);
}

function labels({ rows }: Awaited<ReturnType<typeof view>>): readonly string[] {
  return rows.map(({ row }) => row.label);
}

describe('the routing panel', () => {
  it('has a row a call, with its kind of task, why, and what would do', async () => {
    const { rows, headline } = await view({ sort: 'call' });
    assert.deepEqual(
      rows.map(({ row, ratio }) => [row.label, row.task, row.suggestion ?? '', ratio]),
      [
        ['triage', 'classification', 'gpt-6-luna', '1/20'],
        ['shorten', 'summarising', 'gpt-6-luna', '1/20'],
        ['prove', 'multi-step reasoning', '', ''],
        ['talk', 'unclear', '', ''],
      ],
    );
    assert.match(rows[0]?.row.evidence[0] ?? '', /Classify/);
    assert.match(headline, /^2 of 4 calls could go to a smaller model: \$30\.08\+ → \$1\.50\+ for 1,000 of each call\.$/);
  });

  it('says why there is no suggestion, and leaves out tests', async () => {
    const shown = await data();
    assert.deepEqual(
      shown.rows.map(({ note }) => note),
      ['', '', 'No cheaper model is known that would do.', 'What kind of task this is, the prompt doesn’t say clearly.'],
    );
    assert.equal(shown.aside, 4);
  });

  it('writes money as the side bar does, and says what an answer without a cap is taken for', async () => {
    const { rows, notes } = await view({ sort: 'call' });
    assert.deepEqual(
      rows.slice(0, 2).map(({ today, after }) => [today, after]),
      [
        ['$10.05+', '$0.503+'],
        ['$20.03+', '$1.00+'],
      ],
    );
    assert.deepEqual(notes, [
      '2 calls have no cap: answers of 500 tokens are assumed, where the side bar counts the input alone.',
      '4 calls in tests and examples are left out.',
    ]);
  });

  it('sorts, filters and searches', async () => {
    assert.deepEqual(labels(await view()), ['shorten', 'triage', 'prove', 'talk']);
    assert.deepEqual(labels(await view({ shown: 'suggested', sort: 'call' })), ['triage', 'shorten']);
    assert.deepEqual(labels(await view({ shown: 'unclear' })), ['talk']);
    assert.deepEqual(labels(await view({ task: 'summarising' })), ['shorten']);
    assert.deepEqual(labels(await view({ search: 'luna tri' })), ['triage']);
    assert.deepEqual(labels(await view({ search: 'nowhere' })), []);
  });

  it('has what nobody knows the price of behind what nothing is suggested for', async () => {
    const shown = await data();
    const rows = shown.rows.map(row => {
      const { model: _, ...workload } = row.workload;
      return row.label === 'prove' ? { ...row, workload } : row;
    });
    assert.deepEqual(labels(routingView({ ...shown, rows }, FIRST_STATE, NUMERALS)), ['shorten', 'triage', 'talk', 'prove']);
  });

  it('sums what is selected as the rows have it', async () => {
    const { rows, selection } = await view({ selected: ['triage', 'shorten', 'prove'] });
    assert.equal(selection?.calls, 2);
    assert.equal(selection.fixable, 2);
    const saved = rows.reduce((total, { savesUsd }) => total + savesUsd, 0);
    assert.ok(Math.abs(selection.todayUsd - saved * (20 / 19)) < 1e-9, `${selection.todayUsd} and ${saved}`);
    assert.equal((await view({ selected: ['prove'] })).selection, undefined);
  });

  it('finds where a cascade breaks even, and draws the line that crosses today’s there', async () => {
    const { selection } = await view({ selected: ['triage'], strategy: 'cascade', scorerUsd: 0 });
    assert.ok(selection?.breakEven !== undefined && Math.abs(selection.breakEven - 0.95) < 1e-9);
    assert.equal(selection.breakEvenText, 'It pays while fewer than 95% of the calls are escalated.');
    assert.equal(selection.curve.length, 11);
    const [first, last] = [selection.curve[0], selection.curve[10]];
    assert.ok(first && first.usd < selection.todayUsd && last && last.usd > selection.todayUsd);
    const never = await view({ selected: ['triage'], strategy: 'cascade', scorerUsd: 1000 });
    assert.match(never.selection?.breakEvenText ?? '', /^It never pays/);
  });

  it('crosses to the page as it is, endless sizes included', async () => {
    const shown = await data();
    const crossed = routingDataSchema.safeParse(JSON.parse(JSON.stringify(shown)));
    assert.ok(crossed.success, crossed.error?.message);
    assert.deepEqual(
      routingView(crossed.data, FIRST_STATE, NUMERALS).rows.map(({ today }) => today),
      routingView(shown, FIRST_STATE, NUMERALS).rows.map(({ today }) => today),
    );
  });
});
