import assert from 'node:assert/strict';
import { applyEdits, isRefusal } from '../../../../../../src/core/source/edit';
import { adapter } from '../../../../../../src/core/source/languages/go/index';
import type { CodeSummary } from '../../../../../../src/core/source/summary';
import type { Call, Value } from '../../../../../../src/core/source/values';
import { loadGo } from './lowered';

const { printer } = adapter;

describe('the printer of Go', () => {
  let lower: (text: string) => CodeSummary;
  before(async () => {
    lower = await loadGo();
  });

  const inFunction = (code: string) => `package a\n\nfunc f() {\n${code}\n}\n`;
  const callIn = (text: string): Call => {
    const [first] = lower(text).calls;
    assert.ok(first);
    return first.call;
  };
  const structOf = (call: Call): Extract<Value, { kind: 'call' }> => {
    const struct = call.args.map(({ value }) => value).find(value => value.kind === 'call' && value.literal);
    assert.ok(struct?.kind === 'call');
    return struct;
  };

  it('adds a field to the struct of parameters, as its lines are written', () => {
    const add = (text: string) => {
      const edits = printer.insertArgument(text, callIn(text), 'max_tokens', 60);
      assert.ok(!isRefusal(edits));
      return applyEdits(text, edits);
    };
    assert.equal(add(inFunction('\tc.New(ctx, p.P{Model: m})')), inFunction('\tc.New(ctx, p.P{Model: m, MaxTokens: 60})'));
    assert.equal(add(inFunction('\tc.New(ctx, p.P{})')), inFunction('\tc.New(ctx, p.P{MaxTokens: 60})'));
    assert.equal(
      add(inFunction('\tc.New(ctx, p.P{\n\t\tModel: m, // why\n\t})')),
      inFunction('\tc.New(ctx, p.P{\n\t\tModel:     m, // why\n\t\tMaxTokens: 60,\n\t})'),
    );
  });

  it('refuses where the parameters are made elsewhere, or set already', () => {
    const elsewhere = inFunction('\tc.New(ctx, params)');
    assert.ok(isRefusal(printer.insertArgument(elsewhere, callIn(elsewhere), 'max_tokens', 60)));
    const set = inFunction('\tc.New(ctx, p.P{MaxTokens: 5})');
    assert.ok(isRefusal(printer.insertArgument(set, callIn(set), 'max_tokens', 60)));
  });

  it('renames a field, and replaces its value in the quotes that it has', () => {
    const text = inFunction('\tc.New(ctx, p.P{MaxTokens: 5, Model: `a`})');
    const [cap, model] = structOf(callIn(text)).args;
    assert.ok(cap && model);
    const renamed = printer.renameArgument(text, { name: 'max_tokens', at: cap.at, value: cap.value }, 'max_completion_tokens');
    const replaced = printer.replaceLiteral(text, model.value, 'b');
    assert.ok(!isRefusal(renamed) && !isRefusal(replaced));
    assert.equal(applyEdits(text, [...renamed, ...replaced]), inFunction('\tc.New(ctx, p.P{MaxCompletionTokens: 5, Model: `b`})'));
  });

  it('keeps values in the column in which Go’s formatter puts them when a field is renamed', () => {
    const rename = (text: string, from: string, to: string) => {
      const part = structOf(callIn(text)).args.find(({ at }) => text.startsWith(from, at.start));
      assert.ok(part);
      const edits = printer.renameArgument(text, { name: from, at: part.at, value: part.value }, to);
      assert.ok(!isRefusal(edits));
      return applyEdits(text, edits);
    };
    const struct = (...lines: string[]) => inFunction(`\tc.New(ctx, p.P{\n${lines.map(line => `\t\t${line}\n`).join('')}\t})`);
    const lead = ['Model: m,', 'Messages: []p.M{', '\t{Role: "user"},', '},'];
    assert.equal(
      rename(
        struct(...lead, 'Temperature:      c.t,', 'MaxTokens:        2048, // enough', 'FrequencyPenalty: 0,', 'TopP:             c.p,'),
        'MaxTokens',
        'max_completion_tokens',
      ),
      struct(
        ...lead,
        'Temperature:         c.t,',
        'MaxCompletionTokens: 2048, // enough',
        'FrequencyPenalty:    0,',
        'TopP:                c.p,',
      ),
    );
    // A column narrows when its longest name goes.
    assert.equal(
      rename(struct('Model:               m,', 'MaxCompletionTokens: 9,'), 'MaxCompletionTokens', 'max_tokens'),
      struct('Model:     m,', 'MaxTokens: 9,'),
    );
    // What isn't laid out like that stays as it is.
    assert.equal(
      rename(struct('Model: m,', 'MaxTokens: 9,'), 'MaxTokens', 'max_completion_tokens'),
      struct('Model: m,', 'MaxCompletionTokens: 9,'),
    );
    const crlf = struct('Model:     m,', 'MaxTokens: 9,').replaceAll('\n', '\r\n');
    assert.equal(
      rename(crlf, 'MaxTokens', 'max_completion_tokens'),
      struct('Model:               m,', 'MaxCompletionTokens: 9,').replaceAll('\n', '\r\n'),
    );
  });

  it('splits a literal, moves a stretch within one, and leaves escapes whole', () => {
    const text = inFunction('\tg("one\\ntwo three")');
    const literal = callIn(text).args[0]?.value;
    assert.ok(literal);
    const body = printer.bodyOf(text, literal);
    assert.ok(body);
    assert.deepEqual(printer.splitLiteral(text, literal, body.start + 5), ['"one\\n"', '"two three"']);
    assert.equal(printer.splitLiteral(text, literal, body.start + 4), undefined);
    const moved = printer.moveToEndOfLiteral(text, literal, { ...body, end: body.start + 5 }, '\n');
    assert.ok(!isRefusal(moved));
    assert.equal(applyEdits(text, moved), inFunction('\tg("two three\\none\\n")'));
    const rewritten = printer.rewriteInLiteral(text, [{ literal, stretch: { ...body, start: body.start + 5 }, newText: 'a "b"' }]);
    assert.ok(!isRefusal(rewritten));
    assert.equal(applyEdits(text, rewritten), inFunction('\tg("one\\na \\"b\\"")'));
  });

  it('adds an import to the group that is there, and a declaration behind it', () => {
    const text = 'package a\n\nimport (\n\t"fmt"\n)\n\nvar x = fmt.Sprint()\n';
    const edits = printer.addToHead(text, 'file:///project/app.go', [{ module: 'strings', name: '' }], 'const y = 1\n');
    assert.equal(applyEdits(text, edits), 'package a\n\nimport (\n\t"fmt"\n\t"strings"\n)\n\nconst y = 1\n\nvar x = fmt.Sprint()\n');
  });
});
