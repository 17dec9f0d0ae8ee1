// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the sources under test hold template literals
import assert from 'node:assert/strict';
import type { CodeSummary } from '../../../../../../src/core/source/summary';
import { initialValue, loadLowering, show } from './lowered';

describe('lowering of expressions', () => {
  let lower: (text: string) => CodeSummary;
  before(async () => {
    lower = await loadLowering();
  });

  const reads = (expressions: Readonly<Record<string, string>>): void => {
    for (const [source, expected] of Object.entries(expressions)) {
      it(`reads ${source}`, () => assert.equal(show(initialValue(lower(`const x = ${source};`))), expected));
    }
  };

  describe('scalars', () => {
    reads({
      '1_000': '1000',
      '0xff': '255',
      '1e3': '1000',
      '.5': '0.5',
      '10n': '10',
      '-1': '-1',
      '+2': '2',
      true: 'true',
      '!0': 'true',
      null: 'null',
      undefined: 'null',
      'void 0': 'null',
    });
  });

  describe('objects', () => {
    reads({
      '{ a: 1, "b-c": 2, 3: 4 }': '{a: 1, b-c: 2, 3: 4}',
      '{ a, ...rest, b: { c } }': '{a: a@0, ...rest@0, b: {c: c@0}}',
      "{ ['lit']: 1, [`tpl`]: 2, [key]: 3 }": '{lit: 1, tpl: 2, ...<[key]: 3>}',
      '{ run() {}, async go() {}, get now() { return 1 }, set now(v) {} }':
        '{run: function#1, go: function#2, now: <get now() { return 1 }>}',
      '{ ...(debug && { seed: 1 }) }': '{...choice({seed: 1}, {})}',
      '{ ...(debug ? { seed: 1 } : {}) }': '{...choice({seed: 1}, {})}',
      '{ /* none */ a: 1, // one\n }': '{a: 1}',
    });
  });

  describe('lists, choices and operators', () => {
    reads({
      '[1, ...more, [2]]': '[1, ...more@0, [2]]',
      'a ? b : c': 'choice(b@0, c@0)',
      'a || b': '(a@0 or b@0)',
      'a ?? b': '(a@0 ?? b@0)',
      'a && b': 'choice(b@0, <a>)',
      'a * b - c % d': '((a@0 * b@0) - (c@0 % d@0))',
      'a + b': '(a@0 + b@0)',
      'a / b': '(a@0 / b@0)',
      'a === b': 'test',
      'typeof a': '<typeof a>',
      '-a': '<-a>',
    });
  });

  describe('sums of text', () => {
    reads({
      "'a' + 'b' + c": 'joined("a", "b", c@0)',
      "a + b + 'c' + d": 'joined((a@0 + b@0), "c", d@0)',
      "a + 'b'": 'joined(a@0, "b")',
      "('a' + b) + (c + d)": 'joined(joined("a", b@0), (c@0 + d@0))',
      '`a` + b // comment\n + c': 'joined(literal("a"), b@0, c@0)',
    });

    it('reads a sum of thousands of lines', () => {
      const lines = Array.from({ length: 4000 }, (_, index) => `'line ${index}'`);
      const value = initialValue(lower(`const x = ${lines.join(' +\n')};`));
      assert.equal(value.kind === 'template' && value.parts.length, 4000);
    });
  });

  describe('what a value passes through', () => {
    reads({
      '(a)': 'a@0',
      '{ a: 1 } as const': '{a: 1}',
      'a as unknown as B': 'a@0',
      'a satisfies B': 'a@0',
      'a as B.C.D': 'a@0',
      'a as unknown as B.C.D.E': 'a@0',
      "a as B.C.D['e']": 'a@0',
      'a as B.C.D<E>': 'a@0',
      'a as B.C.D | E': 'a@0',
      '{ a: 1 } satisfies B.C.D & { b: 1 }': '{a: 1}',
      '(a as B.C.D).e': 'a@0.e',
      'a!': 'a@0',
      '<B>a': 'a@0',
      'await a': 'a@0',
      '(a, b)': 'b@0',
      '(y = a)': 'a@0',
      '(y ??= a)': '(y@0 ?? a@0)',
      '(this.y ||= a)': '(<this>.y or a@0)',
      '(y += a)': '(y@0 + a@0)',
      '(y -= a)': '<y -= a>',
    });
  });

  describe('members and calls', () => {
    reads({
      'a.b?.c': 'a@0.b.c',
      "a['b']": 'a@0["b"]',
      'a?.[0]': 'a@0[0]',
      'a?.b?.(c)': 'a@0.b(c@0)',
      'new A.B<T>(c)': 'A@0.B(c@0)',
      'new A': 'A@0()',
      'f(...rest)': 'f@0(...rest@0)',
      'f<T>(/* none */)': 'f@0()',
      'list.map(item => item.text)': 'list@0.map(function#1)',
      "await import('./x')": 'import@0("./x")',
      'this.a': '<this>.a',
      'import.meta.env': '<import.meta>.env',
    });
  });

  describe('what is not read', () => {
    reads({
      '/ab+/g': '</ab+/g>',
      'new.target': '<new.target>',
      'a instanceof B': '<a instanceof B>',
    });

    it('keeps labels short and on one line', () => {
      const value = initialValue(lower(`const x = aRatherLongName &\n  anotherRatherLongName & yetAnotherName;`));
      assert.equal(value.kind === 'hole' && value.label, 'aRatherLongName & anotherRatherLongName…');
      assert.ok(value.kind === 'hole' && value.label.length <= 40);
    });
  });

  it('reads enums as records', () => {
    const summary = lower("enum Model { Fast = 'gpt-4o-mini', Big = 'gpt-4o' } enum Level { Low, Mid = 5, High }");
    const values = summary.scopes[0]?.effects.map(effect => (effect.kind === 'assign' ? show(effect.value) : ''));
    assert.deepEqual(values, ['{Fast: "gpt-4o-mini", Big: "gpt-4o"}', '{Low: 0, Mid: 5, High: 6}']);
  });

  it('ends absurdly deep nesting in a hole', () => {
    const summary = lower(`const x = ${'['.repeat(3000)}f()${']'.repeat(3000)};`);
    assert.equal(initialValue(summary).kind, 'list');
    assert.deepEqual(summary.calls, []);
  });
});
