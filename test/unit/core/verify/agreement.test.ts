import assert from 'node:assert/strict';
import fc from 'fast-check';
import { agrees, compareAnswers } from '../../../../src/core/verify/agreement';
import { readJudgement } from '../../../../src/core/verify/judge';
import { comparePair, type TrialAnswer } from '../../../../src/core/verify/outcome';
import { summarise } from '../../../../src/core/verify/summary';
import { assertInProportion } from '../../growth';

describe('two answers', () => {
  it('are the same but for white space, and not but for a letter', () => {
    assert.equal(compareAnswers(' billing\n', 'billing').exact, true);
    assert.equal(compareAnswers('Billing', 'billing').exact, false);
  });

  it('agree in their fields, in whatever order and between fences', () => {
    const one = '{"class": "bug", "tags": ["a", "b"], "user": {"id": 1}}';
    const same = '```json\n{"user":{"id":1},"tags":["a","b"],"class":"bug"}\n```';
    assert.deepEqual(compareAnswers(one, same).fields, { same: 4, of: 4 });
    assert.equal(agrees(compareAnswers(one, same), 'fields'), true);
    const other = '{"class": "bug", "tags": ["b"], "user": {"id": "1"}, "extra": null}';
    assert.deepEqual(compareAnswers(one, other).fields, { same: 1, of: 5 });
    assert.equal(agrees(compareAnswers(one, other), 'fields'), false);
    assert.equal(agrees(compareAnswers('text', '{"a": 1}'), 'fields'), false);
    assert.deepEqual(compareAnswers('{"a": {}}', '{"a": []}').fields, { same: 0, of: 1 });
    assert.deepEqual(compareAnswers('{"a/b": 1}', '{"a": {"b": 1}}').fields, { same: 0, of: 2 });
  });

  it('have words in common, by order and not by length alone', () => {
    const { similarity } = compareAnswers('the cat sat on the mat', 'the cat lay on the mat');
    assert.ok(Math.abs(similarity - 10 / 12) < 1e-9, `${similarity}`);
    assert.equal(compareAnswers('a b c', 'x y z').similarity, 0);
    assert.equal(compareAnswers('', '  ').similarity, 1);
  });

  it('are as alike one way round as the other, and wholly alike to themselves', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 30 }).map(list => list.join(' '));
    fc.assert(
      fc.property(words, words, (one, other) => {
        const [there, back] = [compareAnswers(one, other).similarity, compareAnswers(other, one).similarity];
        assert.ok(Math.abs(there - back) < 1e-9 && there >= 0 && there <= 1);
        assert.equal(compareAnswers(one, one).similarity, 1);
      }),
    );
  });

  it('take no long time, however unlike and long they are', () => {
    const long = (word: string, length: number) => Array.from({ length }, (_, index) => `${word}${index}`).join(' ');
    assertInProportion(20_000, words => compareAnswers(long('a', words), long('b', words)));
  });

  it('are judged by one word, and by nothing that is none', () => {
    assert.equal(readJudgement('Yes.'), true);
    assert.equal(readJudgement('**no** — it leaves out the date'), false);
    assert.equal(readJudgement('Well, yes and no'), undefined);
    assert.equal(readJudgement('yesterday'), undefined);
  });
});

describe('pairs of answers', () => {
  const text = (said: string): TrialAnswer => ({ text: said, milliseconds: 10 });
  const pair = (today: TrialAnswer, changed: TrialAnswer) => comparePair({ sample: 0, today, changed }, 'exact', compareAnswers);

  it('differ where only today’s request is answered, and say nothing where today’s is not', () => {
    assert.equal(pair(text('a'), { none: 'refused', milliseconds: 1 }).agrees, false);
    assert.equal(pair(text('a'), { none: 'empty', milliseconds: 1 }).agrees, false);
    assert.equal(pair({ none: 'cut', milliseconds: 1 }, text('a')).agrees, undefined);
    assert.equal(pair(text('a'), { failed: 'The host was down.' }).agrees, undefined);
  });

  const verdictOf = (agreeing: number, of: number, bar: number) =>
    summarise(
      Array.from({ length: of }, (_, index) => pair(text('a'), text(index < agreeing ? 'a' : 'b'))),
      bar,
    );

  it('clear a bar only if the lower end of their interval does', () => {
    assert.equal(verdictOf(47, 50, 0.95).verdict, 'below');
    assert.equal(verdictOf(49, 50, 0.95).verdict, 'open');
    assert.ok((verdictOf(49, 50, 0.95).samplesWanted ?? 0) > 50);
    assert.equal(verdictOf(50, 50, 0.9).verdict, 'met');
    assert.equal(verdictOf(0, 0, 0.9).verdict, 'none');
  });

  it('cost what was billed, of answers that are empty or refused, too, and nothing is known where one call’s cost is not', () => {
    const paid = (usd: number): TrialAnswer => ({ text: 'a', usd, milliseconds: 10 });
    const refused: TrialAnswer = { none: 'refused', usd: 0.03, milliseconds: 20 };
    const { changed, today } = summarise([pair(text('a'), paid(0.01)), pair(paid(0.01), refused)], 0.9);
    assert.equal(changed.usdPerCall?.value, 0.02);
    assert.equal(today.usdPerCall, undefined);
    assert.deepEqual([changed.answers, changed.unanswered, changed.medianMs], [1, 1, 15]);
  });
});
