import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { KeptPrices } from '../../../src/node/kept-prices';

const LIST = [
  {
    id: 'openai',
    name: 'OpenAI',
    api_pattern: 'https://api\\.openai\\.com',
    models: [{ id: 'gpt-new', match: { equals: 'gpt-new' }, prices: { input_mtok: 1, output_mtok: 4 } }],
  },
];

describe('kept prices', () => {
  let folder: string;
  const problems: string[] = [];
  const opened = () => new KeptPrices(path.join(folder, 'deep', 'prices.json'), problem => problems.push(problem));

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'promptfare-prices-'));
    problems.length = 0;
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('are there at the next start', async () => {
    const prices = opened();
    assert.equal(prices.prices, undefined);
    const result = await prices.keep({ ok: true, status: 200, text: JSON.stringify(LIST) }, new Date('2026-11-20T12:00:00Z'));
    assert.deepEqual(result, { refreshed: true, message: 'Prices were refreshed. Models: 1.' });
    assert.deepEqual(prices.prices, { fetched: '2026-11-20', providers: LIST });
    assert.deepEqual(opened().prices, prices.prices);
    assert.deepEqual(problems, []);
  });

  it('stay as they are when the answer is no price list', async () => {
    const prices = opened();
    for (const answer of [{ ok: false, status: 503, text: '' }, { ok: true, status: 200, text: '<html>' }, { failed: 'no network' }]) {
      const result = await prices.keep(answer, new Date());
      assert.equal(result.refreshed, false);
      assert.match(result.message, /The prices in use stay as they are\./);
    }
    assert.equal(opened().prices, undefined);
  });

  it('that are corrupt are told, and left aside', () => {
    writeFileSync(path.join(folder, 'prices.json'), '{ "fetched": ');
    const prices = new KeptPrices(path.join(folder, 'prices.json'), problem => problems.push(problem));
    assert.equal(prices.prices, undefined);
    assert.match(problems[0] ?? '', /^The refreshed prices can't be read .* Refresh them again\.$/);
  });
});
