import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, isRefusal } from '../../../../../src/core/source/edit';
import { formatFor } from '../../../../../src/core/source/formats/index';
import { toSource } from '../../../../../src/core/source/text-map';
import { assertInProportion } from '../../../growth';

const names = [
  'a.prompty',
  'a.prompt',
  'a.md',
  'a.j2',
  'a.hbs',
  'a.mustache',
  'a.liquid',
  'CLAUDE.md',
  'a.prompt.md',
  'a.agent.md',
  'skprompt.txt',
];

/** Text made of what these formats are made of, in any order, between anything. */
const fragments = fc.constantFrom(
  ...[
    '---\n',
    '---\r\n',
    '\n',
    '\r\n',
    ' ',
    '\uFEFF',
    '\0',
    '\uD800',
    '+++\n',
    '# licence\n',
    'model: gpt-5\n',
    'model:\n',
    '  id: gpt-5\n',
    '  options:\n',
  ],
  ...[
    '    maxOutputTokens: 5\n',
    '    temperature: 0 # c\n',
    'config:\n',
    'config: {a: 1}\n',
    '  maxOutputTokens: 5\n',
    'template: mustache\n',
    '- x\n',
    'a: &a 1\n',
    'b: *a\n',
  ],
  ...[
    'system:\n',
    'user:\r\n',
    '# assistant:\n',
    '![thread]\n',
    'Hello',
    'It is {{ now() }}.\n',
    '{{question}}',
    '{{',
    '}}',
    '{%',
    '%}',
    '{#',
    '#}',
    '{{!',
    '--}}',
    '{{{x}}}',
  ],
  ...[
    '{% if x %}',
    '{% endif %}',
    '{% for a in b %}',
    '{% endfor %}',
    '{% raw %}',
    '{% endraw %}',
    '{{#each xs}}\n',
    '{{/each}}\n',
    '{{else}}',
    '{{~x~}}',
    '{%- x -%}',
  ],
  ...[
    '{{role "system"}}',
    '{{history}}',
    '{{media url=x}}',
    '\\{{x}}',
    '"',
    "'",
    '$ARGUMENTS',
    '[[[',
    '{{> p}}',
    '{{=<% %>=}}',
    '<message role="user">',
    '</message>',
    "{{ 'x' }}",
  ],
);
const prompts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(fc.oneof({ weight: 9, arbitrary: fragments }, fc.string({ maxLength: 6 })), { maxLength: 30 }).map(parts => parts.join('')),
  fc.array(fragments, { maxLength: 20 }).map(parts => `---\nmodel:\n  id: x\n  options:\n    temperature: 0\n---\n${parts.join('')}`),
);
const files = fc.record({ name: fc.constantFrom(...names), text: prompts });

function open(name: string) {
  const uri = `file:///p/${name}`;
  const format = formatFor(uri, ['**/*']);
  assert.ok(format);
  return { uri, format };
}

describe('any text as a prompt file', () => {
  it('is read without throwing, each piece with its place in the source', () => {
    fc.assert(
      fc.property(files, ({ name, text }) => {
        const { uri, format } = open(name);
        let last = 0;
        for (const message of format.read(uri, text).document.messages) {
          assert.ok(message.at.start <= message.at.end && message.at.end <= text.length);
          for (const piece of message.pieces) {
            if (piece.kind === 'hole') {
              assert.ok(last <= piece.at.start && piece.at.start < piece.at.end && piece.at.end <= text.length);
              last = piece.at.end;
              continue;
            }
            for (const run of piece.text.runs) {
              assert.ok(last <= run.source, 'pieces stand in source order');
              last = run.source + run.sourceLength;
              const shown = piece.text.text.slice(run.at, run.at + run.length);
              const at = toSource(piece.text, run.at, run.at + run.length);
              assert.ok(at);
              const source = text.slice(at.start, at.end);
              assert.equal(
                shown,
                run.length === run.sourceLength ? source : source.replace(/^\\/, '').replace(/^\{\{\s*'(.*)'\s*\}\}$/, '$1'),
              );
            }
          }
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('keeps every other byte when a cap is set, and gives that cap when read again', () => {
    fc.assert(
      fc.property(files, fc.integer({ min: 1, max: 1_000_000 }), ({ name, text }, tokens) => {
        const { uri, format } = open(name);
        const before = format.read(uri, text);
        const result = format.setOutputCap(text, before, tokens);
        if (isRefusal(result)) return;
        const edited = applyEdits(text, result);
        const after = format.read(uri, edited);
        assert.equal(after.document.outputCap?.value, tokens);
        assert.equal(after.document.model?.value, before.document.model?.value);
        const others = (parameters: Readonly<Record<string, { readonly value: unknown }>>) =>
          Object.entries(parameters).flatMap(([name, field]) =>
            name === after.document.outputCap?.parameter ? [] : [[name, field.value]],
          );
        assert.deepEqual(others(after.document.parameters), others(before.document.parameters));
        const first = before.document.messages[0]?.at.start ?? text.length;
        const removed = result.map(edit => text.slice(edit.start, edit.end)).filter(part => part.trim() !== '');
        assert.ok(removed.length <= 1 && removed.every(part => !part.includes('\n')), 'nothing goes but the old value and white space');
        assert.ok(result.every(edit => edit.end <= first));
        assert.equal(edited.slice(edited.length - (text.length - first)), text.slice(first));
      }),
      { numRuns: 1500 },
    );
  });

  it('keeps its lines when some are moved', () => {
    fc.assert(
      fc.property(files, fc.nat(), fc.nat({ max: 40 }), ({ name, text }, from, length) => {
        const { uri, format } = open(name);
        const start = text.length === 0 ? 0 : from % text.length;
        const result = format.moveToEndOfMessage(text, format.read(uri, text), { uri, start, end: Math.min(text.length, start + length) });
        if (isRefusal(result)) return;
        const lines = (source: string) => source.split(/\r?\n/).sort();
        assert.deepEqual(lines(applyEdits(text, result)), lines(text));
      }),
      { numRuns: 1500 },
    );
  });

  it('takes time in proportion to its length', () => {
    for (const unit of [
      '{{',
      '{{!--',
      '{#',
      '{% raw %}',
      '{{#each x}}',
      '"',
      '{{"',
      'system:\n',
      '\n',
      ' ',
      '{{x}}\n',
      '\\{{',
      '{% for a in b %}',
      '${input:',
    ]) {
      for (const name of names) {
        const { uri, format } = open(name);
        assertInProportion(50_000 / unit.length, units => format.read(uri, unit.repeat(units)), `${name}: ${unit}`);
      }
    }
  });
});
