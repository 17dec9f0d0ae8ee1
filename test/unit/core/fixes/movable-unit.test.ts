import assert from 'node:assert/strict';
import { joinedUnits, movableUnit } from '../../../../src/core/fixes/movable-unit';

/** What would move with the value `◆`, or why it can't. */
function unitAt(text: string): string {
  const unit = movableUnit(text, text.indexOf('◆'));
  return 'because' in unit ? `not: ${unit.because}` : `${unit.kind}: ${text.slice(unit.from, unit.to)}`;
}

describe('what moves with a value', () => {
  for (const [text, expected] of [
    ['It is ◆.\n\nBe kind.', 'line: It is ◆.'],
    ['◆\nBe kind.', 'line: ◆'],
    ['Be kind. It is ◆. Be brief.', 'sentence: It is ◆.'],
    ['Be kind. It is ◆', 'sentence: It is ◆'],
    ['Time: ◆ in Leeds\nPlace: here', 'line: Time: ◆ in Leeds'],
    ['time: ◆\nuser: Ann', 'line: time: ◆'],
    ['Is it ◆? Then go.', 'sentence: Is it ◆?'],
    ['  Indented ◆.\nNext.', 'line:   Indented ◆.'],
    ['<now>◆</now>\n<rules>Be kind.</rules>', 'line: <now>◆</now>'],
    ['Write to <name>. It is ◆.', 'sentence: It is ◆.'],
    ['```\ncode\n```\nIt is ◆.', 'line: It is ◆.'],
    ['# Rules\nBe kind.\nIt is ◆.', 'line: It is ◆.'],
  ] as const) {
    it(`${JSON.stringify(text)}: ${JSON.stringify(expected)}`, () => assert.equal(unitAt(text), expected));
  }

  for (const [text, because] of [
    ['The mail of ◆\nis waiting.', 'it stands in a sentence that runs over several lines'],
    ['The mail that came\nat ◆ is waiting.', 'it stands in a sentence that runs over several lines'],
    ['1. Read.\n2. At ◆, answer.', 'it is a step of a numbered list'],
    ['- Leeds\n- ◆', 'it is an item of a list'],
    ['# Mail of ◆\n\nAnswer it.', 'it is a heading, and what follows belongs to it'],
    ['# Context\n\nIt is ◆.\n\n# Rules', 'it belongs under the heading “Context”'],
    ['Keep in mind:\nIt is ◆.\n\nBe kind.', 'it belongs to the line above it'],
    ['| time | ◆ |', 'it stands in a table'],
    ['```\nnow = ◆\n```', 'it stands in a code block'],
    ['<context>\nIt is ◆.\n</context>', 'it stands inside <context>'],
  ] as const) {
    it(`${JSON.stringify(text)} can't be torn apart`, () => assert.equal(unitAt(text), `not: ${because}`));
  }

  it('neighbours move as one, in reading order', () => {
    const text = 'Time: ◆\nTrace: ◆\n\nBe kind.\nUser: ◆';
    const offsets = [...text.matchAll(/◆/g)].map(match => match.index).reverse();
    const units = offsets.map(offset => movableUnit(text, offset)).flatMap(unit => ('because' in unit ? [] : [unit]));
    assert.deepEqual(
      joinedUnits(text, units).map(({ from, to }) => text.slice(from, to)),
      ['Time: ◆\nTrace: ◆', 'User: ◆'],
    );
  });
});
