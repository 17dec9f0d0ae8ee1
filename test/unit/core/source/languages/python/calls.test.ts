import assert from 'node:assert/strict';
import { pythonReader, type ReadPython, showArgument } from './read-python';

describe('Python calls', () => {
  let read: ReadPython;
  before(async () => {
    read = await pythonReader();
  });

  const calls = (text: string) =>
    read(text).calls.map(({ call, scope, block }) => `${text.slice(call.at.start, call.at.end).replace(/\s+/g, ' ')} @${scope}/${block}`);

  it('lists all of them in source order, the outermost first', () => {
    assert.deepEqual(calls('a(b(c()), d=e())\nx[f()] = g().h(i())'), [
      'a(b(c()), d=e()) @0/-1',
      'b(c()) @0/-1',
      'c() @0/-1',
      'e() @0/-1',
      'f() @0/-1',
      'g().h(i()) @0/-1',
      'g() @0/-1',
      'i() @0/-1',
    ]);
  });

  it('finds them inside of whatever has no value of its own', () => {
    const text = [
      'assert a()',
      'raise b() from c()',
      'x = d() == e() and not f()',
      'y = g()[h():] / i()',
      'z = f"{j():{k()}}" "s"',
      'w = {l(): m() for n in o() if p()}',
      'print(f"{q()!r}")',
      'del r()[0]',
      'v = [*s(), (yield t())]',
    ].join('\n');
    const names = read(text).calls.map(({ call }) => text.slice(call.callee.at.start, call.callee.at.end));
    assert.deepEqual(names.join(' '), 'a b c d e f g h i j k l m o p print q r s t');
  });

  it('knows the scope and block', () => {
    const text = '@d(1)\ndef f(a=g()):\n  if h():\n    k()\n  return lambda: m()\nclass C(n()):\n  x: Annotated[T, o()] = p()\n';
    assert.deepEqual(calls(text), ['d(1) @0/-1', 'g() @0/-1', 'h() @1/-1', 'k() @1/0', 'm() @2/-1', 'n() @0/-1', 'o() @3/-1', 'p() @3/-1']);
  });

  it('spans a call without await, and its brackets', () => {
    const text = 'x = await a.b (1)';
    const call = read(text).calls[0]?.call;
    assert.equal(call && text.slice(call.at.start, call.at.end), 'a.b (1)');
    assert.equal(call && text.slice(call.argsAt.start, call.argsAt.end), '(1)');
  });

  it('spans each argument with its name, and skips comments', () => {
    const text = 'f(  # one\n  (1),\n  a = 2,  # two\n  **b,\n)';
    const args = read(text).calls[0]?.call.args ?? [];
    assert.deepEqual(args.map(showArgument), ['1', 'a=2', '...b']);
    assert.deepEqual(
      args.map(({ at }) => text.slice(at.start, at.end)),
      ['(1)', 'a = 2', '**b'],
    );
  });
});
