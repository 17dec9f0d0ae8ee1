import assert from 'node:assert/strict';
import { createCatalogue } from '../../../src/core/prices/catalogue';
import { type FetchLike, fetchRefreshedPrices, REFRESH_HOST } from '../../../src/node/refreshed-prices';

const TODAY = new Date('2026-11-21T10:00:00Z');

function answering(text: string, status = 200): FetchLike {
  return async () => ({ ok: status < 300, status, text: async () => text });
}

describe('refreshing prices', () => {
  it('asks one address once, over https, and hands on what a catalogue takes', async () => {
    const asked: string[] = [];
    const models = [{ id: 'gpt-7', match: { equals: 'gpt-7' }, prices: { input_mtok: 1, output_mtok: 2 } }];
    const result = await fetchRefreshedPrices(async url => {
      asked.push(url);
      return { ok: true, status: 200, text: async () => JSON.stringify([{ id: 'openai', models }]) };
    }, TODAY);
    assert.equal(asked.length, 1);
    assert.equal(new URL(asked[0] ?? '').protocol, 'https:');
    assert.equal(new URL(asked[0] ?? '').host, REFRESH_HOST);
    assert.ok(result.kind === 'refreshed');
    assert.equal(result.models, 1);
    const stored: unknown = JSON.parse(JSON.stringify(result.prices));
    assert.equal(createCatalogue({ refreshedPrices: stored }).find('openai', 'gpt-7', TODAY)?.price?.inputUsd, 1);
  });

  it('says what went wrong, and from where', async () => {
    const cases: readonly (readonly [FetchLike, RegExp])[] = [
      [answering('', 503), /status 503/],
      [answering('<html>'), /other than JSON/],
      [answering('{}'), /no price list/],
      [answering('[]'), /no price in it/],
      [answering('[{"id":"openai","models":[{"id":1}]}]'), /no price in it .*openai → model 1/],
      [answering(' '.repeat(20_000_001)), /more data/],
      // As Node says it.
      [
        async () => Promise.reject(new TypeError('fetch failed', { cause: new Error('getaddrinfo ENOTFOUND') })),
        /getaddrinfo ENOTFOUND\. .* Try again once you are online\.$/,
      ],
    ];
    for (const [fetchLike, reason] of cases) {
      const result = await fetchRefreshedPrices(fetchLike, TODAY);
      assert.ok(result.kind === 'failed');
      assert.match(result.message, reason);
      assert.ok(result.message.includes(REFRESH_HOST));
    }
  });
});
