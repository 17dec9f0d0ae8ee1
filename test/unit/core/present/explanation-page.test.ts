import assert from 'node:assert/strict';
import { explanationPage } from '../../../../src/core/present/explanation-page';

describe('the page about how numbers came about', () => {
  it('lists line by line, with parts under what they are parts of, and nothing of the code becomes markup', () => {
    assert.equal(
      explanationPage('Assistant.answer', ['model: x', '  system: 12 tokens (exact)', 'unknown: <b>*notes*</b>: computed']),
      [
        '# How the numbers of Assistant.answer came about',
        '',
        '- model: x',
        '  - system: 12 tokens \\(exact\\)',
        '- unknown: &lt;b&gt;\\*notes\\*&lt;/b&gt;: computed',
      ].join('\n'),
    );
  });
});
