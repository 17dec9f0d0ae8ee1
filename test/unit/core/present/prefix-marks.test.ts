import assert from 'node:assert/strict';
import { prefixMarks } from '../../../../src/core/present/prefix-marks';
import type { Analysis, Finding, Quote } from '../../../../src/core/quote/analysis';
import { quote, site, span, uri } from './quote-sample';

const cut = { at: span(210, 215), label: 'datetime.now()', why: 'a clock' };
const prefixed = (state: Quote['prefix']['state']): Quote => ({ ...quote, prefix: { ...quote.prefix, state, at: [span(200, 210)], cut } });
const finding: Finding = {
  rule: 'r',
  at: span(208, 216),
  message: 'A clock',
  certainty: 'confirmed',
  severity: 'warning',
  site: site.identity,
  fixes: [],
};

function analysis(of: Quote, findings: readonly Finding[] = []): Analysis {
  return { uri, version: 1, quotes: [of], findings, problems: [], pending: [], dependsOn: [] };
}

describe('marks of the cacheable prefix', () => {
  it('stand where the provider could cache it', () => {
    assert.deepEqual(prefixMarks(analysis(prefixed('not-asked'))), { prefix: [span(200, 210)], cuts: [span(210, 215)] });
  });

  it('are left out where it could not', () => {
    for (const state of ['below-minimum', 'unsupported', 'unknown'] as const) {
      assert.deepEqual(prefixMarks(analysis(prefixed(state))), { prefix: [], cuts: [] });
    }
  });

  it('stand where a finding says what breaks it', () => {
    assert.equal(prefixMarks(analysis(prefixed('below-minimum'), [finding])).cuts.length, 1);
    assert.equal(prefixMarks(analysis(prefixed('below-minimum'), [{ ...finding, at: span(1, 2) }])).cuts.length, 0);
  });
});
