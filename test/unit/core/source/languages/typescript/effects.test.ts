// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the sources under test hold template literals
import assert from 'node:assert/strict';
import type { CodeSummary } from '../../../../../../src/core/source/summary';
import { effectsOf, loadLowering, scopeNamed } from './lowered';

describe('lowering of statements', () => {
  let lower: (text: string) => CodeSummary;
  before(async () => {
    lower = await loadLowering();
  });

  const does = (source: string, expected: readonly string[]): void => {
    it(source.replace(/\s+/g, ' '), () => assert.deepEqual(effectsOf(lower(source)), expected));
  };

  describe('declarations and assignments', () => {
    does('const a = 1, b: Foo = 2; let c; var d = c;', ['declare a = 1', 'declare b: Foo@0 = 2', 'declare c = null', 'declare d = c@0']);
    does("a = 1; a.b.c = 2; a['b'] = 3; a[`b`] = 4;", ['a = 1', 'a.b.c = 2', 'a.b = 3', 'a.b = 4']);
    does('a[0] = 1; a[i].text = 2; f().b = 3;', ['disturb a by one of its items is set', 'disturb a by one of its items is set']);
    does('(a as any).b = 1; a!.c = 2; a?.b;', ['a.b = 1', 'a.c = 2']);
    does('a += 1; a.b ||= 2; a ??= 3; a -= 4; a &&= 5; a[i] += 6;', [
      'a += 1',
      'a.b or= 2',
      'a ??= 3',
      'disturb a by -=',
      'disturb a by &&=',
      'disturb a by +=',
    ]);
    does('a++; delete a.b; a.length = 0;', ['disturb a by ++', 'disturb a.b by delete', 'disturb a by its length is set']);
    does('a = b = 1;', ['b = 1', 'a = 1']);
    does('declare const key: string; declare let client: OpenAI;', [
      'declare key = <key: string>',
      'declare client: OpenAI@0 = <client: OpenAI>',
    ]);
    does('using a = open(); await using b = open();', ['declare a = open@0()', 'declare b = open@0()']);
  });

  describe('destructuring', () => {
    does("const { a, b: c = 1, 'd-e': f, g: { h } } = o;", [
      'declare a = o@0.a',
      'declare c = (o@0.b default 1)',
      'declare f = o@0.d-e',
      'declare h = o@0.g.h',
    ]);
    does('const { a, ...rest } = o;', ['declare a = o@0.a', 'declare rest = {...o@0, a: null}']);
    does('const [a, , b = 2, ...c] = o;', ['declare a = o@0[0]', 'declare b = (o@0[2] default 2)', 'declare c = o@0.slice(3)']);
    does('({ a, b: c.d } = o); [e, f.g] = o;', ['a = o@0.a', 'c.d = o@0.b', 'e = o@0[0]', 'f.g = o@0[1]']);
    does('const { [key]: a } = o;', ['declare a = <[key]: a>']);
  });

  describe('lists that grow and change', () => {
    does('a.push(1, ...b, 2);', ['append a 1', 'extend a b@0', 'append a 2']);
    does('a.unshift(1, 2); a.splice(0, 0, 3); a.splice(1, 0, 4);', ['prepend a 2', 'prepend a 1', 'prepend a 3', 'insert a 4']);
    does('a.splice(1, 2); a.pop(); a.b.shift(); a.sort(); a.reverse();', [
      'disturb a by splice',
      'disturb a by pop',
      'disturb a.b by shift',
      'disturb a by sort',
      'disturb a by reverse',
    ]);
    does('a[i].push(1); a.unshift(...b);', ['disturb a by push', 'disturb a by unshift']);
    does("Object.assign(a, { b: 1, 'c': 2 }, d);", ['a.b = 1', 'a.c = 2', 'fill a d@0']);
    does('a = [...a, 1]; a = a.concat(b);', ['a = [...a@0, 1]', 'a = a@0.concat(b@0)']);
  });

  it('binds function declarations before anything else happens', () => {
    assert.deepEqual(effectsOf(lower('const a = f(); function f() {} function g() {}')), [
      'declare f = function#1',
      'declare g = function#2',
      'declare a = f@0()',
    ]);
  });

  it('reads namespaces as records of what they declare', () => {
    const summary = lower("export namespace Models { export const fast = 'gpt-4o-mini'; }");
    assert.deepEqual(effectsOf(summary), ['declare Models = {fast: fast@1}']);
    assert.deepEqual(effectsOf(summary, 'Models'), ['declare fast = "gpt-4o-mini"']);
    assert.deepEqual(summary.exports, { Models: 'Models' });
  });

  describe('control flow', () => {
    const blocks = (source: string): readonly string[] =>
      scopeNamed(lower(source), '').blocks.map(
        ({ id, kind, parent, group, exhaustive }) => `${id} ${kind} in ${parent}, ${group}${exhaustive ? '!' : ''}`,
      );

    const branches = (source: string, expectedBlocks: readonly string[], expectedEffects: readonly string[]): void => {
      it(source.replace(/\s+/g, ' '), () => {
        assert.deepEqual(blocks(source), expectedBlocks);
        assert.deepEqual(effectsOf(lower(source)), expectedEffects);
      });
    };

    branches('if (a) x = 1;', ['0 then in -1, 0'], ['in 0: x = 1']);
    branches(
      'if (a) { x = 1 } else if (b) x = 2; else { x = 3 }',
      ['0 then in -1, 0!', '1 then in -1, 0!', '2 else in -1, 0!'],
      ['in 0: x = 1', 'in 1: x = 2', 'in 2: x = 3'],
    );
    branches(
      'switch (a) { case 1: case 2: x = 1; break; default: { x = 2; return } }',
      ['0 case in -1, 0!', '1 case in -1, 0!'],
      ['in 0: x = 1', 'in 1: x = 2', 'in 1: return null'],
    );
    branches('switch (a) { case 1: x = 1; break; case 2: x = 2 }', ['0 case in -1, 0', '1 case in -1, 0'], ['in 0: x = 1', 'in 1: x = 2']);
    branches('switch (a) { case 1: x = 1; default: x = 2 }', ['0 case in -1, 1', '1 case in -1, 2'], ['in 0: x = 1', 'in 1: x = 2']);
    branches(
      'try { x = 1 } catch (error) { x = 2 } finally { x = 3 }',
      ['0 try in -1, 0!', '1 catch in -1, 1', '2 plain in -1, 2!'],
      ['in 0: x = 1', 'in 1: declare error = <error>', 'in 1: x = 2', 'in 2: x = 3'],
    );
    branches(
      'for (const item of list) { x.push(item) }',
      ['0 loop in -1, 0'],
      ['in 0: declare item = each list@0', 'in 0: append x item@0'],
    );
    branches(
      'for (const { a, b } of list) {}',
      ['0 loop in -1, 0'],
      ['in 0: declare a = each list@0[a]', 'in 0: declare b = each list@0[b]'],
    );
    branches('for (key in o) x = key;', ['0 loop in -1, 0'], ['in 0: key = each external(o@0)', 'in 0: x = key@0']);
    branches('for (let i = 0; i < 3; i++) x = i;', ['0 loop in -1, 0'], ['declare i = 0', 'in 0: x = i@0', 'in 0: disturb i by ++']);
    branches('while (a) { x = 1 } do x = 2; while (b)', ['0 loop in -1, 0', '1 loop in -1, 1'], ['in 0: x = 1', 'in 1: x = 2']);
    branches(
      'if (a) { var x = 1 } for (var y of z) {}',
      ['0 then in -1, 0', '1 loop in -1, 1'],
      ['declare x = null', 'declare y = null', 'in 0: x = 1', 'in 1: y = each z@0'],
    );
    branches('outer: for (;;) { { x = 1 } }', ['0 loop in -1, 0', '1 plain in 0, 1!'], ['in 1: x = 1']);
    branches('a && x.push(1);', ['0 then in -1, 0'], ['in 0: append x 1']);
    branches('a ? x.push(1) : x.push(2);', ['0 then in -1, 0!', '1 else in -1, 0!'], ['in 0: append x 1', 'in 1: append x 2']);
    branches('const y = a ? 1 : b ?? 2;', [], ['declare y = choice(1, (b@0 ?? 2))']);
  });
});
