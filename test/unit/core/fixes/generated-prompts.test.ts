import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { FIXTURES } from '../rules/fixture/cases';
import { assertFixIsRight } from '../rules/fixture/fix-properties';
import { analyseIn, DEFAULT_SETTINGS, type Files } from '../rules/fixture/project';

const RUNS = 80;

/** Lines of a prompt; `⟦0⟧` to `⟦2⟧` are values that change. */
const line = fc.constantFrom(
  'It is ⟦0⟧.',
  '⟦0⟧',
  'Time: ⟦0⟧',
  'You answer mail. Now it is ⟦0⟧, in Leeds. Be brief.',
  'Trace ⟦1⟧⟦0⟧',
  'You talk to ⟦2⟧!',
  'user name: ⟦2⟧',
  '<time>⟦0⟧</time>',
  '- at ⟦0⟧',
  '1. Note ⟦1⟧',
  '# Mail for ⟦2⟧',
  'The mail came in at ⟦0⟧',
  'and waits for an answer.',
  'You answer mail.',
  '- first point',
  '# Rules',
  'Write {"ok": true} or \\n or "quoted".',
  'Café ☕ für 🚀 all.',
  '',
);
const RULES_HERE = '⟦rules⟧';
const LONG = Array.from({ length: 110 }, (_, rule) => `Rule ${rule}: case ${rule * 7} goes to desk ${rule * 3} of the shop.`).join('\n');
const prompt = fc
  .tuple(fc.array(line, { minLength: 1, maxLength: 5 }), fc.array(line, { maxLength: 3 }), fc.constantFrom('\n', '\n\n'))
  .map(([head, tail, gap]) => [head.join('\n'), RULES_HERE, ...(tail.length > 0 ? [tail.join('\n')] : [])].join(gap));

/** How a prompt is written down in source code. */
const STYLES: Readonly<Record<string, (text: string) => { readonly file: string; readonly source: string }>> = {
  'a triple-quoted string': text => python(`f"""${pythonBody(text)}"""`),
  'a string on one line': text => python(`f"${pythonBody(text).replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`),
  // A text of many lines that is put in would keep Python from dedenting anything, so the rules are written out.
  'a dedented string': text => python(`dedent(f"""\n${indented(pythonBody(text.replace(RULES_HERE, LONG)), '        ')}\n    """).strip()`),
  'a template literal': text => typescript(`\`${typescriptBody(text)}\``),
  'a template literal on one line': text => typescript(`\`${typescriptBody(text).replaceAll('\n', '\\n')}\``),
};

const VALUES = { python: ['datetime.now()', 'trace', 'customer_name'], typescript: ['new Date().toISOString()', 'trace', 'customerName'] };

function pythonBody(text: string): string {
  return filled(text.replaceAll('\\', '\\\\').replaceAll('{', '{{').replaceAll('}', '}}'), VALUES.python, value => `{${value}}`);
}

function typescriptBody(text: string): string {
  return filled(text.replaceAll('\\', '\\\\'), VALUES.typescript, value => `\${${value}}`);
}

function filled(text: string, values: readonly string[], slot: (value: string) => string): string {
  return text.replace(RULES_HERE, slot('HANDBOOK')).replace(/⟦(\d)⟧/g, (_, index: string) => slot(values[Number(index)] ?? ''));
}

function indented(text: string, by: string): string {
  return text.replace(/^(?=.)/gm, by);
}

function python(literal: string): { readonly file: string; readonly source: string } {
  return {
    file: 'main.py',
    source: `import uuid
from datetime import datetime
from textwrap import dedent

from openai import OpenAI

from handbook import HANDBOOK

client = OpenAI()


def reply(question: str, customer_name: str):
    trace = uuid.uuid4()
    text = ${literal}
    return client.responses.create(model="gpt-5.4", max_output_tokens=9, instructions=text, input=question)
`,
  };
}

function typescript(literal: string): { readonly file: string; readonly source: string } {
  return {
    file: 'main.ts',
    source: `import OpenAI from 'openai';
import { HANDBOOK } from './handbook';

const openai = new OpenAI();

export async function reply(question: string, customerName: string) {
  const trace = Math.random();
  const instructions = ${literal};
  return openai.responses.create({ model: 'gpt-5.4', max_output_tokens: 9, instructions, input: question });
}
`,
  };
}

describe('moving values in prompts of all shapes', () => {
  const shared = ['handbook.py', 'handbook.ts'].map(
    name => [`file:///project/${name}`, readFileSync(join(FIXTURES, 'shared', name), 'utf8')] as const,
  );

  for (const [style, write] of Object.entries(STYLES)) {
    it(`keeps every promise in ${style}`, async function () {
      this.timeout(60_000);
      let fixed = 0;
      const property = fc.asyncProperty(prompt, fc.boolean(), async (text, windows) => {
        const { file, source } = write(text);
        const root = `file:///project/${file}`;
        const files: Files = new Map([...shared, [root, windows ? source.replaceAll('\n', '\r\n') : source]]);
        const analysed = await analyseIn(files, root);
        for (const finding of analysed.analysis.findings) {
          for (const fix of finding.fixes) {
            await assertFixIsRight({ files, root, settings: DEFAULT_SETTINGS, analysed, finding, fix });
            fixed += 1;
          }
        }
      });
      await fc.assert(property, { numRuns: RUNS, seed: 20_261_120 });
      assert.ok(fixed > RUNS / 5, `the property saw fixes: ${fixed}`);
    });
  }
});
