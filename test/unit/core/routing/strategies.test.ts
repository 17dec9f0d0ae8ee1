import assert from 'node:assert/strict';
import { createCatalogue } from '../../../../src/core/prices/catalogue';
import { breakEvenEscalationRate, strategyCost } from '../../../../src/core/routing/strategies';
import type { Workload } from '../../../../src/core/spend/workload';
import { workloadOf } from '../../../../src/core/spend/workload-of-quote';
import { analyseIn } from '../rules/fixture/project';

const catalogue = createCatalogue();
const NOW = new Date('2026-11-20T12:00:00Z');
const find = (id: string) => catalogue.find(undefined, id, NOW);

/** gpt-6.1-sol costs 2 and 10 dollars per million tokens, gpt-6-luna a twentieth of both. */
async function workload(): Promise<readonly Workload[]> {
  const uri = 'file:///project/call.py';
  const text = `from openai import OpenAI
client = OpenAI()
client.responses.create(model="gpt-6.1-sol", input="Say hello to the people of Ghent.", max_output_tokens=1000)
`;
  const { quotes } = (await analyseIn(new Map([[uri, text]]), uri)).analysis;
  return quotes.map(quote => workloadOf(quote, 'call.py'));
}

const cascade = (scorerUsdPerThousandCalls: number) => (escalationRate: number) => () =>
  ({ kind: 'cascade', model: 'gpt-6-luna', escalationRate, scorerUsdPerThousandCalls }) as const;

function near(figure: number | undefined, expected: number, note?: string): void {
  assert.ok(figure !== undefined && Math.abs(figure - expected) < 1e-9, `${note ?? ''} ${figure} is not ${expected}`);
}

describe('strategies for a selection of calls', () => {
  it('send all calls to the other model', async () => {
    const { today, after } = strategyCost(await workload(), () => ({ kind: 'static', model: 'gpt-6-luna' }), find);
    near(after.value / today.value, 1 / 20);
  });

  it('send the easy share there, and pay the classifier for all', async () => {
    const strategy = { kind: 'dynamic', model: 'gpt-6-luna', easyShare: 0.6, classifierUsdPerThousandCalls: 0.5 } as const;
    const { today, after } = strategyCost(await workload(), () => strategy, find);
    near(after.value, today.value * (0.6 / 20 + 0.4) + 0.5);
  });

  it('ask the other model first, score its answers, and ask again where they are poor', async () => {
    const strategy = { kind: 'cascade', model: 'gpt-6-luna', escalationRate: 0.2, scorerUsdPerThousandCalls: 0.4 } as const;
    const { today, after } = strategyCost(await workload(), () => strategy, find);
    near(after.value, today.value * (1 / 20 + 0.2) + 0.4);
  });

  it('break even where a cascade costs what today’s model costs alone', async () => {
    const workloads = await workload();
    const rate = breakEvenEscalationRate(workloads, cascade(0.4), find);
    assert.ok(rate !== undefined);
    const { today, after } = strategyCost(workloads, cascade(0.4)(rate), find);
    near(after.value, today.value, 'at the break-even');
    near(rate, 1 - 1 / 20 - 0.4 / today.value);
  });

  it('never break even where scoring alone costs more, and say nothing where nothing has a price', async () => {
    const rate = breakEvenEscalationRate(await workload(), cascade(1000), find);
    assert.ok(rate !== undefined && rate < 0);
    assert.equal(breakEvenEscalationRate([], cascade(0), find), undefined);
  });
});
