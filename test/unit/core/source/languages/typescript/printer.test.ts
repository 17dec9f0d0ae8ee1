// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the sources under test hold template literals
import assert from 'node:assert/strict';
import { applyEdits, type Edit, isRefusal, type Refusal } from '../../../../../../src/core/source/edit';
import { printer } from '../../../../../../src/core/source/languages/typescript/printer';
import type { CodeSummary } from '../../../../../../src/core/source/summary';
import type { Call, Value } from '../../../../../../src/core/source/values';
import { initialValue, loadLowering, uri } from './lowered';

describe('writing TypeScript', () => {
  let lower: (text: string) => CodeSummary;
  before(async () => {
    lower = await loadLowering();
  });

  const firstCall = (source: string): Call => lower(source).calls[0]?.call ?? assert.fail(`no call in ${source}`);

  /** The source after the edits, which must still parse. */
  const edited = (source: string, edits: readonly Edit[] | Refusal): string => {
    if (isRefusal(edits)) return assert.fail(edits.refused);
    const after = applyEdits(source, edits);
    assert.deepEqual(lower(after).problems, [], `does not parse: ${after}`);
    return after;
  };

  const refused = (edits: readonly Edit[] | Refusal): string => (isRefusal(edits) ? edits.refused : assert.fail('was not refused'));

  describe('an argument', () => {
    const inserts: readonly (readonly [string, string, string])[] = [
      ['an empty call', 'f();', 'f({ max: 300 });'],
      ['an empty call with blanks', 'f( );', 'f({ max: 300 } );'],
      ['a `new` without parentheses', 'new F;', 'new F({ max: 300 });'],
      ['an empty record', 'f({});', 'f({ max: 300 });'],
      ['an empty record over lines', 'f({\n});', 'f({ max: 300 });'],
      ['a record on one line', 'f({ a: 1 });', 'f({ a: 1, max: 300 });'],
      ['a trailing comma on one line', 'f({ a: 1, });', 'f({ a: 1, max: 300, });'],
      ['a record over lines', 'f({\n  a: 1,\n  b,\n});', 'f({\n  a: 1,\n  b,\n  max: 300,\n});'],
      ['no trailing comma over lines', 'f({\n\ta: 1\n});', 'f({\n\ta: 1,\n\tmax: 300\n});'],
      ['CRLF', 'f({\r\n  a: 1,\r\n});\r\n', 'f({\r\n  a: 1,\r\n  max: 300,\r\n});\r\n'],
      ['a comment behind the last entry', 'f({\n  a: 1, // one\n});', 'f({\n  a: 1, // one\n  max: 300,\n});'],
      ['a comment and no trailing comma', 'f({\n  a: 1 // one, two\n});', 'f({\n  a: 1, // one, two\n  max: 300\n});'],
      ['a comment on the next line', 'f({\n  a: 1,\n  // more\n});', 'f({\n  a: 1,\n  max: 300,\n  // more\n});'],
      ['a comment between value and comma', 'f({\n  a: 1 /* one */,\n});', 'f({\n  a: 1 /* one */,\n  max: 300,\n});'],
      ['an empty record with a comment', 'f({ /* none */ });', 'f({ max: 300, /* none */ });'],
      ['a last entry over lines', 'f({\n  a: [\n    1,\n  ],\n});', 'f({\n  a: [\n    1,\n  ],\n  max: 300,\n});'],
      ['a last entry that is a spread', 'f({ ...rest });', 'f({ ...rest, max: 300 });'],
      ['a second argument', 'f({ a: 1 }, { timeout: 5 });', 'f({ a: 1, max: 300 }, { timeout: 5 });'],
      ['a text first', "f('hi', { a: 1 });", "f('hi', { a: 1, max: 300 });"],
      ['a callback last', 'f({ a: 1 }, () => {});', 'f({ a: 1, max: 300 }, () => {});'],
    ];
    for (const [what, source, expected] of inserts) {
      it(`goes into ${what}`, () => assert.equal(edited(source, printer.insertArgument(source, firstCall(source), 'max', 300)), expected));
    }

    it('is written as its type asks, in the quotes of the document', () => {
      const single = "f({ a: 'x' });";
      assert.equal(edited(single, printer.insertArgument(single, firstCall(single), 'tier', "o'1")), "f({ a: 'x', tier: 'o\\'1' });");
      const double = 'f({ a: "x" });';
      assert.equal(edited(double, printer.insertArgument(double, firstCall(double), 'tier-1', 'flex')), 'f({ a: "x", "tier-1": "flex" });');
      assert.equal(edited(double, printer.insertArgument(double, firstCall(double), 'store', false)), 'f({ a: "x", store: false });');
    });

    for (const source of ['f(options);', 'f(...args);', 'f(params, { timeout: 5 });', "f('hi');", 'f({ max: 1 });', 'dedent`x`;']) {
      it(`is refused for ${source}`, () => {
        const found =
          lower(source).calls[0]?.call ??
          lower(`const x = ${source}`).scopes[0]?.effects.flatMap(each => ('value' in each ? [each.value] : []))[0];
        if (found?.kind !== 'call') return assert.fail('no call');
        assert.match(refused(printer.insertArgument(source, found, 'max', 300)), /max/);
      });
    }
  });

  describe('a new name', () => {
    const renamed = (source: string): string => {
      const record = firstCall(source).args[0]?.value;
      const entry = record?.kind === 'record' ? record.entries.find(each => each.key === 'max_tokens') : undefined;
      return edited(
        source,
        printer.renameArgument(source, { ...(entry ?? assert.fail('no entry')), name: 'max_tokens' }, 'max_completion_tokens'),
      );
    };

    it('replaces a key', () => assert.equal(renamed('f({ a, max_tokens: 5 });'), 'f({ a, max_completion_tokens: 5 });'));
    it('replaces a key in quotes', () => assert.equal(renamed('f({ "max_tokens": 5 });'), 'f({ "max_completion_tokens": 5 });'));
    it('replaces a computed key', () => assert.equal(renamed("f({ ['max_tokens']: 5 });"), "f({ ['max_completion_tokens']: 5 });"));
    it('keeps the variable of a shorthand', () => assert.equal(renamed('f({ max_tokens });'), 'f({ max_completion_tokens: max_tokens });'));
    it('replaces a method', () => assert.equal(renamed('f({ max_tokens() {} });'), 'f({ max_completion_tokens() {} });'));
    it('is refused where another text stands', () => {
      const at = { uri, start: 3, end: 5 };
      const value: Value = { kind: 'scalar', at, value: 1 };
      assert.match(refused(printer.renameArgument('f({ b: 1 });', { at, value, name: 'max_tokens' }, 'other')), /max_tokens/);
    });
  });

  describe('a literal', () => {
    const replaced = (literal: string, value: number | string | boolean): string => {
      const source = `const x = ${literal};`;
      return edited(source, printer.replaceLiteral(source, initialValue(lower(source)), value)).slice(10, -1);
    };

    it('keeps its quotes', () => {
      assert.equal(replaced("'gpt-4'", 'gpt-4o'), "'gpt-4o'");
      assert.equal(replaced('"gpt-4"', 'a "b" \\ \n'), '"a \\"b\\" \\\\ \\n"');
      assert.equal(replaced('`gpt-4`', 'a `b` ${c} \\ \n'), '`a \\`b\\` \\${c} \\\\ \n`');
      assert.equal(replaced('`a\\nb`', 'c\nd'), '`c\\nd`');
      assert.equal(replaced("''", 'x'), "'x'");
      assert.equal(replaced('``', 'x'), '`x`');
    });

    it('changes its type', () => {
      assert.equal(replaced('1_000', 5), '5');
      assert.equal(replaced('-1', true), 'true');
      assert.equal(replaced('null', 'x'), "'x'");
      assert.equal(replaced("'a'", 5), '5');
    });

    it('is not what it is not', () => {
      for (const literal of ['`a ${b}`', "'a' + b", 'f()', '[1]', 'void 0']) {
        const source = `const x = ${literal};`;
        assert.match(refused(printer.replaceLiteral(source, initialValue(lower(source)), 'x')), /where it is set/);
      }
      const counted = 'enum A { B }';
      const entry = lower(counted).scopes[0]?.effects[0];
      const member = entry?.kind === 'assign' && entry.value.kind === 'record' ? entry.value.entries[0]?.value : undefined;
      assert.match(refused(printer.replaceLiteral(counted, member ?? assert.fail('no member'), 'x')), /where it is set/);
    });

    it('has its body between the quotes', () => {
      const bodyOf = (literal: string): string | undefined => {
        const source = `const x = ${literal};`;
        const body = printer.bodyOf(source, initialValue(lower(source)));
        return body === undefined ? undefined : source.slice(body.start, body.end);
      };
      assert.equal(bodyOf("'a\\n'"), 'a\\n');
      assert.equal(bodyOf('`a ${b}`'), 'a ${b}');
      assert.equal(bodyOf("''"), '');
      assert.equal(bodyOf("'a' + b"), undefined);
      assert.equal(bodyOf('5'), undefined);
    });

    it('has no body as the part of a template, even if that begins and ends with a quote', () => {
      const source = "const x = `'a'${b}`;";
      const value = initialValue(lower(source));
      const part = value.kind === 'template' ? value.parts[0] : undefined;
      assert.equal(printer.bodyOf(source, part ?? assert.fail('no part')), undefined);
    });
  });

  describe('a stretch of a literal', () => {
    const move = (source: string, stretch: string, separator: string): readonly Edit[] | Refusal => {
      const start = source.indexOf(stretch);
      const literal = initialValue(lower(source));
      const inner = literal.kind === 'call' ? (literal.args[0]?.value ?? assert.fail('no template')) : literal;
      return printer.moveToEndOfLiteral(source, inner, { uri, start, end: start + stretch.length }, separator);
    };
    const moved = (source: string, stretch: string, separator = '\n\n'): string => edited(source, move(source, stretch, separator));

    it('moves to the end of a template, placeholders and all', () => {
      assert.equal(
        moved('const x = `Now: ${new Date()}\nYou are a helper.`;', 'Now: ${new Date()}\n', '\n\n'),
        'const x = `You are a helper.\n\nNow: ${new Date()}\n`;',
      );
      assert.equal(moved("const x = `${f({ a: `}${'}'}` })}bc`;", "${f({ a: `}${'}'}` })}"), "const x = `bc\n\n${f({ a: `}${'}'}` })}`;");
      assert.equal(moved('const x = `${a}${b} c`;', '${a}', ' '), 'const x = `${b} c ${a}`;');
    });

    it('moves to the end of a string, with the separator escaped', () => {
      assert.equal(moved("const x = 'Today\\'s date. Help.';", "Today\\'s date. ", '\n'), "const x = 'Help.\\nToday\\'s date. ';");
      assert.equal(moved('const x = "ab";', 'a', ' "\\" '), 'const x = "b \\"\\\\\\" a";');
    });

    it('breaks lines in a template on one line as that does: by escapes', () => {
      assert.equal(moved('const x = `Now: ${now}\\n\\nHelp.`;', 'Now: ${now}', '\n\n'), 'const x = `\\n\\nHelp.\\n\\nNow: ${now}`;');
      assert.equal(moved('const x = `${a.join(`\n`)} b\\nc`;', '${a.join(`\n`)} ', '\n'), 'const x = `b\\nc\\n${a.join(`\n`)} `;');
      for (const body of ['a b', 'a b\\\\n', 'a b\\n\nc', 'a ${b(`\\n`)} c']) {
        assert.match(moved(`const x = \`${body}\`;`, 'a ', '\n'), /\na `;$/, body);
      }
      assert.equal(moved('const x = String.raw`Q\\nb`;', 'Q', '\n'), 'const x = String.raw`\\nb\nQ`;');
    });

    it('keeps the line ends of the document', () => {
      assert.equal(moved('const x = `a\r\nb`;\r\n', 'a\r\n', '\n'), 'const x = `b\r\na\r\n`;\r\n');
    });

    it('moves in raw templates what can stand there', () => {
      assert.equal(moved('const x = String.raw`a\\nb`;', 'a\\n', '\n'), 'const x = String.raw`b\na\\n`;');
      assert.match(refused(move('const x = String.raw`a b`;', 'a', ' `\\ ')), /by hand/);
    });

    it('stays where it is when it ends the text already', () => {
      assert.deepEqual(move("const x = 'ab';", 'b', '\n'), []);
      const source = "const x = 'ab';";
      assert.deepEqual(printer.moveToEndOfLiteral(source, initialValue(lower(source)), { uri, start: 12, end: 12 }, ''), []);
    });

    it('is refused where the cut would change the text', () => {
      for (const [source, stretch] of [
        ["const x = 'a\\nb';", 'a\\'],
        ["const x = 'a\\u{41}b';", 'a\\u{4'],
        ['const x = `a ${name} b`;', 'a ${na'],
        ['const x = `a ${name} b`;', 'name'],
        ['const x = `$a{b}`;', 'a'],
        ["const x = '\\\\0a1 b';", '\\0a'],
        ["const x = 'a' + 'b';", 'a'],
        ['const x = `a`;', '`a'],
      ] as const) {
        assert.match(refused(move(source, stretch, '\n')), /by hand/, source);
      }
    });
  });

  it('comments on one line', () => assert.equal(printer.comment('promptfare-ignore\nrule'), '// promptfare-ignore rule'));
});
