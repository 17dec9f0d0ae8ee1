import assert from 'node:assert/strict';
import { fieldsOf, fieldText, leverToBeginWith, withField } from '../../../../../src/core/present/estimator/lever-fields';
import { LEVER_ORDER, type LeverName } from '../../../../../src/core/spend/lever-order';
import { type Levers, leversSchema } from '../../../../../src/core/spend/scenario';

function set(lever: LeverName, key: string, typed: string | boolean, levers: Levers): Levers | string {
  const field = fieldsOf(lever, levers).find(candidate => candidate.key === key);
  assert.ok(field, `${lever} has no ${key}`);
  return withField(lever, field, typed, levers);
}

describe('the fields of levers', () => {
  it('begin with what the schema takes, and show and take back what they show', () => {
    for (const lever of LEVER_ORDER) {
      const levers = leverToBeginWith(lever, 'gpt-6-luna');
      assert.ok(leversSchema.safeParse(levers).success, lever);
      for (const field of fieldsOf(lever, levers)) {
        const text = fieldText(lever, field, levers);
        if (text !== '' && field.unit !== 'flag' && field.unit !== 'choice')
          assert.deepEqual(withField(lever, field, text, levers), levers);
      }
    }
  });

  it('take percent and ranges as people write them', () => {
    const batch: Levers = { batch: { share: 0.5 } };
    assert.deepEqual(set('batch', 'share', '30%', batch), { batch: { share: 0.3 } });
    assert.deepEqual(set('batch', 'share', '20–40', batch), { batch: { share: [0.2, 0.4] } });
    assert.deepEqual(set('batch', 'share', '20-40', batch), { batch: { share: [0.2, 0.4] } });
    assert.deepEqual(set('output', 'tokens', '', { output: { tokens: 200 } }), { output: {} });
    const cache: Levers = { semanticCache: { hitRate: 0.2 } };
    assert.deepEqual(set('semanticCache', 'lookupUsdPerThousandCalls', '$0.02', cache), {
      semanticCache: { hitRate: 0.2, lookupUsdPerThousandCalls: 0.02 },
    });
  });

  it('answer what is negative, huge, empty or contradictory', () => {
    const batch: Levers = { batch: { share: 0.5 }, flex: { share: 0.4, priceFactor: 0.5 } };
    assert.equal(set('batch', 'share', '-5', batch), 'at least 0%');
    assert.equal(set('batch', 'share', '1e30', batch), 'at most 100%');
    assert.match(String(set('batch', 'share', 'many', batch)), /^a number, or a range/);
    assert.match(String(set('batch', 'share', '1–2–3', batch)), /^a number, or a range/);
    assert.match(String(set('batch', 'share', '40–20', batch)), /lower end of a range comes first/);
    assert.match(String(set('flex', 'share', '60', batch)), /more than all calls/);
    assert.equal(typeof set('batch', 'share', '', batch), 'string');
  });

  it('begin anew with another way of sending a history', () => {
    const window: Levers = { history: { strategy: 'window', turns: 7 } };
    const summary = set('history', 'strategy', 'summary', window);
    assert.deepEqual(summary, { history: { strategy: 'summary', everyTurns: 10, summaryTokens: 200, keepTurns: 2 } });
    assert.deepEqual(
      fieldsOf('history', summary as Levers).map(({ key }) => key),
      ['strategy', 'everyTurns', 'summaryTokens', 'keepTurns'],
    );
  });

  it('edit the first of several routes, and keep the others', () => {
    const routes: Levers = {
      routing: [
        { model: 'a', share: 0.2 },
        { model: 'b', share: 0.3 },
      ],
    };
    assert.deepEqual(set('routing', 'share', '10', routes), {
      routing: [
        { model: 'a', share: 0.1 },
        { model: 'b', share: 0.3 },
      ],
    });
    assert.match(String(set('routing', 'share', '90', routes)), /more than all calls/);
  });

  it('switch', () => {
    assert.deepEqual(set('caching', 'longTtl', true, { caching: {} }), { caching: { longTtl: true } });
    assert.deepEqual(set('caching', 'longTtl', false, { caching: { longTtl: true } }), { caching: {} });
  });
});
