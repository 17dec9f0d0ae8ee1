import assert from 'node:assert/strict';
import { coveragePage } from '../../../../src/core/present/coverage-page';
import { numeralsOf } from '../../../../src/core/present/numerals';
import { band, quote, site, unknown } from './quote-sample';

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
    const page = coveragePage({ seen: 2, analysed: 2, withoutTrace: 0, skipped: [], unparsed: [] }, files, numeralsOf());
    assert.match(page, /^- `a\.py` answer: without question, order\\_lines$/m);
    assert.match(page, /^- `b\.prompt` without question, order\\_lines$/m);
  });

  it('says where a file could not be parsed, and which answers nothing bounds', () => {
    const uncapped = { ...quote, maxCallUsd: unknown('no output cap; the model may write up to 64,000 tokens') };
    const files = [{ uri: 'file:///w/a.py', path: 'a.py', quotes: [uncapped], findings: [] }];
    const unparsed = [{ file: 'half.py', line: 5, why: 'This part could not be parsed' }];
    const page = coveragePage({ seen: 2, analysed: 2, withoutTrace: 0, skipped: [], unparsed }, files, numeralsOf());
    assert.match(page, /^## Files read in part: calls may be missing\n\n- `half\.py` line 5: This part could not be parsed$/m);
    assert.match(page, /^## Answers of unknown length\n\n- `a\.py` answer: no output cap; the model may write up to 64,000 tokens$/m);
  });
});
