import assert from 'node:assert/strict';
import { callersFound } from '../../../../src/core/present/callers-found';
import { lensTitle } from '../../../../src/core/present/lens';
import { numeralsOf } from '../../../../src/core/present/numerals';
import { requestHover } from '../../../../src/core/present/request-hover';
import { commonTarget, sendersIn } from '../../../../src/core/present/senders';
import { siteActions } from '../../../../src/core/present/site-actions';
import type { Quote } from '../../../../src/core/quote/analysis';
import { quote, site, span, unknown, uri } from './quote-sample';

const numerals = numeralsOf();
const promptUri = 'file:///project/prompts/answer.md';
const { model: _, ...unpriced } = quote;
const none = unknown('the file names no model');
const prompt: Quote = {
  ...unpriced,
  inputUsd: none,
  maxCallUsd: none,
  site: {
    ...site,
    identity: 'prompt#0',
    kind: 'prompt-file',
    at: { uri: promptUri, start: 0, end: 400 },
    model: { candidates: [], provenance: 'absent', why: 'the file names no model' },
    outputCap: { state: 'unsupported', parameter: '', required: false },
  },
};
const sending = (symbol: string, changes: Partial<Quote['site']> = {}): Quote => ({
  ...quote,
  site: { ...site, symbol, identity: `${symbol}#0`, sendsFrom: [promptUri], ...changes },
});
const file = (path: string, ...quotes: readonly Quote[]) => ({ uri: `file:///project/${path}`, path, quotes, findings: [] });
const sentBy = (...files: ReturnType<typeof file>[]): Quote => ({
  ...prompt,
  sentBy: sendersIn(files, callersFound(files)).get(promptUri) ?? [],
});
const lens = (shown: Quote) => lensTitle(shown, [], { density: 'full', template: '', minimumUsdPerThousandCalls: 0 }, numerals) ?? '';
const actions = (shown: Quote, isKnown = true) => {
  const analysis = { uri: promptUri, version: 1, quotes: [shown], findings: [], problems: [], pending: [], dependsOn: [] };
  return siteActions(analysis, shown, isKnown);
};

describe('a prompt file that code sends', () => {
  it('says which call sends it at which model, and leads there', () => {
    const shown = sentBy(file('answer.py', sending('answer')), file('other.py', quote));
    assert.match(lens(shown), / · sent by answer \(claude-sonnet-5-5\)$/);
    assert.match(requestHover(shown, [], [], numerals), /^\*\*sent by answer \\\(claude\\-sonnet\\-5\\-5\\\)\*\*, and counted there/);
    const [leads] = actions(shown).flatMap(action => (action.does === 'sender' ? [action] : []));
    assert.deepEqual(
      [leads?.label, leads?.description, leads?.at.uri],
      ['Open answer, which sends it', 'claude-sonnet-5-5 · answer.py', uri],
    );
  });

  it('says how many calls send it, and the model where it is one', () => {
    assert.match(lens(sentBy(file('a.py', sending('answer'), sending('again')))), / · sent by 2 calls \(claude-sonnet-5-5\)$/);
    const other = { ...site.model, value: 'gpt-6-luna', candidates: ['gpt-6-luna'] };
    assert.match(lens(sentBy(file('a.py', sending('answer'), sending('again', { model: other })))), / · sent by 2 calls$/);
  });

  it('is counted for the model that all its calls ask, and for none where that isn’t one', () => {
    const targetOf = ({ sentBy = [] }: Quote) => commonTarget(sentBy);
    const same = { provider: 'anthropic', model: 'claude-sonnet-5-5' };
    assert.deepEqual(targetOf(sentBy(file('a.py', sending('answer'), sending('again')))), same);
    const other = { ...site.model, value: 'gpt-6-luna', candidates: ['gpt-6-luna'] };
    const { value: _value, ...open } = site.model;
    for (const model of [other, open]) {
      assert.equal(targetOf(sentBy(file('a.py', sending('answer'), sending('again', { model })))), undefined);
      assert.equal(targetOf(sentBy(file('a.py', sending('again', { model }), sending('answer')))), undefined);
    }
    assert.equal(targetOf(sentBy(file('other.py', quote))), undefined);
  });

  it('is sent by the callers of a wrapper, and by its inner call where it has none', () => {
    const inner = sending('ask', { isWrapper: true });
    const caller = sending('main', { kind: 'wrapper-call', innerCalls: [site.at], at: span(900, 950) });
    assert.match(lens(sentBy(file('a.py', inner, caller))), / · sent by main /);
    assert.match(lens(sentBy(file('a.py', inner))), / · sent by ask /);
  });

  it('is neither priced by itself nor asked for its traffic, which its calls have', () => {
    const shown = { ...sentBy(file('a.py', sending('answer'))), modelAssumed: true, model: quote.model };
    const offered = actions(shown as Quote).map(({ does }) => does);
    assert.ok(!offered.includes('traffic') && !offered.includes('reference-model'));
    assert.doesNotMatch(lens(shown as Quote), /reference|\$/);
  });

  it('keeps a model of its own', () => {
    const own = { ...sentBy(file('a.py', sending('answer'))), ...quote, site: { ...site, kind: 'prompt-file' as const } };
    assert.doesNotMatch(lens(own), /sent by/);
  });

  it('offers to look for its calls where nobody has looked', () => {
    assert.ok(actions(prompt, false).some(({ does }) => does === 'callers'));
    assert.ok(!actions(prompt, true).some(({ does }) => does === 'callers'));
    assert.match(lens(prompt), /names no model: click to choose one$/);
  });
});
