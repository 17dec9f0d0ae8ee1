import assert from 'node:assert/strict';
import { createPromptReader } from '../../../src/core/compression/prompt-reader';
import { createCatalogue } from '../../../src/core/prices/catalogue';
import { rememberCounts } from '../../../src/core/tokens/remember-counts';
import { answerCompression } from '../../../src/node/compression-answers';
import { loadCounters } from '../../../src/node/encodings';
import { createEnvironment } from '../../../src/node/environment';
import type { CompressionQuestion } from '../../../src/protocol/compression';
import { analyseIn, DEFAULT_SETTINGS } from '../core/rules/fixture/project';

const uri = 'file:///project/a.prompty';
const text = '---\nmodel:\n  id: gpt-5.4\n---\nsystem:\nPlease help in order to answer.\n';

async function answer(ask: CompressionQuestion, toDocuments: Parameters<typeof answerCompression>[3] = edits => edits) {
  const analysed = await analyseIn(new Map([[uri, text]]), uri);
  const compression = analysed.compression(analysed.analysis.quotes[0]?.site.identity ?? '');
  assert.ok(compression);
  const environment = createEnvironment({
    reader: createPromptReader(),
    catalogue: createCatalogue(),
    counters: rememberCounts(loadCounters()),
    settings: DEFAULT_SETTINGS,
    now: new Date('2026-11-20T12:00:00Z'),
    textOf: () => text,
  });
  return answerCompression(compression, ask, environment, toDocuments);
}

describe('answers about compression', () => {
  it('have the price of a run beforehand, where the model has one', async () => {
    const priced = await answer({ about: 'prompt', model: 'gpt-5.4' });
    assert.ok('price' in priced && 'value' in priced.price.usd);
    const { inputTokens, outputTokens, usd } = priced.price;
    // $2.50 and $15.00 per million tokens.
    assert.ok(Math.abs(usd.value - (inputTokens.value * 2.5 + outputTokens.value * 15) / 1e6) < 1e-9, JSON.stringify(priced.price));
    const unpriced = await answer({ about: 'prompt', model: 'my-own-model' });
    assert.ok('price' in unpriced && !('value' in unpriced.price.usd));
  });

  it('have edits where the editor has the text', async () => {
    const moved = await answer({ about: 'passes', passes: ['fillers'] }, edits =>
      edits.map(edit => ({ ...edit, uri: 'cell:1', start: edit.start - 10, end: edit.end - 10 })),
    );
    assert.ok('compressed' in moved);
    const start = text.indexOf('Please') - 10;
    assert.deepEqual(moved.compressed.changes, [
      { label: 'Remove "Please"', edits: [{ uri: 'cell:1', start, end: start + 8, newText: 'H' }] },
    ]);
  });

  it('are a refusal where the editor has no such place', async () => {
    const refused = await answer({ about: 'passes', passes: ['fillers'] }, () => ({ refused: 'no' }));
    assert.ok('refused' in refused);
  });
});
