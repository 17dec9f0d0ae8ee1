import assert from 'node:assert/strict';
import { assigned, pythonReader, type ReadPython, show } from './read-python';

describe('Python values', () => {
  let read: ReadPython;
  before(async () => {
    read = await pythonReader();
  });

  const value = (expression: string) => show(assigned(read(`x = ${expression}`).scopes[0], 'x'));

  const cases: Readonly<Record<string, string>> = {
    '1_000': '1000',
    '0x_ff': '255',
    '0b101': '5',
    '0o17': '15',
    '1e3': '1000',
    '.5': '0.5',
    '00': '0',
    '2j': '?‹2j: not a plain number›',
    '0777': '?‹0777: not a plain number›',
    '-3': '-3',
    '+0.7': '0.7',
    '-n': '?‹-n: computed when the program runs›',
    '~1': '?‹~1: computed when the program runs›',
    'True if a else None': '(true | null)',
    False: 'false',
    '(  # why\n 1)': '1',
    'a.b.c': 'a.b.c',
    'a["b"]': 'a["b"]',
    'a[0]': 'a[0]',
    'a[i]': 'a[i]',
    'a[1, "b"]': 'a[[1, "b"]]',
    'a[-5:]': 'a.slice(-5)',
    'a or b or "c"': '((a or b) or "c")',
    'a and b': '?‹a and b: a condition›',
    'not a': '?‹not a: a condition›',
    'a == 1': '?‹a == 1: a condition›',
    'a + b * 2': '(a + (b * 2))',
    '"%s" % a': '("%s" % a)',
    'a - b': '(a - b)',
    'a + \\\n  b': '(a + b)',
    '(a  # one\n + b)': '(a + b)',
    'a / b': '(a / b)',
    'prompt | model': '(prompt | model)',
    '[1, "a", *b]': '[1, "a", ...b]',
    '(1, 2)': '[1, 2]',
    '1, 2': '[1, 2]',
    '{1, 2}': '[1, 2]',
    '()': '[]',
    '[  # none\n]': '[]',
    '{"a": 1, **b, "c": d}': '{a: 1, ...b, c: d}',
    '{"a" "b": 1, 2: 3, None: 4, True: 5}': '{ab: 1, 2: 3, None: 4, True: 5}',
    '{name: 1, f"k": 2, f"{z}": 3}': '{...?‹name: a computed key›, k: 2, ...?‹f"{z}": a computed key›}',
    '[{"role": r, "content": m.text} for r, (m, n) in rows if n]': '[{role: each rows[0], content: each rows[1][0].text}*]',
    '{i for i in rows}': '[each rows*]',
    '(i + k for i in rows)': '[(each rows + k)*]',
    '{k: v for k, v in rows}': '{...{...?‹{k: v for k, v in rows}: built in a loop›}*}',
    '[[j for j in i] for i in rows]': '[[each each rows*]*]',
    '[i for i in i]': '[each i*]',
    'await f(a)': 'f(a)',
    'await task': 'task',
    '(y := 3)': '3',
    '...': '?‹...: a placeholder›',
    'f(1, *a, b=2, **c)': 'f(1, ...a, b=2, ...c)',
    'f(i for i in rows)': 'f([each rows*])',
    'f(a)(b).c("d")': 'f(a)(b).c("d")',
    'lambda: 1': 'function#1',
  };
  for (const [source, expected] of Object.entries(cases)) it(source.replace(/\n/g, '⏎'), () => assert.equal(value(source), expected));

  it('labels a hole with at most 40 characters on one line', () => {
    const hole = assigned(read(`x = ~(\n  ${'a.very.long.condition'.repeat(12)})`).scopes[0], 'x');
    assert.equal(hole.kind, 'hole');
    assert.equal(hole.kind === 'hole' && hole.label, '~( a.very.long.conditiona.very.long.con…');
    assert.equal(hole.kind === 'hole' && hole.label.length, 40);
  });

  it('says where a value, an entry and its key stand', () => {
    const text = 'x = {"role" : "user"}';
    const record = assigned(read(text).scopes[0], 'x');
    assert.ok(record.kind === 'record');
    const [entry] = record.entries;
    const cut = (at: { start: number; end: number } | undefined) => at && text.slice(at.start, at.end);
    assert.deepEqual(
      [cut(record.at), cut(entry?.at), cut(entry?.keyAt), cut(entry?.value.at)],
      ['{"role" : "user"}', '"role" : "user"', '"role"', '"user"'],
    );
  });

  it('ends hostile nesting in a hole instead of a stack overflow', () => {
    for (const text of [
      `x = ${'['.repeat(5000)}${']'.repeat(5000)}`,
      `x = ${'a + '.repeat(5000)}a`,
      `x = ${'f('.repeat(3000)}${')'.repeat(3000)}`,
    ]) {
      assert.match(JSON.stringify(read(text).scopes[0]?.effects), /nested too deeply/);
    }
  });

  it('tells the loop variable of a comprehension from a parameter of the same name', () => {
    const { scopes } = read('x = [lambda i: i for i in rows]\ny = [lambda: i for i in rows]');
    const returned = scopes.slice(1).map(scope => scope.effects.map(effect => effect.kind === 'return' && show(effect.value)));
    assert.deepEqual(returned, [['i'], ['each rows']]);
  });
});
