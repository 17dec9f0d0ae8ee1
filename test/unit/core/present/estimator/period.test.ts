import assert from 'node:assert/strict';
import { exactly } from '../../../../../src/core/quote/basis';
import { answer, view } from './given';

const calls = [answer({ callsPerMonth: exactly(30_000) })];
const amount = (text: string | undefined) => Number(/\$([\d.,]+)/.exec(text ?? '')?.[1]?.replaceAll(',', ''));

describe('the period of the estimator’s totals', () => {
  const month = view(calls, { batch: { share: 0.5 } });

  it('is a month, until somebody sets another one', () => {
    assert.match(month.headline.today, / a month$/);
  });

  for (const [period, months] of [
    ['day', 1 / 30],
    ['year', 12],
  ] as const) {
    it(`may be a ${period}, in which everything is written that is of a month`, () => {
      const other = view(calls, { batch: { share: 0.5 } }, {}, { period });
      assert.match(other.headline.today, new RegExp(` a ${period}$`));
      const pairs = [
        [month.headline.today, other.headline.today],
        [month.headline.after, other.headline.after],
        [month.composition[0]?.today, other.composition[0]?.today],
        [month.waterfall[1]?.text, other.waterfall[1]?.text],
        [month.features[0]?.today, other.features[0]?.today],
      ];
      for (const [of, than] of pairs) {
        assert.ok(amount(of) > 0);
        assert.ok(Math.abs(amount(than) / (amount(of) * months) - 1) < 0.01, `${than} for ${of}`);
      }
      assert.equal(other.features[0]?.perThousand, month.features[0]?.perThousand);
      assert.equal(other.spend.today.usd.value, month.spend.today.usd.value);
    });
  }

  it('says nothing of 1,000 calls', () => {
    assert.equal(view([answer()], {}, {}, { period: 'year' }).headline.today, view([answer()]).headline.today);
  });
});
