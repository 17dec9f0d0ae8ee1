import assert from 'node:assert/strict';
import { type LensOptions, lensTitle } from '../../../../src/core/present/lens';
import { numeralsOf } from '../../../../src/core/present/numerals';
import type { Finding, Quote } from '../../../../src/core/quote/analysis';
import { exactly } from '../../../../src/core/quote/basis';
import { band, quote, site, span, unknown } from './quote-sample';

const numerals = numeralsOf();
const full: LensOptions = { density: 'full', template: '', minimumUsdPerThousandCalls: 0 };

function finding(usdPerCall: number, of = site.identity): Finding {
  const saving = exactly(usdPerCall);
  return {
    rule: 'no-dynamic-prefix',
    at: span(1, 2),
    message: 'm',
    certainty: 'confirmed',
    severity: 'warning',
    saving,
    site: of,
    fixes: [],
  };
}

function title(changed: Partial<Quote>, options: Partial<LensOptions> = {}, findings: readonly Finding[] = []) {
  return lensTitle({ ...quote, ...changed }, findings, { ...full, ...options }, numerals);
}

describe('lens title', () => {
  it('says input, cacheable part, cap, money and model', () => {
    assert.equal(title({}), '≈2,143 in (≈1,980 cacheable) → ≤1,024 out · $0.0145/call · claude-sonnet-5-5');
  });

  it('says that a cap is a default, which callers may replace', () => {
    const byDefault: Quote = { ...quote, site: { ...site, outputCap: { ...site.outputCap, byDefault: true } } };
    assert.equal(title(byDefault, { density: 'tokens' }), '≈2,143 in (≈1,980 cacheable) → ≤1,024 out by default');
  });

  it('says what the one fix saves', () => {
    assert.equal(
      title({}, {}, [finding(0.0038)]),
      '≈2,143 in (≈1,980 cacheable) → ≤1,024 out · $0.0145/call · claude-sonnet-5-5 · 1 saving −$3.80/1k',
    );
  });

  it('does not add up the savings of several fixes', () => {
    assert.match(title({}, {}, [finding(0.001), finding(0.0038)]) ?? '', / · 2 savings, the largest −\$3\.80\/1k$/);
  });

  it('leaves out findings of other calls', () => {
    assert.doesNotMatch(title({}, {}, [finding(0.0038, 'other/anthropic-messages#0')]) ?? '', /saving/);
  });

  it('has a compact and a tokens-only form', () => {
    assert.equal(title({}, { density: 'compact' }), '≈2,143 → ≤1,024 out · $0.0145/call');
    assert.equal(title({}, { density: 'tokens' }), '≈2,143 in (≈1,980 cacheable) → ≤1,024 out');
  });

  it('fills a template, and an empty field takes its separator along', () => {
    assert.equal(title({}, { template: '{model} · {savings} · {costPer1k} {unknown}' }), 'claude-sonnet-5-5 · $14.53/1k {unknown}');
  });

  it('writes an unknown price out, with its reason', () => {
    const nothing = unknown('the model comes from the parameter `model`');
    const without = { ...quote, inputUsd: nothing, maxOutputUsd: nothing, maxCallUsd: nothing };
    const { model: _, ...unpriced } = without;
    const parameter = { candidates: [], provenance: 'unknown' as const, why: 'comes from the parameter `model`' };
    assert.equal(
      lensTitle({ ...unpriced, site: { ...site, model: parameter } }, [], full, numerals),
      '≈2,143 in (≈1,980 cacheable) → ≤1,024 out · price unknown: the model comes from the parameter `model`',
    );
  });

  it('prices the input alone where nothing bounds the output', () => {
    const { outputCapTokens: _, ...uncapped } = quote;
    const absent = { ...site, outputCap: { state: 'absent' as const, parameter: 'max_completion_tokens', required: false } };
    const none = unknown('no cap');
    assert.equal(
      lensTitle({ ...uncapped, site: absent, maxOutputUsd: none, maxCallUsd: none }, [], full, numerals),
      '≈2,143 in (≈1,980 cacheable) → no cap · $0.00429/call + output · claude-sonnet-5-5',
    );
    assert.match(title({ site: absent, outputCapTokens: 64_000 }) ?? '', /→ ≤64,000 out \(no cap\) · /);
  });

  it('does not call a prefix below the minimum cacheable', () => {
    assert.doesNotMatch(title({ prefix: { ...quote.prefix, state: 'below-minimum' } }) ?? '', /cacheable/);
    assert.match(title({ prefix: { ...quote.prefix, state: 'straddles-minimum' } }) ?? '', /\(≈1,980 perhaps cacheable\)/);
  });

  it('names every candidate model, and says when the model is the reference', () => {
    const choice = { candidates: ['a', 'b', 'c'], provenance: 'unknown' as const, why: 'three candidates' };
    assert.match(title({ site: { ...site, model: choice } }) ?? '', / · a or b or 1 more$/);
    assert.match(title({ modelAssumed: true }) ?? '', / · claude-sonnet-5-5 \(reference\)$/);
  });

  it('says tokens only for a prompt that is paid by subscription', () => {
    const { model: _, ...rest } = quote;
    const free = unknown('names no model');
    const flat = { ...rest, site: { ...site, flatRate: true, model: { candidates: [], provenance: 'absent' as const, why: '' } } };
    assert.match(lensTitle({ ...flat, inputUsd: free, maxCallUsd: free }, [], full, numerals) ?? '', / · tokens only$/);
  });

  it('is left out below the threshold, unless there is a saving', () => {
    assert.equal(title({}, { minimumUsdPerThousandCalls: 20 }), undefined);
    assert.notEqual(title({}, { minimumUsdPerThousandCalls: 20 }, [finding(0.0038)]), undefined);
    assert.notEqual(title({ maxCallUsd: unknown('no price') }, { minimumUsdPerThousandCalls: 20 }), undefined);
  });

  it('says that a wrapper’s inner call is left to its callers', () => {
    assert.match(title({ site: { ...site, isWrapper: true } }) ?? '', /≤1,024 out · left to its callers · /);
  });

  it('asks for a model where the prompt names none, and says nothing of an output that it cannot bound', () => {
    const { model: _, outputCapTokens: __, ...rest } = quote;
    const none = unknown('the file names no model');
    const unnamed = { candidates: [], provenance: 'absent' as const, why: 'the file names no model' };
    const outputCap = { state: 'unsupported' as const, parameter: '', required: false };
    const file = { ...rest, inputUsd: none, maxCallUsd: none, site: { ...site, model: unnamed, outputCap } };
    assert.equal(lensTitle(file, [], full, numerals), '≈2,143 in (≈1,980 cacheable) · names no model: click to choose one');
  });

  it('says nothing of the output of an embedding', () => {
    assert.match(title({ outputCapTokens: 0 }) ?? '', /^≈2,143 in \(≈1,980 cacheable\) · \$/);
  });

  it('has a question mark for an input of which nothing is known', () => {
    assert.match(title({ inputTokens: band(0, 0, Number.POSITIVE_INFINITY) }, { density: 'compact' }) ?? '', /^\? → /);
  });

  it('writes ranges', () => {
    assert.match(title({ inputTokens: band(4000, 2143, 6100) }) ?? '', /^2,143–6,100 in /);
  });
});
