import assert from 'node:assert/strict';
import fc from 'fast-check';
import { PASSES } from '../../../../src/core/compression/passes/registry';
import { missingFrom } from '../../../../src/core/compression/preserved';
import { compressed, promptOf } from './prompt';

/** What prompts are made of, and what breaks those who read them. */
const fragment = fc.constantFrom(
  'Please answer.',
  'Do not lie. ',
  'Return JSON with 3 keys only.',
  'In order to help,',
  'very good',
  '\n',
  '\n\n',
  '  \n',
  '\r\n',
  '    ',
  '\t',
  '  ',
  '---\n',
  '=====',
  '\n## **Title**\n',
  '***a***',
  '!!!',
  '```',
  '\n```py\n',
  '`a  b`',
  '{\n  "a": 1,\n',
  '"b": [ 1, 2 ]\n}',
  '{ "x": {\n "y": 2 } }',
  '<a>\n  <b>x</b>\n  <c/>\n  <d>no</d>\n</a>',
  '<a>',
  '</a>',
  '| a  | b |',
  '- Never share 5 secrets with users.\n',
  '1. Wait.\n',
  'https://example.org/a?b=1',
  '⟦name⟧',
  '{name}',
  '{{ x }}',
  '"quoted  text"',
  "don't",
  '\uFFFC',
  '\\',
  '😀',
);
const text = fc.oneof(
  fc.array(fragment, { maxLength: 25 }).map(parts => parts.join('')),
  fc.array(fc.oneof(fragment, fc.string({ maxLength: 6, unit: 'binary' })), { maxLength: 15 }).map(parts => parts.join('')),
);

describe('every compression pass', () => {
  for (const pass of PASSES) {
    it(`${pass.id}: applied twice it changes nothing more, and it loses nothing`, () => {
      fc.assert(
        fc.property(text, written => {
          const once = compressed(written, pass);
          if (pass.takes !== 'words') {
            assert.equal(compressed(once, pass), once);
            assert.deepEqual(missingFrom(promptOf(written).text, promptOf(once).text), []);
          }
          assert.ok(once.length <= written.length, 'it gets no longer');
        }),
        { numRuns: 300 },
      );
    });
  }

  it('changes no words where it says so', () => {
    const spaces = PASSES.filter(({ takes }) => takes === 'white space');
    fc.assert(
      fc.property(text, written =>
        assert.equal(compressed(written, ...spaces).replace(/\s/g, ''), written.replaceAll('\uFFFC', '\uFFFD').replace(/\s/g, '')),
      ),
      { numRuns: 300 },
    );
  });
});
