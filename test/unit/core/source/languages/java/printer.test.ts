import assert from 'node:assert/strict';
import { applyEdits, isRefusal } from '../../../../../../src/core/source/edit';
import { printer } from '../../../../../../src/core/source/languages/java/printer/index';
import type { Call, Value } from '../../../../../../src/core/source/values';
import { inMethod, javaReader, type ReadJava, uri } from './lowered-java';

describe('writing Java', () => {
  let read: ReadJava;
  before(async () => {
    read = await javaReader();
  });

  const callIn = (text: string, has = 'builder'): Call => {
    const found = read(text).calls.find(({ call }) => text.slice(call.at.start, call.at.end).includes(has));
    assert.ok(found);
    return found.call;
  };
  const outcome = (text: string, result: ReturnType<typeof printer.insertArgument>): string =>
    isRefusal(result) ? `refused: ${result.refused}` : applyEdits(text, result);
  const literalIn = (text: string): Value => {
    const call = callIn(text, 'say(');
    const [first] = call.args;
    assert.ok(first);
    return first.value;
  };

  it('adds a method behind the last of a builder’s chain', () => {
    const text = inMethod('send(Request.builder().model("m").build());');
    const call = callIn(text, 'Request.builder().model("m").build()');
    const inner = read(text).calls.find(({ call: each }) => each.args.some(({ name }) => name === 'model'))?.call ?? call;
    assert.ok(outcome(text, printer.insertArgument(text, inner, 'maxTokens', 512)).includes('.model("m").maxTokens(512).build()'));
  });

  it('gives it a line of its own where the others have one', () => {
    const text = inMethod('send(Request.builder()\r\n        .model("m")\r\n        .build());');
    const inner = read(text).calls.find(({ call: each }) => each.args.some(({ name }) => name === 'model'))?.call;
    assert.ok(inner);
    assert.ok(outcome(text, printer.insertArgument(text, inner, 'maxTokens', 512)).includes('.model("m")\r\n        .maxTokens(512)\r\n'));
  });

  it('refuses to add to what is no builder, and what is set already', () => {
    const text = inMethod('send(given);');
    assert.match(outcome(text, printer.insertArgument(text, callIn(text, 'send'), 'maxTokens', 1)), /^refused: The options/);
    const set = inMethod('Request.builder().model("m").build();');
    const inner = callIn(set, 'Request.builder().model("m").build()');
    assert.match(outcome(set, printer.insertArgument(set, inner, 'model', 'x')), /^refused: .*already/);
  });

  it('renames a builder’s method and replaces its value', () => {
    const text = inMethod('Request.builder().maxTokens(512L).model(Model.OLD_ONE).build();');
    const { args } = callIn(text, 'Request.builder()');
    const [cap, model] = args;
    assert.ok(cap && model);
    assert.ok(
      outcome(text, printer.renameArgument(text, { name: 'maxTokens', at: cap.at, value: cap.value }, 'maxCompletionTokens')).includes(
        '.maxCompletionTokens(512L)',
      ),
    );
    assert.ok(outcome(text, printer.replaceLiteral(text, cap.value, 100)).includes('.maxTokens(100L)'));
    assert.ok(outcome(text, printer.replaceLiteral(text, model.value, 'new-one')).includes('.model("new-one")'));
    assert.match(outcome(text, printer.replaceLiteral(text, model.value, 5)), /^refused/);
  });

  it('writes into string literals and text blocks as they write text', () => {
    const inString = inMethod('say("You help.");');
    const rewrite = (text: string, what: string, newText: string) => {
      const start = text.indexOf(what);
      return outcome(
        text,
        printer.rewriteInLiteral(text, [{ literal: literalIn(text), stretch: { uri, start, end: start + what.length }, newText }]),
      );
    };
    assert.ok(rewrite(inString, 'help', 'say "hi"\n').includes('say("You say \\"hi\\"\\n.");'));
    const inBlock = inMethod('say("""\n    You help.\n      Yes.\n    """);');
    assert.ok(rewrite(inBlock, 'help', 'go\nhome').includes('"""\n    You go\n    home.\n      Yes.\n    """'));
    assert.match(rewrite(inMethod('say("You help\\n.");'), 'n.', ''), /^refused/);
  });

  it('moves a stretch to the end of its literal', () => {
    const text = inMethod('say("""\n    Today is X.\n    You help.\n    """);');
    const start = text.indexOf('Today');
    const moved = printer.moveToEndOfLiteral(text, literalIn(text), { uri, start, end: start + 'Today is X.\n    '.length }, '');
    assert.ok(outcome(text, moved).includes('"""\n    You help.\n    Today is X.\n    """'));
  });

  it('splits a literal where that changes nothing', () => {
    const text = inMethod('say("a\\nb");');
    const literal = literalIn(text);
    const { start } = literal.at;
    assert.deepEqual(printer.splitLiteral(text, literal, start + 2), ['"a"', '"\\nb"']);
    assert.equal(printer.splitLiteral(text, literal, start + 3), undefined);
  });

  it('adds an import once, behind the others', () => {
    const text = 'package com.acme;\n\nimport java.util.List;\n\nclass App {}\n';
    const added = printer.addToHead(
      text,
      uri,
      [
        { module: 'java.util', name: 'Map' },
        { module: 'java.util', name: 'List' },
      ],
      '',
    );
    assert.equal(applyEdits(text, added), 'package com.acme;\n\nimport java.util.List;\nimport java.util.Map;\n\nclass App {}\n');
  });

  it('adds items and entries', () => {
    const text = inMethod('say(List.of("a"), Map.of("k", 1));');
    const [list, table] = callIn(text, 'say(').args;
    assert.ok(list?.value.kind === 'list' && table && list.value.items[0]);
    assert.ok(outcome(text, printer.insertItem(text, list.value.items[0].at, 'b')).includes('List.of("a", "b")'));
    assert.ok(outcome(text, printer.insertEntry(text, table.value, 'n', 2)).includes('Map.of("k", 1, "n", 2)'));
  });
});
