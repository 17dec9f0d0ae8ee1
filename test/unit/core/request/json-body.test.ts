import assert from 'node:assert/strict';
import { parsedBody } from '../../../../src/core/request/json-body';
import type { Value } from '../../../../src/core/source/values';

function text(written: string): Value {
  const uri = 'file:///p/a.cs';
  return { kind: 'text', at: { uri, start: 0, end: written.length }, text: { uri, text: written, runs: [] } };
}

describe('a body that is written as JSON', () => {
  it('is read with what its texts escape', () => {
    const body = parsedBody(text('{"model": "m \\"mini\\"", "n": 2}'));
    assert.ok(body?.kind === 'record');
    const [model] = body.entries;
    assert.equal(model?.value.kind === 'text' && model.value.text.text, 'm "mini"');
  });

  it('is none where a text in it never ends, which takes time in proportion to its length', function () {
    this.timeout(5_000);
    assert.equal(parsedBody(text(`{"model": "${'\\"'.repeat(200_000)}`)), undefined);
  });
});
