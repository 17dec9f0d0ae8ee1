import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, isRefusal } from '../../../../../src/core/source/edit';
import { formatById } from '../../../../../src/core/source/formats/index';
import type { PromptDocument } from '../../../../../src/core/source/prompt-document';
import type { PromptSummary } from '../../../../../src/core/source/summary';
import { assertInProportion } from '../../../growth';

const uri = 'file:///p/a';

/** Pieces of templates, between which anything may stand. */
const words = [
  'Hello',
  '{{now}}',
  '{x}',
  '{{',
  '}}',
  '{% if a %}',
  '{% endif %}',
  '{{$y}}',
  '"',
  "'",
  '\\n',
  '\\u00e9',
  '\\',
  ': ',
  ' #',
  '<message role="user">',
  '</message>',
  '{{ _.role("user") }}',
  '{{ctx.output_format}}',
  'é',
  '😀',
  '\uD800',
  '- ',
  '\t',
];
const text = fc.array(fc.constantFrom(...words), { maxLength: 6 }).map(parts => parts.join(''));

/** Lines as these formats have them, in any order; `indent` puts text under them. */
const yamlLines: readonly string[] = [
  ...[
    'model: gpt-5',
    'model: "gpt',
    'messages:',
    '  - role: system',
    '    role: assistant',
    '- role: user',
    '    content: |',
    '    content: >-',
    '    content: |2',
    '    content: "',
    "    content: '",
    '    content: *m',
  ],
  ...[
    'modelParameters:',
    'modelParameters: {temperature: 0}',
    '  maxTokens: 5',
    '  maxTokens: many',
    '_type: prompt',
    '_type: chat',
    '_type: few_shot',
    'template: |',
    'template: "',
    'template_format: liquid',
    'template_format: jinja2',
    'prefix: a',
    'suffix: |+',
  ],
  ...[
    'execution_settings:',
    '  default:',
    '  gpt-4.1: {model_id: a}',
    '    max_tokens: 3',
    '    model_id: x',
    'prompts:',
    'prompts: |',
    '  - |',
    '  - raw: |',
    '    label: a',
    '  - file://x.txt',
    '  - \'[{"role": "user", "content": "a {{b}}"}]\'',
  ],
  ...[
    'providers:',
    'targets: [openai:a]',
    '  - openai:gpt-5',
    '  - id: google:gemini',
    '    config: {}',
    '    config:',
    '      max_tokens: 9',
    'a: &m text',
    '---',
    '# note',
    '',
    '   ',
    '\0',
  ],
];
const bamlLines: readonly string[] = [
  ...[
    'client<llm> A {',
    '  provider openai',
    '  provider "anthropic"',
    '  options {',
    '    model "gpt-5"',
    '    model env.MODEL',
    '    max_tokens 5',
    '    max_tokens',
    '    temperature 0 // c',
    '  }',
    '}',
  ],
  ...[
    'function F(x: string) -> string {',
    '  client A',
    '  client "openai/gpt-5"',
    '  prompt #"',
    '  prompt "Hi {{ x }}"',
    '  "#',
    '  ##"',
    '"##',
    'class C { a string @description(#"{"#) }',
    '// note',
    '{// block',
    '//}',
    '  strategy [A, B',
    ']',
    '',
  ],
];
const sourceOf = (lines: readonly string[]) =>
  fc
    .tuple(
      fc.array(
        fc.oneof(
          { weight: 5, arbitrary: fc.constantFrom(...lines) },
          fc.tuple(fc.constantFrom('', '  ', '      '), text).map(parts => parts.join('')),
        ),
        { maxLength: 24 },
      ),
      fc.constantFrom('\n', '\r\n'),
      fc.constantFrom('', '\uFEFF'),
    )
    .map(([parts, newline, mark]) => mark + parts.join(newline));
/** Whole files whose prompt is a block of lines, so that lines can be moved. */
const frames: Readonly<Record<string, readonly [string, string]>> = {
  'github-models': ['model: m\nmessages:\n  - role: system\n    content: |\n', '  - role: user\n    content: Hi\n'],
  langchain: ['_type: prompt\ntemplate: |\n', 'input_variables: []\n'],
  'semantic-kernel': ['template: |-\n', 'execution_settings: {default: {max_tokens: 4}}\n'],
  promptfoo: ['prompts:\n  - |\n', 'providers:\n  - openai:gpt-5\n  - openai:gpt-4o\n'],
  baml: [
    'client<llm> A {\n  provider openai\n  options {\n    model m\n  }\n}\nfunction F(x: string) -> string {\n  client A\n  prompt #"\n',
    '  "#\n}\n',
  ],
};
const framed = fc
  .record({
    id: fc.constantFrom(...Object.keys(frames)),
    lines: fc.array(fc.oneof(fc.constantFrom('One.', 'Two.', '', 'Now {{now}}', 'Now {now}', '{% if a %}', '{% endif %}'), text), {
      maxLength: 12,
    }),
    newline: fc.constantFrom('\n', '\r\n'),
  })
  .map(({ id, lines, newline }) => {
    const [head = '', tail = ''] = frames[id] ?? [];
    const body = lines.map(line => (line === '' ? '\n' : `      ${line}\n`)).join('');
    return { id, source: (head + body + tail).replaceAll('\n', newline) };
  });
const files = fc.oneof(
  framed,
  fc.record({
    id: fc.constantFrom('github-models', 'langchain', 'semantic-kernel', 'promptfoo'),
    source: fc.oneof({ weight: 9, arbitrary: sourceOf(yamlLines) }, fc.string({ unit: 'binary', maxLength: 60 })),
  }),
  fc.record({ id: fc.constant('baml'), source: sourceOf(bamlLines) }),
);

function open(id: string) {
  const format = formatById(id);
  assert.ok(format);
  return format;
}

function documentsOf({ document }: PromptSummary): readonly PromptDocument[] {
  return [document, ...(document.others ?? [])];
}

function sentBy(document: PromptDocument): unknown {
  const { messages, model } = document;
  return [
    model?.value,
    messages.map(({ role, pieces }) => [role, pieces.map(piece => (piece.kind === 'text' ? piece.text.text : `{{${piece.label}}}`))]),
  ];
}

describe('any text as a structured prompt file', () => {
  it('is read without throwing, and everything has its place in the source', () => {
    fc.assert(
      fc.property(files, ({ id, source }) => {
        const summary = open(id).read(uri, source);
        const inside = (at: { readonly start: number; readonly end: number }) =>
          assert.ok(0 <= at.start && at.start <= at.end && at.end <= source.length);
        for (const problem of summary.problems) inside(problem.at);
        for (const document of documentsOf(summary)) {
          for (const field of [document.model, document.modelReference, document.provider, document.outputCap])
            if (field !== undefined) inside(field.at);
          for (const message of document.messages) {
            inside(message.at);
            for (const piece of message.pieces) {
              if (piece.kind === 'hole') {
                inside(piece.at);
                continue;
              }
              let length = 0;
              for (const run of piece.text.runs) {
                inside({ start: run.source, end: run.source + run.sourceLength });
                assert.equal(run.at, length, 'runs cover the text');
                length += run.length;
                const shown = piece.text.text.slice(run.at, run.at + run.length);
                // A folded line end is one space.
                if (run.length === run.sourceLength && run.length > 1)
                  assert.equal(shown.replaceAll('\n', ' '), source.slice(run.source, run.source + run.length).replaceAll('\n', ' '));
              }
              assert.equal(length, piece.text.text.length);
            }
          }
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('keeps everything else when a cap is set, and gives that cap when read again', () => {
    let written = 0;
    fc.assert(
      fc.property(files, fc.integer({ min: 1, max: 1_000_000 }), ({ id, source }, tokens) => {
        const format = open(id);
        const before = format.read(uri, source);
        const result = format.setOutputCap(source, before, tokens);
        if (isRefusal(result)) return;
        written++;
        const edited = applyEdits(source, result);
        const after = format.read(uri, edited);
        assert.equal(after.document.outputCap?.value, tokens);
        assert.deepEqual(documentsOf(after).map(sentBy), documentsOf(before).map(sentBy));
        const removed = result.map(edit => source.slice(edit.start, edit.end)).filter(part => part.trim() !== '');
        assert.ok(removed.length <= 1 && removed.every(part => !part.includes('\n')), 'nothing goes but the old value');
      }),
      { numRuns: 1500 },
    );
    assert.ok(written > 50, 'the property is not empty');
  });

  it('keeps its lines when some are moved', () => {
    let moves = 0;
    fc.assert(
      fc.property(files, fc.nat(), fc.nat({ max: 40 }), ({ id, source }, from, length) => {
        const format = open(id);
        const start = source.length === 0 ? 0 : from % source.length;
        const result = format.moveToEndOfMessage(source, format.read(uri, source), {
          uri,
          start,
          end: Math.min(source.length, start + length),
        });
        if (isRefusal(result)) return;
        moves++;
        const lines = (whole: string) => whole.split(/\r?\n/).sort();
        assert.deepEqual(lines(applyEdits(source, result)), lines(source));
      }),
      { numRuns: 1500 },
    );
    assert.ok(moves > 20, 'the property is not empty');
  });

  it('takes time in proportion to its length', () => {
    const heads = {
      'github-models': 'messages:\n- role: user\n  content: |\n',
      langchain: '_type: prompt\ntemplate: |\n',
      'semantic-kernel': 'template: |\n',
      promptfoo: 'prompts:\n- |\n',
      baml: 'function F(x: string) -> string {\nprompt #"\n',
    };
    for (const [id, head] of Object.entries(heads)) {
      for (const unit of ['{{x}}\n    ', '{{', '{x}', '<message role="user">', '"', '#"', "{{ '", '{', '[', '- ', '\n', 'a\n    ']) {
        const { read } = open(id);
        assertInProportion(50_000 / unit.length, units => read(uri, `${head}    ${unit.repeat(units)}`), `${id}: ${unit}`);
      }
    }
  });
});
