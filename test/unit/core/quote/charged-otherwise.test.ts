import assert from 'node:assert/strict';
import { createPromptReader } from '../../../../src/core/compression/prompt-reader';
import { createCatalogue } from '../../../../src/core/prices/catalogue';
import { isKnown } from '../../../../src/core/quote/basis';
import { quoteSite } from '../../../../src/core/quote/quote-site';
import { rememberCounts } from '../../../../src/core/tokens/remember-counts';
import { loadCounters } from '../../../../src/node/encodings';
import { createEnvironment } from '../../../../src/node/environment';
import { linkProject } from '../../link-project';

describe('what is not charged by its text', () => {
  it('has no price, and says what it is charged by', async () => {
    const source = 'from openai import OpenAI\n\nOpenAI().images.generate(model="gpt-image-1", prompt="A lamp")\n';
    const { sites } = await linkProject({ 'a.py': source }, 'a.py');
    const settings = { severities: {}, ignore: { '*': [] }, notCalls: [], promptFiles: [] };
    const environment = createEnvironment({
      reader: createPromptReader(),
      catalogue: createCatalogue(),
      counters: rememberCounts(loadCounters()),
      settings,
      now: new Date('2026-11-20'),
      textOf: () => source,
    });
    const [site] = sites;
    assert.ok(site);
    const quote = quoteSite(site, environment);
    assert.ok(!isKnown(quote.maxCallUsd) && !isKnown(quote.inputUsd));
    assert.match(quote.inputUsd.why, /charged by the number and size of images/);
    assert.equal(quote.model?.price, undefined);
  });
});
