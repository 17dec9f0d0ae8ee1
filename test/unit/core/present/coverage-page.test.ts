import assert from 'node:assert/strict';
import { coveragePage } from '../../../../src/core/present/coverage-page';
import { numeralsOf } from '../../../../src/core/present/numerals';
import { band, quote, site } from './quote-sample';

describe('the page about what was read', () => {
  it('says of each open request what is missing, and not how the rest was counted', () => {
    const why =
      'Claude has no public tokenizer: o200k ×1.25; without question; Claude has no public tokenizer: o200k ×1.25; without order_lines';
    const open = { ...quote, inputTokens: { ...band(100, 90, Number.POSITIVE_INFINITY), why } };
    const prompt = { ...open, site: { ...site, kind: 'prompt-file' as const, symbol: '', api: 'prompt-file' } };
    const files = [
      { uri: 'file:///w/a.py', path: 'a.py', quotes: [open], findings: [] },
      { uri: 'file:///w/b.prompt', path: 'b.prompt', quotes: [prompt], findings: [] },
    ];
    const page = coveragePage({ seen: 2, analysed: 2, withoutTrace: 0, skipped: [] }, files, numeralsOf('en'));
    assert.match(page, /^- `a\.py` answer: without question, order\\_lines$/m);
    assert.match(page, /^- `b\.prompt` without question, order\\_lines$/m);
  });
});
