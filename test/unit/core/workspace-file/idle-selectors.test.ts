import assert from 'node:assert/strict';
import { idleSelectors } from '../../../../src/core/workspace-file/idle-selectors';
import { placeInText } from '../../../../src/core/workspace-file/place-in-text';
import { quote } from '../present/quote-sample';

const FILE = { uri: 'file:///w/src/a.py', path: 'src/a.py', quotes: [quote], findings: [] };
const CALL = `src/a.py#${quote.site.identity}`;

describe('what of a workspace file means no call', () => {
  const idle = (stated: Parameters<typeof idleSelectors>[0]) => idleSelectors(stated, [FILE]).map(({ path }) => path.join(' '));

  it('are globs and calls that no file has', () => {
    assert.deepEqual(
      idle({
        features: { old: ['legacy/**', 'src/**'] },
        calls: { [CALL]: {}, 'src/b.py#x/openai-chat#0': {}, '*.js': {}, 'feature:old': {} },
        tasks: { ticket: { calls: { 'src/*.py': 1, 'lib/**': 2 } } },
      }),
      ['features old 0', 'calls src/b.py#x/openai-chat#0', 'calls *.js', 'tasks ticket calls lib/**'],
    );
  });

  it('is not what is said to be no call, of which no scan can know', () => {
    assert.deepEqual(idle({ calls: { 'legacy/**': { notAnLlmCall: true } }, features: { old: ['legacy/**'] } }), []);
  });

  it('stands where it is named', () => {
    const text = '{ "calls": { "a/**": {} }, "features": { "f": ["x", "b/**"] } }';
    const at = (path: readonly (string | number)[]) => {
      const place = placeInText(text, path, 'key');
      return place && text.slice(place.start, place.end);
    };
    assert.deepEqual([at(['calls', 'a/**']), at(['features', 'f', 1]), at(['calls', 'none'])], ['"a/**"', '"b/**"', undefined]);
  });
});
