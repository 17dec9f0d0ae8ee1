import assert from 'node:assert/strict';
import { effects, pythonReader, type ReadPython } from './read-python';

describe('Python effects', () => {
  let read: ReadPython;
  before(async () => {
    read = await pythonReader();
  });

  const cases: Readonly<Record<string, readonly string[]>> = {
    'a = b = 1': ['new a = 1', 'new b = 1'],
    'a: int = 1': ['new a: int = 1'],
    'a, b = 1, "x"': ['new a = 1', 'new b = "x"'],
    '(a, [b, c]) = 1, (2, 3)': ['new a = 1', 'new b = 2', 'new c = 3'],
    'a, *b, c = 1, 2, 3, 4': ['new a = 1', 'new b = [2, 3]', 'new c = 4'],
    'a, *b = 1,': ['new a = 1', 'new b = []'],
    'a, b = f()': ['new a = f()[0]', 'new b = f()[1]'],
    'a, *b, c = f()': [
      'new a = f()[0]',
      'new b = ?‹b: unpacked from a value of unknown length›',
      'new c = ?‹c: unpacked from a value of unknown length›',
    ],
    'a, b = [*c, 1]': ['new a = [...c, 1][0]', 'new b = [...c, 1][1]'],
    'a, b = b, a': ['new a = ?‹a: exchanged with another variable›', 'new b = ?‹b: exchanged with another variable›'],
    '(a) = 1': ['new a = 1'],
    '(a,) = f()': ['new a = f()[0]'],
    'x.a.b = 1': ['x.a.b = 1'],
    'x["a"]["b"] = 1': ['x.a.b = 1'],
    'x[0] = 1': ['disturb x by one of its items is set'],
    'x.a[i]["b"] = 1': ['disturb x.a by one of its items is set'],
    'x[i], y = 1, 2': ['disturb x by one of its items is set', 'new y = 2'],
    'f().a = 1': [],
    'x += "a"': ['x += "a"'],
    'x += ["a"]': ['extend x ["a"]'],
    'x["a"] += y': ['x.a += y'],
    'x |= {"a": 1}': ['extend x {a: 1}'],
    'x -= 1': ['disturb x by -='],
    'x[0] += 1': ['disturb x by +='],
    'x.append(1)': ['append x 1'],
    'x["m"].append(1)': ['append x.m 1'],
    'x[i].append(1)': ['disturb x by append'],
    'x.extend(y)': ['extend x y'],
    'x.insert(0, y)': ['prepend x y'],
    'x.insert(2, y)': ['insert x y'],
    'x.appendleft(y)': ['prepend x y'],
    'x.update({"a": 1})': ['extend x {a: 1}'],
    'x.update(a=1, **b)': ['extend x {a: 1, ...b}'],
    'x.update(y, a=1)': ['extend x {...y, a: 1}'],
    'x.setdefault("a", 1)': ['x.a ??= 1'],
    'x.sort()': ['disturb x by sort'],
    'x.pop(0)': ['disturb x by pop'],
    'y = x.pop()': ['disturb x by pop', 'new y = x.pop()'],
    'x.clear(); x.remove(1); x.reverse()': ['disturb x by clear', 'disturb x by remove', 'disturb x by reverse'],
    'del x, y["a"]': ['disturb x by del', 'disturb y.a by del'],
    'del (x)': ['disturb x by del'],
    'del x[0]': ['disturb x by del'],
    'f(a := 1)': ['new a = 1'],
    'x = y and (a := 1)': ['new a = ?‹a := 1: assigned under a condition›', 'new x = ?‹y and (a := 1): a condition›'],
    'x = [y.append(i) for i in z]': ['[0] disturb y by append', 'new x = [y.append(each z)*]'],
    'y.append(1) if c else None': ['[0] disturb y by append'],
    'x = client.items.update("id", name="n")': ['new x = client.items.update("id", name="n")'],
    'await store.append(1)': [],
    'x.append(*y)': ['disturb x by append'],
    'f().append(1)': [],
    'setattr(x, "a", 1)': ['x.a = 1'],
    'setattr(x.y, name, 1)': ['fill x.y {...?‹a field: set by its name›}'],
    '[setattr(x, k, v) for k, v in y.items()]': ['[0] fill x y?'],
    'x.__dict__.update(y)': ['fill x y'],
    'vars(x).update(a=1)': ['fill x {a: 1}'],
    'x.__dict__["a"] = 1': ['x.a = 1'],
    'object.__setattr__(x, "a", 1)': ['x.a = 1'],
  };
  for (const [source, expected] of Object.entries(cases)) it(source, () => assert.deepEqual(effects(read(source).scopes[0]), expected));

  it('declares no name that belongs to another scope', () => {
    const { scopes } = read('def f():\n  global a\n  nonlocal b\n  a = 1\n  b = 2\n  c = 3\n');
    assert.deepEqual(effects(scopes[1]), ['a = 1', 'b = 2', 'new c = 3']);
  });

  it('records what a function returns', () => {
    const { scopes } = read('def f(a):\n  if a: return\n  return a, 1\n');
    assert.deepEqual(effects(scopes[1]), ['[0] return null', 'return [a, 1]']);
  });

  it('keeps effects of a lambda in its own scope', () => {
    const { scopes } = read('f = lambda m: x.append(m)');
    assert.deepEqual(effects(scopes[0]), ['new f = function#1']);
    assert.deepEqual(effects(scopes[1]), ['append x m', 'return x.append(m)']);
  });

  it("writes to the object's fields", () => {
    const { scopes } = read(
      'class A:\n  def f(self, m):\n    self.a: list = []\n    self.a.append(m)\n    self.b["k"] = m\n    self.c, x = 1, 2\n',
    );
    assert.deepEqual(effects(scopes[2]), ['self#.a: list = []', 'append self#.a m', 'self#.b.k = m', 'self#.c = 1', 'new x = 2']);
  });
});
