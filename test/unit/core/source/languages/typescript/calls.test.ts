// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the sources under test hold template literals
import assert from 'node:assert/strict';
import type { CodeSummary } from '../../../../../../src/core/source/summary';
import { loadLowering, show } from './lowered';

describe('calls of a file', () => {
  let lower: (text: string) => CodeSummary;
  before(async () => {
    lower = await loadLowering();
  });

  const calls = (source: string): readonly string[] => lower(source).calls.map(({ call }) => source.slice(call.at.start, call.at.end));

  it('come outermost first, in source order', () => {
    assert.deepEqual(calls('f(g(1), h()); a.b().c(d());'), ['f(g(1), h())', 'g(1)', 'h()', 'a.b().c(d())', 'a.b()', 'd()']);
  });

  it('span no await, but the argument list with its brackets', () => {
    const source = 'const x = await client.chat.create({ a: 1 });';
    const call = lower(source).calls[0]?.call ?? assert.fail();
    assert.equal(source.slice(call.at.start, call.at.end), 'client.chat.create({ a: 1 })');
    assert.equal(source.slice(call.argsAt.start, call.argsAt.end), '({ a: 1 })');
  });

  it('have an empty argument list behind a `new` without one', () => {
    const source = 'const x = new Foo;';
    const call = lower(source).calls[0]?.call ?? assert.fail();
    assert.deepEqual([call.argsAt.start, call.argsAt.end], [17, 17]);
  });

  it('tell each argument and entry where it stands', () => {
    const source = 'f(a, { key: 1, "b": c, d }, ...rest)';
    const call = lower(source).calls[0]?.call ?? assert.fail();
    assert.deepEqual(
      call.args.map(arg => source.slice(arg.at.start, arg.at.end)),
      ['a', '{ key: 1, "b": c, d }', '...rest'],
    );
    const record = call.args[1]?.value;
    const entries = record?.kind === 'record' ? record.entries : [];
    assert.deepEqual(
      entries.map(({ at, keyAt, value }) => [at, keyAt ?? at, value.at].map(span => source.slice(span.start, span.end))),
      [
        ['key: 1', 'key', '1'],
        ['"b": c', '"b"', 'c'],
        ['d', 'd', 'd'],
      ],
    );
  });

  const everywhere: Readonly<Record<string, readonly string[]>> = {
    'if (f()) g(); else h();': ['f()', 'g()', 'h()'],
    'for (const a of f()) g(a);': ['f()', 'g(a)'],
    'while (f()) {}': ['f()'],
    'switch (f()) { case g(): h(); }': ['f()', 'g()', 'h()'],
    'throw new Error(f());': ['new Error(f())', 'f()'],
    'const x = a / f() + (g() && h());': ['f()', 'g()', 'h()'],
    'x = { [f()]: g(), h() { i(); } };': ['f()', 'g()', 'i()'],
    'const { a = f() } = g();': ['f()', 'g()'],
    'a[f()] = 1; g().b = 2; delete h().c;': ['f()', 'g()', 'h()'],
    'function* a() { yield f(); }': ['f()'],
    'const x = `a ${f()}`;': ['f()'],
    'f(async () => { await g(); });': ['f(async () => { await g(); })', 'g()'],
    'namespace N { f(); }': ['f()'],
    'class A extends f() { [g()] = h(); }': ['f()', 'g()', 'h()'],
    'export default f();': ['f()'],
    'a?.b?.(f());': ['a?.b?.(f())', 'f()'],
    'label: f();': ['f()'],
    'void f();': ['f()'],
    'f(), g();': ['f()', 'g()'],
    'typeof f();': ['f()'],
    'new (f())();': ['new (f())()', 'f()'],
    'x += f();': ['f()'],
    'enum A { B = f() }': ['f()'],
  };
  for (const [source, expected] of Object.entries(everywhere)) {
    it(`are found in ${source}`, () => assert.deepEqual([...calls(source)].sort(), [...expected].sort()));
  }

  it('are found in JSX, in both languages', async () => {
    const source = 'const page = () => <Chat reply={ask(1)} {...props(2)}>{list(3).map(item => <Item text={show(4)} />)} plain</Chat>;';
    for (const language of ['typescriptreact', 'javascriptreact'] as const) {
      const summary = (await loadLowering(language))(source);
      assert.deepEqual(summary.problems, []);
      assert.deepEqual(
        summary.calls.map(({ call }) => show(call)),
        ['ask@1(1)', 'props@1(2)', 'list@1(3).map(function#2)', 'list@1(3)', 'show@2(4)'],
      );
    }
  });

  it('stand in the block that they run in', () => {
    const source = 'f(); if (a) g(); const x = b ? h() : 1;';
    const summary = lower(source);
    assert.deepEqual(
      summary.calls.map(({ call, block }) => [show(call), summary.scopes[0]?.blocks[block]?.kind]),
      [
        ['f@0()', undefined],
        ['g@0()', 'then'],
        ['h@0()', 'then'],
      ],
    );
  });
});
