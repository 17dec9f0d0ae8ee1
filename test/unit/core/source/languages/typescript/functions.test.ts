// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the sources under test hold template literals
import assert from 'node:assert/strict';
import type { CodeSummary } from '../../../../../../src/core/source/summary';
import { effectsOf, loadLowering, scopeNamed, show, showParam } from './lowered';

describe('lowering of functions and classes', () => {
  let lower: (text: string) => CodeSummary;
  let lowerJavaScript: (text: string) => CodeSummary;
  before(async () => {
    lower = await loadLowering();
    lowerJavaScript = await loadLowering('javascript');
  });

  describe('function scopes', () => {
    it('are named after what they are bound to', () => {
      const summary = lower(
        'const a = async () => 1; const b = { c: function () {}, d() {} }; e.f = () => 2; function g() {} run(() => 3);',
      );
      assert.deepEqual(
        summary.scopes.map(({ kind, name, parent, async }) => [kind, name, parent, async]),
        [
          ['module', '', undefined, false],
          ['function', 'a', 0, true],
          ['function', 'c', 0, false],
          ['function', 'd', 0, false],
          ['function', 'f', 0, false],
          ['function', 'g', 0, false],
          ['function', '', 0, false],
        ],
      );
    });

    it('return what they say, arrows also without a word', () => {
      const summary = lower('const a = () => 1; const b = () => { return 2 }; const c = () => { return }; const d = () => ({ e: 3 });');
      assert.deepEqual(
        ['a', 'b', 'c', 'd'].map(name => effectsOf(summary, name)),
        [['return 1'], ['return 2'], ['return null'], ['return {e: 3}']],
      );
    });

    it('end with their brace, not with the comment behind it', () => {
      const source = 'f({ a() {} // one }\n, b: () => { g(); } /* two */ }, function () { // three\n} // four\n);';
      const summary = lower(source);
      assert.deepEqual(
        summary.scopes.slice(1).map(({ at }) => source.slice(at.start, at.end)),
        ['a() {}', '() => { g(); }', 'function () { // three\n}'],
      );
      const [options, callback] = summary.calls[0]?.call.args ?? [];
      const entries = options?.value.kind === 'record' ? options.value.entries : [];
      assert.deepEqual(
        entries.map(({ at }) => source.slice(at.start, at.end)),
        ['a() {}', 'b: () => { g(); }'],
      );
      assert.equal(source.slice(callback?.at.start, callback?.at.end), 'function () { // three\n}');
    });

    it('hold the names and calls of their bodies', () => {
      const summary = lower('function outer(a) { return [1].map(b => f(a, b)); }');
      assert.deepEqual(effectsOf(summary, 'outer'), ['return [1].map(function#2)']);
      assert.deepEqual(
        summary.calls.map(({ call, scope }) => [show(call), scope]),
        [
          ['[1].map(function#2)', 1],
          ['f@2(a@2, b@2)', 2],
        ],
      );
    });

    it('hand out unknown values when they are generators', () => {
      const summary = lower('function* a() { yield f(); return 1; } const b = { async *c() {} };');
      assert.deepEqual(effectsOf(summary, 'a'), ['return <function* a() { yield f(); return 1; }>']);
      assert.deepEqual(effectsOf(summary, 'c'), ['return <async *c() {}>']);
      assert.deepEqual(
        summary.calls.map(({ call }) => show(call)),
        ['f@1()'],
      );
    });
  });

  describe('parameters', () => {
    const params = (summary: CodeSummary, name = 'f'): readonly string[] => scopeNamed(summary, name).params.map(showParam);

    it('have types, defaults and rests', () => {
      const source =
        "function f(a: OpenAI, b?: Promise<Client>, c: string = 'x', d: Models.Fast | undefined = undefined, ...rest: string[]) {}";
      assert.deepEqual(params(lower(source)), ['a: OpenAI@1', 'b: Client@1', 'c = "x"', 'd: Models@1.Fast = null', 'rest rest']);
      assert.deepEqual(params(lowerJavaScript("function f(a, b = 'x', ...rest) {}")), ['a', 'b = "x"', 'rest rest']);
      assert.deepEqual(params(lower('const f = a => a;')), ['a']);
      assert.deepEqual(params(lower('function f(this: Foo, a) {}')), ['a']);
    });

    it('name the class that an annotation stands for', () => {
      const source =
        'function f(a: InstanceType<typeof OpenAI>, b: Readonly<A.B.C>, c: (D | null), e: E<string>, g: F[], h: string, i: G | H, j: G | string) {}';
      assert.deepEqual(params(lower(source)), ['a: OpenAI@1', 'b: A@1.B.C', 'c: D@1', 'e: E@1', 'g', 'h', 'i: choice(G@1, H@1)', 'j']);
    });

    for (const [language, source] of [
      ['typescript', 'function f({ a, b: c = 1, d = 2 }: Options = {}) {}'],
      ['javascript', 'function f({ a, b: c = 1, d = 2 } = {}) {}'],
    ] as const) {
      it(`take options apart in ${language}`, () => {
        const summary = language === 'typescript' ? lower(source) : lowerJavaScript(source);
        assert.deepEqual(params(summary), [`{a as a, b as c = 1, d as d = 2}${language === 'typescript' ? ': Options@1' : ''} = {}`]);
      });
    }

    it('are taken apart in the body where a rest is kept', () => {
      const summary = lower('function f({ a, ...rest }) {}');
      assert.deepEqual(params(summary), ['{ a, ...rest }']);
      const [a, rest] = effectsOf(summary, 'f');
      assert.equal(a, 'declare a = { a, ...rest }@1.a');
      assert.match(rest ?? '', /^declare rest = /);
    });

    it('find a client’s class in interfaces and object types', () => {
      const summary = lower(
        'interface Deps { openai: OpenAI; name: string }\ntype Client = OpenAI;\nfunction f(a: Deps, b: { c: OpenAI }) {}',
      );
      assert.equal(scopeNamed(summary, 'Deps').kind, 'class');
      assert.deepEqual(params(summary), ['a: Deps@2', 'b: class#3']);
    });

    it('bind nested patterns and lists in the body', () => {
      const summary = lower('function f({ a: { b } }, [c, d]: Pair) {}');
      assert.deepEqual(params(summary), ['{a as { b }}', '[c, d]: Pair@1']);
      assert.deepEqual(effectsOf(summary, 'f'), ['declare b = { b }@1.b', 'declare c = [c, d]@1[0]', 'declare d = [c, d]@1[1]']);
    });

    it('have their calls recorded', () => {
      assert.deepEqual(
        lower('function f(a = g()) {}').calls.map(({ call, scope }) => [show(call), scope]),
        [['g@1()', 1]],
      );
    });
  });

  describe('classes', () => {
    const source = `
      @Service({ name: 'chat' })
      export class Chat extends Base<string> implements Runs {
        static model = 'gpt-4o';
        #secret = read();
        client: OpenAI;
        history: Message[] = [];
        ask = async (question: string) => this.send(question);
        constructor(private readonly api: OpenAI, size = 3) { super(); this.client = new OpenAI(); }
        @Cached() send(text: string) { this.history.push(text); return this.#secret; }
        static create() { return new Chat(); }
        get last() { return this.history[0]; }
        set last(value) { this.history = [value]; }
        static { register(this); }
      }`;

    it('are scopes whose effects are their members', () => {
      const summary = lower(source);
      const chat = scopeNamed(summary, 'Chat');
      assert.deepEqual(effectsOf(summary), ['declare Chat = class#1']);
      assert.equal(chat.kind, 'class');
      assert.deepEqual(chat.bases.map(show), ['Base@0']);
      assert.deepEqual(chat.decorators.map(show), ['Service@0({name: "chat"})']);
      assert.deepEqual(effectsOf(summary, 'Chat'), [
        'declare model = "gpt-4o"',
        'self.#secret = read@0()',
        'self.client: OpenAI@0 = <client: OpenAI>',
        'self.history = []',
        'self.ask = function#2',
        'declare constructor = function#3',
        'declare send = function#4',
        'declare create = function#5',
        'self.last = function#6()',
      ]);
      assert.deepEqual(summary.exports, { Chat: 'Chat' });
      assert.deepEqual(summary.problems, []);
    });

    it('give `this` to their methods, and through them to arrow functions', () => {
      const summary = lower(source);
      assert.deepEqual(effectsOf(summary, 'ask'), ['return self@1.send(question@2)']);
      assert.deepEqual(effectsOf(summary, 'constructor'), ['self.api: OpenAI@3 = api@3', 'self.client = OpenAI@3()']);
      assert.deepEqual(effectsOf(summary, 'send'), ['append self.history text@4', 'return self@1.#secret']);
      assert.deepEqual(effectsOf(lower('class A { m() { return () => this.x; } }'), 'm'), ['return function#3']);
      assert.deepEqual(
        show(lower('class A { m() { f(function () { return this; }); } }').calls[0]?.call ?? assert.fail()),
        'f@2(function#3)',
      );
    });

    it('have scopes that know their decorators and places', () => {
      const summary = lower(source);
      assert.deepEqual(scopeNamed(summary, 'send').decorators.map(show), ['Cached@0()']);
      assert.equal(scopeNamed(summary, 'send').parent, 1);
      assert.deepEqual(
        summary.calls.map(({ call, scope }) => `${scope} ${show(call)}`),
        [
          '0 Service@0({name: "chat"})',
          '1 read@0()',
          '2 self@1.send(question@2)',
          '3 super@3()',
          '3 OpenAI@3()',
          '1 Cached@0()',
          '4 self@1.history.push(text@4)',
          '5 Chat@5()',
          '8 register@8(self@1)',
        ],
      );
    });

    it('are read in JavaScript as well', () => {
      const summary = lowerJavaScript(
        'class A extends B { #p = 1; static s = 2; t; constructor(c) { super(c); this.c = c; } get d() { return 3 } } module.exports = class extends A {};',
      );
      assert.deepEqual(effectsOf(summary, 'A'), [
        'self.#p = 1',
        'declare s = 2',
        'self.t = <t>',
        'declare constructor = function#2',
        'self.d = function#3()',
      ]);
      assert.deepEqual(effectsOf(summary, 'constructor'), ['self.c = c@2']);
      assert.deepEqual(summary.scopes[4]?.bases.map(show), ['A@0']);
    });
  });
});
