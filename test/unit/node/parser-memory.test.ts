import assert from 'node:assert/strict';
import { shortenMemoryAccess } from '../../../src/node/parser-memory';

function runtimeOf() {
  const asked: string[] = [];
  const runtime = {
    HEAP32: new Int32Array(8),
    setValue: (address: number, value: number, type: string) => void asked.push(`set ${address} ${value} ${type}`),
    getValue: (address: number, type: string) => asked.push(`get ${address} ${type}`),
  };
  shortenMemoryAccess(runtime);
  return { runtime, asked };
}

describe('the short way into the parser’s memory', () => {
  it('writes and reads whole numbers in place', () => {
    const { runtime, asked } = runtimeOf();
    runtime.setValue(12, -7, 'i32');
    assert.equal(runtime.HEAP32[3], -7);
    assert.equal(runtime.getValue(12, 'i32'), -7);
    assert.deepEqual(asked, []);
  });

  it('goes on in the new view once the memory has grown', () => {
    const { runtime } = runtimeOf();
    runtime.HEAP32 = new Int32Array(64);
    runtime.setValue(200, 5, 'i32');
    assert.equal(runtime.HEAP32[50], 5);
    assert.equal(runtime.getValue(200, 'i32'), 5);
  });

  it('leaves other types to the runtime', () => {
    const { runtime, asked } = runtimeOf();
    runtime.setValue(4, 1, 'i8');
    runtime.getValue(4, '*');
    assert.deepEqual(asked, ['set 4 1 i8', 'get 4 *']);
  });

  it('leaves a runtime alone that keeps its memory to itself', () => {
    const runtime = { locateFile: () => '' };
    shortenMemoryAccess(runtime);
    assert.deepEqual(Object.keys(runtime), ['locateFile']);
  });
});
