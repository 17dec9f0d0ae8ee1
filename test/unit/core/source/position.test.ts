import assert from 'node:assert/strict';
import { positionsOf } from '../../../../src/core/source/position';

describe('where a span stands', () => {
  it('is told by lines and what is in front of it there, whatever ends the lines', () => {
    const at = (text: string, found: string) =>
      positionsOf(text, { uri: '', start: text.indexOf(found), end: text.indexOf(found) + found.length });
    assert.deepEqual(at('A = 1\nMODEL = "gpt-4"\n', '"gpt-4"'), { start: { line: 1, character: 8 }, end: { line: 1, character: 15 } });
    assert.deepEqual(at('A = 1\r\nB = """x\r\ny"""', '"""x\r\ny"""'), { start: { line: 1, character: 4 }, end: { line: 2, character: 4 } });
    assert.deepEqual(at('A', 'A'), { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } });
    assert.deepEqual(at('\nA', '\n'), { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } });
  });
});
