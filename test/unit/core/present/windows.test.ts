import assert from 'node:assert/strict';
import { hoverTargets } from '../../../../src/core/present/hover-targets';
import { ignoreComment } from '../../../../src/core/present/ignore-comment';
import { modelRow } from '../../../../src/core/present/model-rows';
import { numeralsOf } from '../../../../src/core/present/numerals';
import { hintedParts, partHint } from '../../../../src/core/present/part-hint';
import { quoteAt, quoteOnLine } from '../../../../src/core/present/quote-at';
import { siteActions } from '../../../../src/core/present/site-actions';
import { comparisonRows, requestStatus, selectionStatus } from '../../../../src/core/present/status-bar';
import type { Analysis, Finding, FixOffer, Quote } from '../../../../src/core/quote/analysis';
import { exactly } from '../../../../src/core/quote/basis';
import { viewOf } from '../../../../src/core/quote/site-quote';
import { verbatim } from '../../../../src/core/source/text-map';
import type { Entry, Value } from '../../../../src/core/source/values';
import { band, quote, site, span, statedAs, unknown, uri } from './quote-sample';

const numerals = numeralsOf();

describe('status bar', () => {
  it('shows the request under the cursor', () => {
    assert.equal(requestStatus(quote, numerals).text, '≈2,143 tok · $0.0145/call');
    assert.match(requestStatus(quote, numerals).tooltip, /Click for what can be done with it\.$/);
    assert.match(requestStatus({ ...quote, modelAssumed: true }, numerals).tooltip, /Click to choose the reference model\.$/);
    assert.equal(requestStatus({ ...quote, maxCallUsd: unknown('no cap') }, numerals).text, '≈2,143 tok · $0.00429/call + output');
    assert.equal(requestStatus({ ...quote, maxCallUsd: unknown('?'), inputUsd: unknown('?') }, numerals).text, '≈2,143 tok');
  });

  it('shows a selection, and how several were joined', () => {
    const counted = { model: 'gpt-5-mini', tokens: exactly(1204), inputUsd: exactly(0.000301) };
    const status = selectionStatus(counted, 2, numerals);
    assert.equal(status.text, '1,204 tok selected · $0.000301');
    assert.equal(status.tooltip, 'Input tokens of 2 selections, joined by line breaks for gpt-5-mini\nClick to compare models.');
  });

  it('says why a selection has no price', () => {
    const status = selectionStatus({ model: 'x', tokens: band(12, 12, 12), inputUsd: unknown('in no catalogue') }, 1, numerals);
    assert.equal(status.text, '≈12 tok selected');
    assert.match(status.tooltip, /price unknown: in no catalogue/);
  });

  it('compares models, cheapest first and unpriced last', () => {
    const counts = [
      { model: 'dear', tokens: exactly(100), inputUsd: exactly(0.001) },
      { model: 'unpriced', tokens: exactly(100), inputUsd: unknown('no price') },
      { model: 'cheap', tokens: exactly(100), inputUsd: exactly(0.0001) },
    ];
    assert.deepEqual(comparisonRows(counts, numerals), [
      { label: 'cheap', description: '100 tok · $0.0001 · $0.10/1k', detail: '' },
      { label: 'dear', description: '100 tok · $0.001 · $1.00/1k', detail: '' },
      { label: 'unpriced', description: '100 tok · price unknown', detail: 'no price' },
    ]);
  });

  it('lists models to choose from', () => {
    assert.deepEqual(modelRow({ id: 'm', provider: 'p', inputUsd: 2, outputUsd: 0.25 }, numerals), {
      label: 'm',
      description: '$2.00 in, $0.25 out per 1M tokens · p',
    });
    assert.equal(modelRow({ id: 'm', provider: 'p' }, numerals).description, 'price unknown · p');
  });
});

describe('the request under the cursor', () => {
  const analysis = { uri, quotes: [quote] } as unknown as Analysis;

  it('is the call around it, or one that begins on its line', () => {
    assert.equal(quoteAt(analysis, 150), quote);
    assert.equal(quoteAt(analysis, 90), undefined);
    assert.equal(quoteOnLine(analysis, 90, 130), quote);
    assert.equal(quoteOnLine(analysis, 40, 89), undefined);
  });
});

describe('hover targets', () => {
  const prompt: Value = { kind: 'text', at: span(220, 240), text: verbatim(uri, 221, 'You are') };
  const entry = (key: string, start: number, value: Value): Entry => ({
    key,
    keyAt: span(start, start + key.length),
    value,
    at: span(start, value.at.end),
  });
  const role: Value = { kind: 'text', at: span(205, 211), text: verbatim(uri, 206, 'user') };
  const message: Value = { kind: 'record', at: span(198, 241), entries: [entry('role', 199, role), entry('content', 212, prompt)] };
  const messages: Value = { kind: 'list', at: span(190, 250), items: [message] };
  const segment = {
    kind: 'message',
    role: 'user',
    pieces: [],
    repeats: false,
    optional: false,
    startsMessage: true,
    at: message.at,
  } as const;
  const call = {
    kind: 'call',
    at: site.at,
    callee: { kind: 'name', at: site.calleeAt, name: 'create', scope: 0 },
    args: [{ name: 'messages', value: messages, at: span(181, 250) }],
    argsAt: span(122, 300),
  } as const;
  const { promptKeysAt: _, ...seen } = site;
  const whole = { ...seen, call, parameters: {}, request: { segments: [segment], explicitOnly: false } };
  const targets = hoverTargets(viewOf({ ...quote, site: whole }));
  const answers = (offset: number) => targets.some(({ at }) => at.start <= offset && offset < at.end);

  it('answers on the callee, the model, the cap, and the keys around a prompt', () => {
    assert.deepEqual(targets[0], { at: span(130, 149), shows: 'model' });
    for (const offset of [100, 130, 151, 182, 200, 213]) assert.ok(answers(offset), String(offset));
  });
  it('is silent on the prompt itself', () => assert.ok(!answers(230)));
});

describe('actions of a lens', () => {
  const fix: FixOffer = {
    id: 'f',
    title: 'Move now() behind it (saves $3.80 per 1,000 calls)',
    effect: 'reorder',
    preferred: true,
  };
  const finding: Finding = {
    rule: 'r',
    at: span(1, 2),
    message: 'm',
    certainty: 'confirmed',
    severity: 'warning',
    site: site.identity,
    fixes: [fix],
  };
  const analysis: Analysis = { uri, version: 1, quotes: [quote], findings: [finding], problems: [], pending: [], dependsOn: [] };

  it('offers the breakdown, the fixes, the explanation and "not an LLM call"', () => {
    assert.deepEqual(
      siteActions(analysis, quote, true).map(action => action.does),
      ['breakdown', 'fix', 'traffic', 'compress', 'explain', 'not-a-call'],
    );
  });
  it('offers to state the traffic, but of a wrapper’s inner call, which its callers make', () => {
    const labels = (changed: Partial<Quote>) =>
      siteActions(analysis, { ...quote, ...changed }, true).flatMap(action => (action.does === 'traffic' ? [action.label] : []));
    assert.deepEqual(labels({}), ['State how often it is called…']);
    const stated = statedAs({ callsPerDay: exactly(3) });
    assert.deepEqual(labels({ stated }), ['Change how often it is called…']);
    assert.deepEqual(labels({ site: { ...site, isWrapper: true } }), []);
  });
  it('offers to look for the callers of a wrapper’s inner call where nobody has looked', () => {
    const does = (callersKnown: boolean) =>
      siteActions(analysis, { ...quote, site: { ...site, isWrapper: true } }, callersKnown).map(action => action.does);
    assert.ok(does(false).includes('callers'));
    assert.ok(!does(true).includes('callers'));
    assert.ok(!siteActions(analysis, quote, false).some(action => action.does === 'callers'));
  });
  it('draws no code as code, which lists can’t', () => {
    const named = { ...finding, message: '`gpt-4o` goes', fixes: [{ ...fix, title: 'Ask by the type `Mail`' }], unfixable: 'no' };
    const texts = siteActions({ ...analysis, findings: [named] }, quote, true).flatMap(action =>
      action.does === 'fix' ? [action.label] : action.does === 'unfixable' ? [action.description] : [],
    );
    assert.deepEqual(texts, ['Ask by the type Mail', 'gpt-4o goes']);
  });
  it('keeps what a fix saves in sight', () => {
    const offered = siteActions(analysis, quote, true).find(action => action.does === 'fix');
    assert.equal(offered?.label, 'Move now() behind it');
    assert.equal(offered?.detail, 'saves $3.80 per 1,000 calls; changes the order of the prompt');
  });
  it('offers the reference model where it counts, and the reason where nothing can be fixed', () => {
    const stuck = { ...analysis, findings: [{ ...finding, fixes: [], unfixable: 'two callers' }] };
    const promptFile = { ...quote, modelAssumed: true, site: { ...site, kind: 'prompt-file' as const } };
    assert.deepEqual(
      siteActions(stuck, promptFile, true).map(action => action.does),
      ['breakdown', 'unfixable', 'traffic', 'compress', 'reference-model', 'explain'],
    );
  });
});

describe('the hints behind what is sent', () => {
  it('stand at what the code has, which framing isn’t', () => {
    const [first] = quote.parts;
    assert.ok(first);
    const hinted = hintedParts([{ parts: [first, { ...first, label: 'framing' }] }]);
    assert.deepEqual(
      hinted.map(part => partHint(part, numerals).label),
      ['≈1,980 tok'],
    );
  });
});

describe('the comment that silences a rule', () => {
  it('is a line of its own in the language, indented like the call', () => {
    assert.deepEqual(ignoreComment('python', 'no-dynamic-prefix', 'x = 1', '    '), {
      newLine: '    # promptfare-ignore no-dynamic-prefix',
    });
    assert.deepEqual(ignoreComment('typescriptreact', 'r', '', ''), { newLine: '// promptfare-ignore r' });
  });
  it('joins a directive that is already there', () => {
    assert.deepEqual(ignoreComment('python', 'b', '  # promptfare-ignore a', '  '), { append: ', b' });
  });
});
