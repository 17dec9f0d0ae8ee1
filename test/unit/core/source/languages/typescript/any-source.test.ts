// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the sources under test hold template literals
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, isRefusal } from '../../../../../../src/core/source/edit';
import { printer } from '../../../../../../src/core/source/languages/typescript/printer';
import type { CodeSummary } from '../../../../../../src/core/source/summary';
import type { Value, ValueOf } from '../../../../../../src/core/source/values';
import { allValues, loadLowering, uri } from './lowered';

const sources = [
  `import OpenAI from 'openai';
import { systemPrompt, type Options } from './prompts.js';

const client = new OpenAI({ apiKey: process.env.OPENAI_API_KEY });
const MODEL = 'gpt-4o-mini' as const;

export async function answer(question: string, { history = [], maxTokens = 300, ...rest }: Options = {}) {
  const messages: OpenAI.Chat.ChatCompletionMessageParam[] = [{ role: 'system', content: systemPrompt(new Date()) }];
  for (const { role, text } of history) messages.push({ role, content: text });
  if (question.length > 10) {
    messages.push({ role: 'user', content: \`Question: \${question.trim()}\\n\\nAnswer in \${rest.language ?? 'English'}.\` });
  } else messages.unshift(...history.map(({ text }) => ({ role: 'user' as const, content: text })));
  const response = await client.chat.completions.create({
    model: MODEL, messages,
    max_tokens: maxTokens, // small
    ...(rest.seed && { seed: rest.seed }),
  });
  return response.choices[0]?.message?.content ?? null;
}
`,
  `/** A chat that remembers. */
@Injectable()
export class Chat extends Base<Message> implements Runs {
  static readonly models = { fast: 'claude-haiku-4-5', big: "claude-opus-4-1" };
  #turns = 0;
  private history: Message[] = [];
  constructor(private readonly client: Anthropic, @Inject(CONFIG) readonly config?: Config) { super(); }
  get last() { return this.history.at(-1); }
  async *stream(text: string): AsyncGenerator<string> {
    this.history.push({ role: 'user', content: text });
    try {
      const [first, , third = 'x', ...others] = await Promise.all([1, 2, 3].map(async n => this.send(n)));
      yield dedent\`
        Hello, \${first}!
        \\\`code\\\` \\u{1F600} \\x41\`;
    } catch (error) { this.history.pop(); throw new Error('no ' + 'answer: ' + error); } finally { this.#turns += 1; }
    switch (this.#turns) { case 1: case 2: return; case 3: { delete this.config!.seed; break; } default: this.history.length = 0; }
  }
}
enum Level { Low = 1, High, Top = 'top' }
namespace Prompts { export const hello = 'Say \\'hello\\' \\
to them'; }
export default { Level, run: () => label(), ['a' + 1]: 2, 'b-c': [, 1] };
module.exports = { Chat };
export * from './more'; export { a as b } from "./x";
`,
];

describe('any source', () => {
  let lower: (text: string) => CodeSummary;
  let lowerJsx: (text: string) => CodeSummary;
  before(async () => {
    lower = await loadLowering();
    lowerJsx = await loadLowering('javascriptreact');
  });

  /** Sources with slices taken out, doubled or put elsewhere. */
  const damaged = fc
    .tuple(
      fc.constantFrom(...sources),
      fc.array(fc.record({ from: fc.nat(2000), length: fc.nat(60), to: fc.option(fc.nat(2000), { nil: undefined }) }), { maxLength: 6 }),
    )
    .map(([source, cuts]) =>
      cuts.reduce((text, { from, length, to }) => {
        const start = from % (text.length + 1);
        const slice = text.slice(start, start + length);
        const rest = text.slice(0, start) + text.slice(start + length);
        const at = to === undefined ? 0 : to % (rest.length + 1);
        return to === undefined ? rest : rest.slice(0, at) + slice + rest.slice(at);
      }, source),
    );

  it('is fully read when it is whole', () => {
    for (const source of sources) assert.deepEqual(lower(source).problems, []);
  });

  const assertSound = (text: string, summary: CodeSummary): void => {
    for (const value of allValues(summary)) {
      assert.ok(0 <= value.at.start && value.at.start <= value.at.end && value.at.end <= text.length);
      if (value.kind === 'text') assertMapped(text, value);
      if (value.kind === 'hole') assert.ok(value.label.length <= 40 && !/[\n\r]/.test(value.label));
      if (value.kind === 'name' || value.kind === 'function' || value.kind === 'class' || value.kind === 'self')
        assert.ok(value.scope < summary.scopes.length);
    }
    summary.scopes.forEach((scope, id) => {
      assert.equal(scope.id, id);
      for (const [index, block] of scope.blocks.entries()) assert.ok(block.id === index && block.parent < index);
      for (const effect of scope.effects) assert.ok(effect.block < scope.blocks.length);
    });
    for (const { scope, block } of summary.calls) assert.ok(block < (summary.scopes[scope]?.blocks.length ?? -1));
    assert.ok(summary.problems.length <= 1);
  };

  /** Runs cover the decoded text in order; where lengths agree, they are the source as it stands. */
  const assertMapped = (text: string, value: ValueOf<'text'>): void => {
    const { text: decoded, runs } = value.text;
    let at = 0;
    let source = value.at.start;
    for (const run of runs) {
      assert.equal(run.at, at);
      assert.ok(run.source >= source);
      at += run.length;
      source = run.source + run.sourceLength;
      if (run.length === run.sourceLength) assert.equal(text.slice(run.source, source), decoded.slice(run.at, at));
    }
    assert.equal(at, decoded.length);
    assert.ok(source <= value.at.end);
  };

  it('is lowered without an error, with spans inside of it and texts that know their source', () => {
    fc.assert(
      fc.property(damaged, text => {
        assertSound(text, lower(text));
        assertSound(text, lowerJsx(text));
      }),
      { numRuns: 50 },
    );
  });

  describe('however deep or long', () => {
    const around = (open: string, inner: string, close: string): string => open.repeat(3000) + inner + close.repeat(3000);
    const shapes: Readonly<Record<string, string>> = {
      lists: `const x = ${around('[', '1', ']')};`,
      callbacks: around('f(() => { ', 'g();', ' });'),
      conditions: `const x = ${around('a ? (', 'b', ') : c')};`,
      templates: `const x = ${around('`${', 'a', '}`')};`,
      blocks: around('if (a) { ', 'f();', ' }'),
      patterns: `const ${around('[', 'a', ']')} = b;`,
      types: `function f(a: ${around('Promise<', 'B', '>')}) {}`,
      unions: `function f(a: ${Array.from({ length: 5000 }, (_, index) => `'${index}'`).join(' | ')} | null) {}`,
      alternatives: `${'if (a) b(); else '.repeat(3000)} c();`,
      members: `const x = a${'.b()'.repeat(3000)};`,
      'sums of names': `const x = ${Array.from({ length: 5000 }, (_, index) => `a${index}`).join(' + ')};`,
      'unclosed brackets': `const x = ${'f({ a: ['.repeat(3000)}`,
    };
    for (const [what, source] of Object.entries(shapes)) it(`reads ${what}`, () => assert.equal(lower(source).kind, 'code'));
  });

  it('is lowered the same way every time', () => {
    fc.assert(
      fc.property(damaged, text => assert.deepEqual(lower(text), lower(text))),
      { numRuns: 20 },
    );
  });

  it('keeps parsing when an argument is added, and has it then', () => {
    const values = fc.oneof(fc.integer(), fc.boolean(), fc.string({ unit: 'binary' }));
    const blank = fc.constantFrom('', ' ', '\n  ', '\r\n\t', ' // note, more\n', ' /* a */ ', '\n  // above\n  ');
    const entry = fc.constantFrom(
      'a',
      'b: 1',
      "'c-d': [\n1,\n]",
      '...rest',
      'e() {}',
      'j: () => {\n // in }\n}',
      'l: class {}',
      '[f]: `g ${h}`',
      'i: { j: "k" }',
    );
    const entries = fc.array(fc.tuple(blank, entry, blank), { maxLength: 4 });
    fc.assert(
      fc.property(entries, blank, fc.boolean(), values, (parts, end, comma, value) => {
        const body = parts.map(each => each.join('')).join(',') + (comma && parts.length > 0 ? ',' : '');
        const text = `f({${body}${end}}).g();`;
        const before = lower(text).calls.find(({ call }) => call.args.length === 1);
        const edits = before === undefined ? [] : printer.insertArgument(text, before.call, 'added', value);
        if (isRefusal(edits)) assert.fail(edits.refused);
        const after = lower(applyEdits(text, edits));
        assert.deepEqual(after.problems, []);
        const options = after.calls.find(({ call }) => call.args.length === 1)?.call.args[0]?.value;
        const record = options?.kind === 'record' ? options.entries : [];
        assert.equal(record.length, parts.length + 1);
        assert.deepEqual(said(record.find(each => each.key === 'added')?.value), value);
      }),
      { numRuns: 120 },
    );
  });

  it('keeps its words when a part of a literal moves', () => {
    const bodies = fc.array(
      fc.constantFrom('a', ' ', '\\n', '\\u{41}', '\\\\', '${', '${b}', '`', "'", '$', '{', '}', '\n', '\\\n', '1', '\\0', 'é😀'),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(
        bodies,
        fc.constantFrom("'", '"', '`'),
        fc.nat(),
        fc.nat(),
        fc.constantFrom('', '\n', "'`\\${x}"),
        (pieces, quote, from, length, separator) => {
          // A bare line end is valid in templates only, though the grammar takes it anywhere.
          const body = pieces.filter(piece => quote === '`' || piece !== '\n').join('');
          const text = `const x = ${quote}${body}${quote};`;
          const before = lower(text);
          const literal = allValues(before)[0];
          const span = literal === undefined ? undefined : printer.bodyOf(text, literal);
          if (literal === undefined || span === undefined || before.problems.length > 0) return;
          const start = span.start + (from % (span.end - span.start + 1));
          const stretch = { uri, start, end: start + (length % (span.end - start + 1)) };
          const edits = printer.moveToEndOfLiteral(text, literal, stretch, separator);
          if (isRefusal(edits) || edits.length === 0) return;
          const after = lower(applyEdits(text, edits));
          assert.deepEqual(after.problems, []);
          const moved = allValues(after)[0];
          assert.deepEqual(letters(moved), letters(literal, separator));
        },
      ),
      { numRuns: 200 },
    );
  });
});

function said(value: Value | undefined): unknown {
  if (value?.kind === 'text') return value.text.text;
  return value?.kind === 'scalar' ? value.value : undefined;
}

/** All that a literal says, in no order: moving keeps every character. */
function letters(value: Value | undefined, more = ''): string {
  const parts = value?.kind === 'template' ? value.parts : [value];
  const words = parts.map(part => (part?.kind === 'text' ? part.text.text : part === undefined ? '' : `<${part.kind}>`));
  return [...words.join(''), ...more].sort().join('');
}
