import assert from 'node:assert/strict';
import { applyEdits, isRefusal } from '../../../../../../src/core/source/edit';
import { printer } from '../../../../../../src/core/source/languages/csharp/printer';
import type { Call, Value } from '../../../../../../src/core/source/values';
import { csharpReader, type ReadCSharp, URI } from './lowered-csharp';

describe('writing C#', () => {
  let read: ReadCSharp;
  before(async () => {
    read = await csharpReader();
  });

  const callIn = (text: string): Call => {
    const found = read(text).calls.find(({ call }) => call.callee.kind === 'member' && call.callee.key === 'Ask');
    assert.ok(found);
    return found.call;
  };
  const outcome = (text: string, result: ReturnType<typeof printer.insertArgument>): string =>
    isRefusal(result) ? `refused: ${result.refused}` : applyEdits(text, result);
  const literalIn = (text: string): Value => {
    const [first] = callIn(text).args;
    assert.ok(first);
    return first.value;
  };

  const insertions: readonly (readonly [before: string, after: string])[] = [
    ['c.Ask(m);', 'c.Ask(m, new() { Cap = 5 });'],
    ['c.Ask(m, new ChatOptions());', 'c.Ask(m, new ChatOptions() { Cap = 5 });'],
    ['c.Ask(m, new ChatOptions { });', 'c.Ask(m, new ChatOptions { Cap = 5 });'],
    ['c.Ask(m, new() { A = 1 });', 'c.Ask(m, new() { A = 1, Cap = 5 });'],
    ['c.Ask(m, new()\r\n{\r\n    A = 1,\r\n});', 'c.Ask(m, new()\r\n{\r\n    A = 1,\r\n    Cap = 5,\r\n});'],
    ['c.Ask(m, new()\n{\n    A = 1\n});', 'c.Ask(m, new()\n{\n    A = 1,\n    Cap = 5\n});'],
  ];
  for (const [before, after] of insertions) {
    it(`adds a setting to ${JSON.stringify(before)}`, () => {
      assert.equal(outcome(before, printer.insertArgument(before, callIn(before), 'Cap', 5)), after);
    });
  }

  it('refuses where the options stand elsewhere or set it already', () => {
    for (const text of ['c.Ask(m, options);', 'c.Ask(m, new() { Cap = 1 });'])
      assert.match(outcome(text, printer.insertArgument(text, callIn(text), 'Cap', 5)), /^refused: /);
  });

  it('adds a named argument where the name is a parameter’s', () => {
    const text = 'c.Ask(m);';
    assert.equal(outcome(text, printer.insertArgument(text, callIn(text), 'maxTokens', 5)), 'c.Ask(m, maxTokens: 5);');
  });

  it('renames settings and named arguments, and writes over literals', () => {
    const text = 'c.Ask(a: 1, new O { B = "x" });';
    const call = callIn(text);
    const [first, second] = call.args;
    const inner = second?.value.kind === 'call' ? second.value.args[0] : undefined;
    assert.ok(first !== undefined && inner !== undefined);
    assert.ok(outcome(text, printer.renameArgument(text, { ...first, name: 'a' }, 'b')).startsWith('c.Ask(b: 1'));
    assert.ok(outcome(text, printer.renameArgument(text, { ...inner, name: 'B' }, 'C')).includes('{ C = "x" }'));
    assert.ok(outcome(text, printer.replaceLiteral(text, inner.value, 'q"')).includes('B = "q\\""'));
    assert.match(outcome('c.Ask(m);', printer.replaceLiteral('c.Ask(m);', literalIn('c.Ask(m);'), 'x')), /^refused/);
  });

  const moves: readonly (readonly [before: string, moved: string, after: string])[] = [
    ['c.Ask($"Now {d}.\\nBe kind.");', 'Now {d}.\\n', 'c.Ask($"Be kind.\\nNow {d}.");'],
    ['c.Ask($@"Now {d}.\nBe kind.");', 'Now {d}.\n', 'c.Ask($@"Be kind.\nNow {d}.");'],
    ['c.Ask($"""\n    Now {d}.\n    Be kind.\n    """);', 'Now {d}.\n    ', 'c.Ask($"""\n    Be kind.\n    Now {d}.\n    """);'],
  ];
  for (const [before, moved, after] of moves) {
    it(`moves a line to the end of ${JSON.stringify(before)}`, () => {
      const start = before.indexOf(moved);
      const stretch = { uri: URI, start, end: start + moved.length };
      assert.equal(outcome(before, printer.moveToEndOfLiteral(before, literalIn(before), stretch, '\n')), after);
    });
  }

  it('moves nothing out of an escape or a placeholder', () => {
    const text = 'c.Ask($"a\\nb {d} c");';
    const at = text.indexOf('\\n');
    const inside = text.indexOf('d}');
    for (const [start, end] of [
      [at + 1, at + 3],
      [inside, inside + 2],
    ] as const)
      assert.match(outcome(text, printer.moveToEndOfLiteral(text, literalIn(text), { uri: URI, start, end }, '')), /^refused/);
  });

  it('writes text as each form of literal writes it', () => {
    for (const [before, after] of [
      ['c.Ask("a b");', 'c.Ask("a \\"\\n{");'],
      ['c.Ask($"a b");', 'c.Ask($"a \\"\\n{{");'],
      ['c.Ask(@"a b");', 'c.Ask(@"a ""\n{");'],
      ['c.Ask("""\n  a b\n  """);', 'c.Ask("""\n  a "\n  {\n  """);'],
    ] as const) {
      const start = before.indexOf('b');
      const edit = { literal: literalIn(before), stretch: { uri: URI, start, end: start + 1 }, newText: '"\n{' };
      assert.equal(outcome(before, printer.rewriteInLiteral(before, [edit])), after);
    }
  });

  it('adds usings behind those that are there, once', () => {
    const text = 'using System;\nusing OpenAI;\n\nvar a = 1;\n';
    const edits = printer.addToHead(
      text,
      URI,
      [
        { module: 'OpenAI', name: 'X' },
        { module: 'OpenAI.Chat', name: 'Y' },
      ],
      'record R;\n',
    );
    assert.equal(applyEdits(text, edits), 'using System;\nusing OpenAI;\nusing OpenAI.Chat;\n\nvar a = 1;\n\nrecord R;\n');
  });

  it('bounds a loop that begins a line, with an exception that needs no using', () => {
    const bounded = (head: string) => {
      const text = `${head}void Run()\n{\n    while (true)\n    {\n        Go();\n    }\n}\n`;
      const start = text.indexOf('while');
      const body = { uri: URI, start: text.indexOf('{', start), end: text.indexOf('    }\n') + 5 };
      const edits = printer.boundLoop(text, { at: { uri: URI, start, end: body.end }, body }, 'rounds', 20, 'too many');
      assert.ok(!isRefusal(edits));
      return applyEdits(text, edits);
    };
    assert.match(
      bounded(''),
      /var rounds = 0;\n {4}while \(true\)\n {4}\{\n {8}if \(\+\+rounds > 20\) throw new System\.InvalidOperationException\("too many"\);/,
    );
    assert.match(bounded('using System;\n'), / throw new InvalidOperationException\("too many"\);/);
  });

  it('takes the last items with the using that they need, where the file has its usings written out', () => {
    const last = (head: string) => {
      const text = `${head}class A { void B() { Send(turns); } }\n`;
      const start = text.indexOf('turns');
      return outcome(text, printer.lastItems(text, { uri: URI, start, end: start + 5 }, 20, false));
    };
    const rest = 'class A { void B() { Send(turns.TakeLast(20).ToList()); } }\n';
    assert.equal(last('using System.Collections.Generic;\n'), `using System.Collections.Generic;\nusing System.Linq;\n${rest}`);
    assert.equal(last('using System;\nusing System.Linq;\n'), `using System;\nusing System.Linq;\n${rest}`);
    assert.equal(last('using OpenAI.Chat;\n'), `using OpenAI.Chat;\n${rest}`);
  });
});
