import assert from 'node:assert/strict';
import type { Block } from '../../../../../../src/core/source/summary';
import { effects, pythonReader, type ReadPython } from './read-python';

describe('Python control flow', () => {
  let read: ReadPython;
  before(async () => {
    read = await pythonReader();
  });

  const showBlock = ({ id, parent, kind, group, exhaustive }: Block) => `${id}<${parent} ${kind} g${group}${exhaustive ? ' all' : ''}`;
  const module = (text: string) => {
    const scope = read(text).scopes[0];
    return { blocks: scope?.blocks.map(showBlock), effects: effects(scope) };
  };

  it('reads if, elif and else as one group', () => {
    assert.deepEqual(module('if a:\n  x = 1\nelif b:\n  x = 2\nelse:\n  x = 3\n  if c:\n    y = 1\n'), {
      blocks: ['0<-1 then g0 all', '1<-1 then g0 all', '2<-1 else g0 all', '3<2 then g1'],
      effects: ['[0] new x = 1', '[1] new x = 2', '[2] new x = 3', '[3] new y = 1'],
    });
  });

  it('reads loops, and their variables inside', () => {
    assert.deepEqual(module('for a, b in rows:\n  x = a\nelse:\n  y = 1\nwhile c:\n  z = 1\nwhile True:\n  w = 1\n'), {
      blocks: ['0<-1 loop g0', '1<-1 else g1', '2<-1 loop g2', '3<-1 loop g3 all'],
      effects: ['[0] new a = each rows[0]', '[0] new b = each rows[1]', '[0] new x = a', '[1] new y = 1', '[2] new z = 1', '[3] new w = 1'],
    });
  });

  it('takes each of the items that a loop names', () => {
    assert.deepEqual(module('for m in ["a", "b"]: pass').effects, ['[0] new m = each ["a", "b"]']);
    assert.deepEqual(module('for m in ("a",): pass').effects, ['[0] new m = each ["a"]']);
    assert.deepEqual(module('for m in [*a]: pass').effects, ['[0] new m = each [...a]']);
    assert.deepEqual(module('for k, m in [("a", 1), ("b", 2)]: pass').effects, [
      '[0] new k = each [["a", 1], ["b", 2]][0]',
      '[0] new m = each [["a", 1], ["b", 2]][1]',
    ]);
  });

  it('counts a try block as run when every handler leaves', () => {
    const text = (handler: string) => `try:\n  x = 1\nexcept (A, B) as e:\n  ${handler}\nelse:\n  y = 1\nfinally:\n  z = 1\n`;
    assert.deepEqual(module(text('x = 2')), {
      blocks: ['0<-1 try g0', '1<-1 catch g1', '2<-1 else g2', '3<-1 plain g3 all'],
      effects: ['[0] new x = 1', '[1] new e = ?‹e: a caught exception›', '[1] new x = 2', '[2] new y = 1', '[3] new z = 1'],
    });
    assert.deepEqual(module(text('raise')).blocks, ['0<-1 try g0 all', '1<-1 catch g1', '2<-1 else g2 all', '3<-1 plain g3 all']);
    assert.deepEqual(module('try:\n  x = 1\nfinally:\n  pass\n').blocks, ['0<-1 try g0 all', '1<-1 plain g2 all']);
  });

  it('binds what a with statement opens, before its block', () => {
    assert.deepEqual(module('with A() as a, b, (yield):\n  x = 1\n'), {
      blocks: ['0<-1 with g0 all'],
      effects: ['new a = A().__enter__()', '[0] new x = 1'],
    });
    assert.deepEqual(module('with (A() as a, B() as self.b):\n  pass\n').effects, ['new a = A().__enter__()', 'self.b = B().__enter__()']);
    assert.deepEqual(module('with (A() as a):\n  pass\n').effects, ['new a = A().__enter__()']);
    assert.deepEqual(effects(read('async def f():\n  async with A() as a:\n    pass\n').scopes[1]), ['new a = A().__enter__()']);
  });

  it('reads the cases of a match, complete when one takes the rest', () => {
    const text = 'match a:\n  case {"k": b, **c} if b: x = 1\n  case P(q, n=r) as s: x = 2\n  case [t, *u] | m.V: x = 3\n';
    const holes = (block: number, names: string) => [...names].map(name => `[${block}] new ${name} = ?‹${name}: bound by a pattern›`);
    assert.deepEqual(module(text), {
      blocks: ['0<-1 case g0', '1<-1 case g0', '2<-1 case g0'],
      effects: [...holes(0, 'bc'), '[0] new x = 1', ...holes(1, 'qrs'), '[1] new x = 2', ...holes(2, 'tu'), '[2] new x = 3'],
    });
    assert.deepEqual(module('match a:\n  case 1: pass\n  case _: pass\n').blocks, ['0<-1 case g0 all', '1<-1 case g0 all']);
    assert.deepEqual(module('match a:\n  case other: pass\n').blocks, ['0<-1 case g0 all']);
    assert.deepEqual(module('match a:\n  case _ if b: pass\n').blocks, ['0<-1 case g0']);
    assert.deepEqual(module('match a:\n  case m.X: pass\n').blocks, ['0<-1 case g0']);
  });

  it('spans the indented lines', () => {
    const text = 'if a:\n  x = 1\n  y = 2\nz = 3';
    const at = read(text).scopes[0]?.blocks[0]?.at;
    assert.equal(at && text.slice(at.start, at.end), 'x = 1\n  y = 2');
  });
});
