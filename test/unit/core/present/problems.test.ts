import assert from 'node:assert/strict';
import { ownFaults, promptFileProblems, whyNothingRead } from '../../../../src/core/present/problems';
import type { Analysis, Quote } from '../../../../src/core/quote/analysis';
import type { Problem } from '../../../../src/core/source/summary';
import { quote, span, uri } from './quote-sample';

const whole: Problem = { message: 'This file looks binary.', at: span(0, 0) };
const placed: Problem = { message: 'The front matter is not valid YAML.', at: span(4, 9) };
const fault: Problem = { message: 'The rule failed here: oops', at: span(4, 9), ours: true };
const promptFile: Quote = { ...quote, site: { ...quote.site, kind: 'prompt-file' } };

function analysis(quotes: readonly Quote[], problems: readonly Problem[]): Analysis {
  return { uri, version: 1, quotes, findings: [], problems, pending: [], dependsOn: [] };
}

describe('problems', () => {
  it('of a whole file say why nothing of it was read', () => {
    assert.equal(whyNothingRead(analysis([], [whole])), whole.message);
    assert.equal(whyNothingRead(analysis([], [placed])), undefined);
    assert.equal(whyNothingRead(analysis([quote], [whole])), undefined);
  });

  it('of a prompt file stand where they are, those of code nowhere', () => {
    assert.deepEqual(promptFileProblems(analysis([promptFile], [placed, whole, fault])), [placed]);
    assert.deepEqual(promptFileProblems(analysis([quote], [placed])), []);
  });

  it('of our own making are for the log', () => {
    assert.deepEqual(ownFaults(analysis([quote], [placed, fault])), [`${uri}: ${fault.message}`]);
  });
});
