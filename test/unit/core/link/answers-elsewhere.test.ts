import assert from 'node:assert/strict';
import { AnswersElsewhere } from '../../../../src/core/link/answers-elsewhere';
import { circleOf, NO_GROUNDS } from '../../../../src/core/link/grounds';
import type { Value } from '../../../../src/core/source/values';

const at = { uri: 'file:///a.py', start: 1, end: 2 };
const named = (name: string): Value => ({ kind: 'param', at, scope: 1, name });
const reliance = { looks: new Set<never>(), cutShort: false };

describe('what was found out before', () => {
  it('is used again by whoever asks within the circle that it came upon, and by nobody else', () => {
    const active = new Set(['app']);
    const answers = new AnswersElsewhere<Value, string>(active);
    const asked = named('notes');
    answers.keep(asked, { answer: 'as seen from app', grounds: circleOf('app'), reliance }, 0);
    active.add('skill');
    assert.equal(answers.find(asked, [], 0)?.answer, 'as seen from app');
    active.delete('app');
    assert.equal(answers.find(asked, [], 0), undefined);
  });

  it('is used again by everybody where it came upon none', () => {
    const answers = new AnswersElsewhere<Value, string>(new Set());
    const asked = named('notes');
    answers.keep(asked, { answer: 'one', grounds: NO_GROUNDS, reliance }, 0);
    assert.equal(answers.find(asked, [], 0)?.answer, 'one');
  });
});
