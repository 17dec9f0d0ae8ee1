import assert from 'node:assert/strict';
import { missingFrom } from '../../../../src/core/compression/preserved';
import { promptOf } from './prompt';

function missing(original: string, proposal: string): readonly string[] {
  const { text, values } = promptOf(original);
  return missingFrom(text, promptOf(proposal).text, values).map(({ kind, text: lost }) => `${kind}: ${lost}`);
}

describe('what a proposal must keep', () => {
  it('is nothing where the words change and the sense stays', () => {
    const original = 'Please make sure that you never reveal the price of 3 items. I would like you to respond with a JSON object.';
    assert.deepEqual(missing(original, 'Never reveal the price of 3 items. Respond with a JSON object.'), []);
  });

  it('is each variable, in its place', () => {
    assert.deepEqual(missing('Hello ⟦user⟧, here is ⟦text⟧.', 'Hello ⟦user⟧.'), ['variable: text']);
    assert.deepEqual(missing('Hello {user}.', 'Hello.'), ['variable: {user}']);
    assert.deepEqual(missing('From {a} to {b}.', 'To {b} from {a}.'), ['variable: another order of the variables']);
    assert.deepEqual(missing('From {a}.', 'From {a} and {a}.'), ['variable: one more than before: {a}']);
  });

  it('is each block of code, letter by letter', () => {
    assert.deepEqual(missing('Run:\n```\nls  -l\n```', 'Run:\n```\nls -l\n```'), ['code block: ```\nls  -l\n```']);
    assert.deepEqual(missing('Run:\n  ```\n  ls\n    -l\n  ```', 'Run:\n```\nls\n  -l\n```'), []);
    assert.deepEqual(missing('Call `find` first.', 'Call find first.'), ['code block: `find`']);
  });

  it('is each number', () => {
    assert.deepEqual(missing('Name 3 cities and 5 rivers.', 'Name 3 cities and rivers.'), ['number: 5']);
    assert.deepEqual(missing('Name 3 cities and 3 rivers.', 'Name 3 cities and rivers.'), ['number: 3 rivers']);
    assert.deepEqual(missing('Name 3 cities. Name 3 cities.', 'Name 3 cities.'), []);
  });

  it('is each address', () => {
    assert.deepEqual(missing('See https://example.org/a for more.', 'See example.org for more.'), ['address: https://example.org/a']);
  });

  it('is each negation', () => {
    assert.deepEqual(missing('Do not mention competitors. Be kind.', 'Mention competitors. Be kind.'), [
      'negation: Do not mention competitors.',
    ]);
    assert.deepEqual(missing('You should not mention competitors at all.', 'Never mention competitors.'), []);
    assert.deepEqual(missing("Don't guess. Don't lie.", "Don't lie."), ["negation: Don't guess."]);
  });

  it('is each word about how the answer is to look', () => {
    assert.deepEqual(missing('Summarize the text. Answer with a bullet list only.', 'Summarize the text.'), [
      'output format: Answer with a bullet list only.',
    ]);
    assert.deepEqual(missing('Return valid JSON with the keys `a` and `b`.', 'Return `a` and `b`.'), [
      'output format: Return valid JSON with the keys `a` and `b`.',
    ]);
  });

  it('is each tag', () => {
    assert.deepEqual(missing('<rules>\nBe kind.\n</rules>', 'Be kind.'), ['tag: <rules>', 'tag: </rules>']);
  });
});
