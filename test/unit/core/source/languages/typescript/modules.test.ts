// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the sources under test hold template literals
import assert from 'node:assert/strict';
import type { CodeSummary } from '../../../../../../src/core/source/summary';
import { effectsOf, loadLowering } from './lowered';

describe('imports and exports', () => {
  let lower: (text: string) => CodeSummary;
  before(async () => {
    lower = await loadLowering();
  });

  const imports = (source: string): readonly string[] =>
    lower(source).imports.map(
      ({ local, module, name, typeOnly }) => `${typeOnly ? 'type ' : ''}${local} = ${module}${name === undefined ? '' : `#${name}`}`,
    );

  const cases: Readonly<Record<string, readonly string[]>> = {
    "import OpenAI from 'openai';": ['OpenAI = openai#default'],
    "import a, { b, c as d, type E } from './x';": ['a = ./x#default', 'b = ./x#b', 'd = ./x#c', 'type E = ./x#E'],
    'import * as ns from "y";': ['ns = y'],
    "import type { T } from 'z';": ['type T = z#T'],
    "import type from 'z';": ['type = z#default'],
    "import 'side';": [' = side'],
    "import q = require('q');": ['q = q'],
    "import { default as z } from 'z';": ['z = z#default'],
    "const x = require('x');": ['x = x'],
    "const { a, b: c } = require('./x');": ['a = ./x#a', 'c = ./x#b'],
    "const A = require('x').default;": ['A = x#default'],
    "export { a, b as c } from './x';": ['export a = ./x#a', 'export c = ./x#b'],
    "export * as ns from './x';": ['export ns = ./x'],
    "export type { T } from './t';": ['type export T = ./t#T'],
    'const x = require(name);': [],
  };
  for (const [source, expected] of Object.entries(cases)) it(source, () => assert.deepEqual(imports(source), expected));

  it('belong to the scope that they stand in', () => {
    assert.deepEqual(
      lower("function f() { const fs = require('fs'); }").imports.map(({ local, scope }) => [local, scope]),
      [['fs', 1]],
    );
  });

  it('leave a dynamic import a call', () => {
    assert.deepEqual(effectsOf(lower("const { a } = await import('./x');")), ['declare a = import@0("./x").a']);
  });

  const exported = (source: string, names: Readonly<Record<string, string>>, effects: readonly string[]): void => {
    it(source, () => {
      const summary = lower(source);
      assert.deepEqual(summary.exports, names);
      assert.deepEqual(effectsOf(summary), effects);
    });
  };

  exported('export const a = 1, { b, c: d } = o;', { a: 'a', b: 'b', d: 'd' }, ['declare a = 1', 'declare b = o@0.b', 'declare d = o@0.c']);
  exported('export function f() {} export class A {} export enum E { X }', { f: 'f', A: 'A', E: 'E' }, [
    'declare f = function#1',
    'declare A = class#2',
    'declare E = {X: 0}',
  ]);
  exported('const a = 1; export { a, a as b }; export default a;', { a: 'a', b: 'a', default: 'a' }, ['declare a = 1']);
  exported('export default function f() {}', { default: 'f' }, ['declare f = function#1']);
  exported('export default { a: 1 };', { default: 'export default' }, ['declare export default = {a: 1}']);
  exported('export default () => 1;', { default: 'export default' }, ['declare export default = function#1']);
  exported('export = a;', { default: 'a' }, []);
  exported("module.exports = { a, b: 1, ['c']: f() };", { default: 'export default', a: 'a', b: 'export b', c: 'export c' }, [
    'declare export default = {a: a@0, b: 1, c: f@0()}',
    'declare export b = 1',
    'declare export c = f@0()',
  ]);
  exported('exports.a = 1; module.exports.b = c;', { a: 'export a', b: 'c' }, ['declare export a = 1']);
  exported('const inner = 1;', {}, ['declare inner = 1']);

  it('hands on what it exports from other files', () => {
    const summary = lower("export { a, default as b } from './x'; export * from './y'; export * as ns from './z';");
    assert.deepEqual(summary.exports, { a: 'export a', b: 'export b', ns: 'export ns' });
    assert.deepEqual(
      summary.exportAll.map(each => each.module),
      ['./y'],
    );
  });

  it('keeps names of the language apart from its own', () => {
    const summary = lower('export const constructor = 1; export { constructor as __proto__ };');
    assert.deepEqual(Object.keys(summary.exports ?? {}), ['constructor', '__proto__']);
  });
});
