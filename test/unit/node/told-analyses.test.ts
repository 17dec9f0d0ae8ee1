import assert from 'node:assert/strict';
import type { Analysis } from '../../../src/core/quote/analysis';
import { AnalysisListener, AnalysisTeller } from '../../../src/node/told-analyses';

const uri = 'file:///project/app.py';

function analysis(version: number, of = uri): Analysis {
  return { uri: of, version, quotes: [], findings: [], problems: [], pending: [], dependsOn: [] };
}

function message(told: Analysis) {
  return { type: 'analysis', analysis: told, revision: 1, milliseconds: 1 } as const;
}

function finding(start: number, text: string): Analysis['findings'][number] {
  return {
    rule: 'require-output-cap',
    severity: 'warning',
    certainty: 'confirmed',
    site: `ask/openai-chat#${text}`,
    at: { uri, start, end: start + 1 },
    message: text,
    fixes: [],
  };
}

describe('what the worker tells of analyses', () => {
  it('is only what changed, and makes the same analyses', () => {
    const [teller, listener] = [new AnalysisTeller(), new AnalysisListener()];
    const said = [
      { ...analysis(1), findings: [finding(1, 'a'), finding(5, 'b'), finding(9, 'c')] },
      { ...analysis(2), findings: [finding(1, 'a'), finding(5, 'b'), finding(11, 'c')], refactorings: [finding(7, 'd')] },
      { ...analysis(3), findings: [finding(11, 'c'), { ...finding(5, 'b'), message: 'other' }] },
      analysis(4),
    ].map(message);
    const posted = said.map(each => teller.tell(each));
    assert.deepEqual(
      posted.map(each => listener.hear(structuredClone(each))),
      said,
    );
    const whole = posted.map(each => (each.type === 'analysis' ? each.analysis.findings.filter(item => 'is' in item).length : undefined));
    assert.deepEqual(whole, [3, 0, 1, 0]);
  });

  it('passes on all other messages', () => {
    const other = { type: 'need-file', uris: [uri] } as const;
    assert.equal(new AnalysisTeller().tell(other), other);
    assert.equal(new AnalysisListener().hear(other), other);
  });

  it('is told as a whole again once the document was closed, on whichever side that is known first', () => {
    const [teller, listener] = [new AnalysisTeller(), new AnalysisListener()];
    const first = teller.tell(message(analysis(1)));
    const second = teller.tell(message(analysis(2)));
    assert.ok(listener.hear(first));
    const close = { type: 'close', uri } as const;
    listener.posted(close);
    // It was on its way when the document was closed.
    assert.equal(listener.hear(second), undefined);
    teller.received(close);
    assert.deepEqual(listener.hear(teller.tell(message(analysis(3)))), message(analysis(3)));
    assert.deepEqual(listener.hear(teller.tell(message(analysis(4)))), message(analysis(4)));
  });
});
