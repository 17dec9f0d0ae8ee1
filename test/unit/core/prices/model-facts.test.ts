import assert from 'node:assert/strict';
import { anthropicCapabilities } from '../../../../src/core/prices/capabilities/anthropic';
import { googleCapabilities } from '../../../../src/core/prices/capabilities/google';
import { openaiCapabilities } from '../../../../src/core/prices/capabilities/openai';
import { createCatalogue } from '../../../../src/core/prices/catalogue';
import { anthropicParameters } from '../../../../src/core/prices/parameters/anthropic';
import { googleParameters } from '../../../../src/core/prices/parameters/google';
import { openaiParameters } from '../../../../src/core/prices/parameters/openai';

const AT = new Date('2026-11-20T12:00:00Z');
const catalogue = createCatalogue();
const lifeOf = (provider: string | undefined, id: string, at = AT) => catalogue.lifecycle(provider, id, at)?.lifecycle;

describe('the life of a model', () => {
  it('ends on the day that was announced', () => {
    assert.equal(lifeOf('openai', 'gpt-4o', new Date('2027-01-13T23:59:59Z'))?.state, 'deprecated');
    assert.equal(lifeOf('openai', 'gpt-4o', new Date('2027-01-14T00:00:00Z'))?.state, 'retired');
    assert.equal(lifeOf('openai', 'gpt-6-luna')?.state, 'current');
    assert.equal(lifeOf('google', 'gemini-3.5-flash')?.state, 'deprecated', 'also where no day is announced');
  });

  it('is the snapshot’s, not its alias’s', () => {
    assert.equal(lifeOf('openai', 'gpt-4o-2024-05-13')?.state, 'retired');
    assert.equal(lifeOf('openai', 'gpt-4o-2024-08-06')?.state, 'deprecated');
    assert.equal(lifeOf('openai', 'gpt-4o-2031-01-01'), undefined, 'nothing is told of a snapshot that nobody listed');
  });

  it('follows recommendations until one is in service', () => {
    assert.equal(lifeOf('openai', 'o1-mini')?.replacement, 'gpt-5.6-terra', 'o4-mini, which was recommended, is gone, too');
    assert.equal(lifeOf('openai', 'gpt-4-32k')?.replacement, 'gpt-6-luna');
    assert.equal(lifeOf('openai', 'gpt-5.1')?.replacement, undefined, 'where nothing is recommended, nothing is made up');
    assert.equal(lifeOf('anthropic', 'claude-3-5-sonnet-latest')?.replacement, 'claude-sonnet-4-6');
    assert.equal(lifeOf('google', 'models/gemini-2.0-flash')?.replacement, 'gemini-3.6-flash');
    const gone = ['gemini-1.5-flash', 'googleai/gemini-1.5-pro-latest', 'gemini-1.5-flash-8b-001'].map(id => lifeOf('google', id));
    assert.deepEqual(
      gone.map(life => [life?.state, life?.shutdown, life?.replacement]),
      [
        ['retired', '2025-09-24', 'gemini-3.6-flash'],
        ['retired', '2025-09-24', 'gemini-3.6-flash'],
        ['retired', '2025-09-24', 'gemini-3.5-flash-lite'],
      ],
    );
  });

  it('is known of ids that have no price any more', () => {
    assert.equal(catalogue.find('anthropic', 'claude-instant-1.2', AT), undefined);
    assert.equal(lifeOf('anthropic', 'claude-instant-1.2')?.state, 'retired');
  });

  it('is not told of other sellers, whose schedules differ', () => {
    for (const [provider, id] of [
      ['azure', 'gpt-4'],
      ['aws', 'anthropic.claude-3-5-sonnet-20241022-v2:0'],
      ['google', 'claude-3-5-sonnet@20241022'],
      ['openrouter', 'openai/gpt-4'],
    ] as const)
      assert.equal(lifeOf(provider, id), undefined, `${provider} ${id}`);
    assert.equal(catalogue.find('aws', 'anthropic.claude-haiku-4-5-20251001-v1:0', AT)?.lifecycle, undefined);
  });

  it('is found by the id alone where one maker has it, and behind a prefix', () => {
    assert.equal(catalogue.lifecycle(undefined, 'gpt-4', AT)?.maker, 'openai');
    assert.equal(catalogue.lifecycle(undefined, 'openai/gpt-4', AT)?.form, 'gpt-4');
  });
});

describe('what a model can do', () => {
  it('is filed under ids that the catalogue knows, once each', () => {
    for (const [maker, rows] of [
      ['anthropic', anthropicCapabilities],
      ['openai', openaiCapabilities],
      ['google', googleCapabilities],
    ] as const) {
      const ids = rows.flatMap(row => row.ids);
      assert.equal(new Set(ids).size, ids.length);
      for (const row of rows)
        for (const id of row.ids) assert.equal(catalogue.find(maker, id, AT)?.capabilities?.family, row.family, `${maker} ${id}`);
    }
    for (const [maker, rows] of [
      ['anthropic', anthropicParameters],
      ['openai', openaiParameters],
      ['google', googleParameters],
    ] as const) {
      const ids = rows.flatMap(row => row.ids);
      assert.equal(new Set(ids).size, ids.length);
      for (const row of rows)
        for (const id of row.ids) assert.deepEqual(catalogue.find(maker, id, AT)?.parameters?.accepts, row.accepts, `${maker} ${id}`);
    }
  });

  it('is a snapshot’s, too, but not a variant’s that only shares the price', () => {
    assert.equal(catalogue.find('openai', 'gpt-4o-2024-08-06', AT)?.capabilities?.tier, 'mid');
    assert.equal(catalogue.find('anthropic', 'claude-haiku-4.5', AT)?.capabilities?.family, 'claude-haiku');
    assert.equal(catalogue.find('openai', 'gpt-5.1-chat-latest', AT)?.capabilities, undefined);
    assert.equal(catalogue.find('openai', 'gpt-4o-mini-search-preview', AT)?.parameters, undefined);
  });

  it('holds at other sellers, but which parameters they take does not', () => {
    const facts = catalogue.find('aws', 'anthropic.claude-haiku-4-5-20251001-v1:0', AT);
    assert.equal(facts?.capabilities?.tier, 'small');
    assert.equal(facts?.parameters, undefined);
  });

  it('refuses what the makers refuse', () => {
    const accepts = (provider: string, id: string) => catalogue.find(provider, id, AT)?.parameters?.accepts;
    assert.equal(accepts('openai', 'o3')?.max_tokens, 'refused');
    assert.equal(accepts('openai', 'gpt-5.4')?.sampling, 'if-not-thinking');
    assert.equal(accepts('anthropic', 'claude-sonnet-4-6')?.prefill, 'refused');
    assert.equal(accepts('anthropic', 'claude-sonnet-4-6')?.sampling, 'accepted');
    assert.equal(accepts('anthropic', 'claude-opus-4-7')?.sampling, 'refused');
    assert.equal(accepts('anthropic', 'claude-opus-5-5')?.['forced-tool'], 'refused');
  });
});
