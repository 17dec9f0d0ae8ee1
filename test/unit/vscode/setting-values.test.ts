import assert from 'node:assert/strict';
import { isTexts, settingValues } from '../../../src/vscode/platform/setting-values';

function reading(settings: Readonly<Record<string, unknown>>) {
  const problems: string[] = [];
  return {
    values: settingValues(
      key => settings[key],
      problem => problems.push(problem),
    ),
    problems,
  };
}

describe('setting values', () => {
  it('are taken as they are when they fit', () => {
    const { values, problems } = reading({ a: false, b: 'compact', c: 2.5, d: ['x'], e: 't' });
    assert.equal(values.flag('a', true), false);
    assert.equal(values.choice('b', ['full', 'compact'], 'full'), 'compact');
    assert.equal(values.amount('c', 0), 2.5);
    assert.deepEqual(values.texts('d', []), ['x']);
    assert.equal(values.text('e', ''), 't');
    assert.deepEqual(problems, []);
  });

  it('fall back silently when they are not set', () => {
    const { values, problems } = reading({ b: null });
    assert.equal(values.flag('a', true), true);
    assert.equal(values.choice('b', ['full'], 'full'), 'full');
    assert.deepEqual(problems, []);
  });

  it('fall back with one clear line when they are wrong', () => {
    const { values, problems } = reading({ a: 'yes', b: 'tiny', c: -1, d: [1], e: 5 });
    assert.equal(values.flag('a', true), true);
    assert.equal(values.choice('b', ['full', 'compact'], 'full'), 'full');
    assert.equal(values.amount('c', 0), 0);
    assert.deepEqual(values.texts('d', ['kept']), ['kept']);
    assert.equal(values.text('e', 'kept'), 'kept');
    assert.deepEqual(problems, [
      'promptfare.a must be true or false, not "yes". The default counts.',
      'promptfare.b must be one of full, compact, not "tiny". The default counts.',
      'promptfare.c must be a number from 0 on, not -1. The default counts.',
      'promptfare.d must be a list of texts, not [1]. The default counts.',
      'promptfare.e must be a text, not 5. The default counts.',
    ]);
  });

  it('leave out single wrong entries of an object', () => {
    const { values, problems } = reading({ ignore: { a: ['x'], b: 'y' }, rules: [] });
    assert.deepEqual(
      values.entries('ignore', value => (isTexts(value) ? value : undefined), 'a list of globs'),
      { a: ['x'] },
    );
    assert.deepEqual(
      values.entries('rules', value => value, 'anything'),
      {},
    );
    assert.deepEqual(problems, [
      'promptfare.ignore: the value of "b" must be a list of globs, not "y". It is left out.',
      'promptfare.rules must be an object, not []. The default counts.',
    ]);
  });
});
