import assert from 'node:assert/strict';
import { applyEdits, isRefusal } from '../../../../../src/core/source/edit';
import type { LiteralEdit, Printer } from '../../../../../src/core/source/language';
import { printer as python } from '../../../../../src/core/source/languages/python/printer';
import { printer as typescript } from '../../../../../src/core/source/languages/typescript/printer';
import { verbatim } from '../../../../../src/core/source/text-map';

const uri = 'file:///a';

/** The source with `what` in its one literal rewritten; undefined: refused. */
function rewritten(
  printer: Printer,
  source: string,
  ...changes: readonly (readonly [what: string, newText: string])[]
): string | undefined {
  const start = source.search(/[fr]?["'`]/);
  const opening = /^[fr]?("""|["'`])/.exec(source.slice(start));
  assert.ok(opening);
  const end = source.lastIndexOf(opening[1] ?? '') + (opening[1]?.length ?? 0);
  const body = start + opening[0].length;
  const text = verbatim(uri, body, source.slice(body, end - (opening[1]?.length ?? 0)));
  const isTemplate = opening[1] === '`';
  const part = {
    kind: 'text',
    at: { uri, start: isTemplate ? body : start, end: isTemplate ? body + text.text.length : end },
    text,
  } as const;
  const literal = isTemplate ? ({ kind: 'template', at: { uri, start, end }, parts: [part], literal: true } as const) : part;
  const edits = changes.map(([what, newText]): LiteralEdit => {
    const at = source.indexOf(what);
    assert.ok(at >= 0, what);
    return { literal, stretch: { uri, start: at, end: at + what.length }, newText };
  });
  const result = printer.rewriteInLiteral(source, edits);
  return isRefusal(result) ? undefined : applyEdits(source, result);
}

describe('rewriting within a literal of Python', () => {
  it('writes as the literal does', () => {
    assert.equal(rewritten(python, 'x = "You help."', ['help', 'say "hi"\n']), 'x = "You say \\"hi\\"\\n."');
    assert.equal(rewritten(python, 'x = """You help."""', ['help', 'go\nhome']), 'x = """You go\nhome."""');
    assert.equal(rewritten(python, 'x = f"You help."', ['help', '{a}']), 'x = f"You {{a}}."');
  });

  it('keeps line ends of Windows', () => {
    assert.equal(rewritten(python, 'x = """You\r\nhelp."""', ['help', 'go\nhome']), 'x = """You\r\ngo\r\nhome."""');
  });

  it('refuses what a raw string can’t hold', () => {
    assert.equal(rewritten(python, 'x = r"You help."', ['help', 'say "hi"']), undefined);
    assert.equal(rewritten(python, 'x = r"You help."', ['help', 'go\nhome']), undefined);
  });

  it('refuses to let quotes or escapes run together', () => {
    assert.equal(rewritten(python, 'x = """You ""-" help."""', ['-', '']), undefined);
    assert.equal(rewritten(python, 'x = "You help\\n."', ['n.', '']), undefined);
  });
});

describe('rewriting within a literal of TypeScript', () => {
  it('writes as the literal does', () => {
    assert.equal(rewritten(typescript, "const x = 'You help.';", ['help', "don’t say 'hi'\n"]), "const x = 'You don’t say \\'hi\\'\\n.';");
    assert.equal(rewritten(typescript, 'const x = `You help.\n`;', ['help', 'go\nhome']), 'const x = `You go\nhome.\n`;');
  });

  it('keeps line ends of Windows', () => {
    assert.equal(rewritten(typescript, 'const x = `You\r\nhelp.`;', ['help', 'go\nhome']), 'const x = `You\r\ngo\r\nhome.`;');
  });

  it('refuses to make a placeholder of two signs', () => {
    assert.equal(rewritten(typescript, 'const x = `You $-{help}.`;', ['-', '']), undefined);
  });

  it('makes several changes at once, or none', () => {
    assert.equal(rewritten(typescript, "const x = 'You help them.';", ['You', 'They'], ['them', 'you']), "const x = 'They help you.';");
  });
});
