import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getEncoding } from 'js-tiktoken';
import type { Analysed } from '../../../../src/core/quote/analysed';
import type { Finding, Quote } from '../../../../src/core/quote/analysis';
import { type Estimate, isKnown, type Money } from '../../../../src/core/quote/basis';
import { isRefusal } from '../../../../src/core/source/edit';
import { FIXTURES } from '../rules/fixture/cases';
import { applied } from '../rules/fixture/edit-properties';
import { analyseIn, type Files } from '../rules/fixture/project';
import * as oracle from './oracle';

const ROOT = 'file:///project/mail.py';
const HANDBOOK_FILE = readFileSync(join(FIXTURES, 'shared/handbook.py'), 'utf8');
const HANDBOOK = /HANDBOOK = """([\s\S]*?)"""/.exec(HANDBOOK_FILE)?.[1] ?? '';
const encoding = getEncoding('o200k_base');
const tokens = (text: string) => encoding.encode(text).length;

function python(call: string): Files {
  const head = `from datetime import datetime
import anthropic
from openai import OpenAI
from handbook import HANDBOOK

openai = OpenAI()
claude = anthropic.Anthropic()

def reply(question: str):
    return `;
  return new Map([
    ['file:///project/handbook.py', HANDBOOK_FILE],
    [ROOT, `${head}${call}\n`],
  ]);
}

interface Mended {
  readonly before: Quote;
  readonly after: Quote;
  readonly finding: Finding;
}

/** Quotes the only call before and after its fix for a changing prefix. */
async function mended(files: Files): Promise<Mended> {
  const analysed = await analyseIn(files, ROOT);
  const finding = analysed.analysis.findings.find(each => each.rule === 'no-dynamic-prefix');
  const edits = analysed.edit(finding?.fixes[0]?.id ?? '');
  assert.ok(finding && !isRefusal(edits));
  return { before: only(analysed), after: only(await analyseIn(applied(files, edits), ROOT)), finding };
}

function only({ analysis }: Analysed): Quote {
  const [quote, ...others] = analysis.quotes;
  assert.ok(quote && others.length === 0, 'there is one call');
  return quote;
}

function known(money: Money | undefined): Estimate {
  assert.ok(money && isKnown(money), JSON.stringify(money));
  return money;
}

function near(actual: Money | undefined, expected: number, what: string, tolerance = 1e-9): void {
  assert.ok(Math.abs(known(actual).value - expected) <= tolerance, `${what}: ${known(actual).value}, by hand ${expected}`);
}

describe('prices against plain arithmetic', () => {
  it('has a text worth caching', () => assert.ok(tokens(HANDBOOK) > 1024));

  it('OpenAI that caches by itself: gpt-5.4', async () => {
    const { before, after, finding } = await mended(
      python(
        'openai.responses.create(model="gpt-5.4", max_output_tokens=700, instructions=f"It is {datetime.now()}.\\n\\n{HANDBOOK}", input=question)',
      ),
    );
    const framing = oracle.openaiFramingTokens(2);
    const inputBefore = tokens('It is ') + tokens(`.\n\n${HANDBOOK}`) + framing;
    const costBefore = oracle.inputUsd(oracle.GPT_5_4, { inputTokens: inputBefore });
    near(before.inputUsd, costBefore, 'input, nothing cached');
    near(before.cachedInputUsd, costBefore, 'the head is too short to be read from the cache');
    near(before.steadyInputUsd, costBefore, 'steady');
    near(before.maxOutputUsd, (700 * 15) / 1e6, 'output');
    near(before.maxCallUsd, costBefore + (700 * 15) / 1e6, 'most a call can cost');

    const prefix = tokens(`${HANDBOOK}\n\nIt is `);
    const inputAfter = prefix + tokens('.') + framing;
    const read = oracle.openaiCachedTokens(prefix);
    const first = oracle.inputUsd(oracle.GPT_5_4, { inputTokens: inputAfter });
    const later = oracle.inputUsd(oracle.GPT_5_4, { inputTokens: inputAfter, readTokens: read });
    assert.equal(after.prefix.tokens.value, prefix);
    assert.equal(after.prefix.cachedTokens.value, read);
    near(after.inputUsd, first, 'input, nothing cached');
    near(after.cachedInputUsd, later, 'input, prefix read');
    near(after.steadyInputUsd, oracle.steadyUsd(first, later), 'steady');
    near(after.maxCallUsd, first + (700 * 15) / 1e6, 'most a call can cost');
    // What is promised is counted before the edit, so a token may fall differently.
    near(finding.saving, costBefore - oracle.steadyUsd(first, later), 'saving', (4 * 2.5) / 1e6);
  });

  // Framing is not published (up to 8 tokens a message), and each stretch of text is rounded once.
  const SLACK = (12 * 2.5) / 1e6;

  for (const [ttl, price, marker] of [
    ['five minutes', oracle.SONNET_5_5, '{"type": "ephemeral"}'],
    ['an hour', oracle.SONNET_5_5_FOR_AN_HOUR, '{"type": "ephemeral", "ttl": "1h"}'],
  ] as const) {
    it(`Anthropic with a breakpoint for ${ttl}: claude-sonnet-5-5`, async () => {
      const block = `{"type": "text", "text": f"It is {datetime.now()}.\\n\\n{HANDBOOK}", "cache_control": ${marker}}`;
      const { before, after, finding } = await mended(
        python(
          `claude.messages.create(model="claude-sonnet-5-5", max_tokens=600, system=[${block}], messages=[{"role": "user", "content": question}])`,
        ),
      );
      // Claude has no public tokenizer: between 1.25 and 1.56 times o200k.
      for (const quote of [before, after]) {
        const plain = tokens(HANDBOOK);
        assert.ok(quote.inputTokens.low >= plain * 1.25 && quote.inputTokens.value <= (plain + 20) * 1.56 + 8, 'in the published band');
      }
      const factor = before.inputTokens.value / (tokens('It is ') + tokens(`.\n\n${HANDBOOK}`));
      const all = before.inputTokens.value;
      const writes = oracle.inputUsd(price, { inputTokens: all, writtenTokens: (tokens('It is ') + tokens(`.\n\n${HANDBOOK}`)) * factor });
      near(before.inputUsd, writes, 'each call writes', SLACK);
      near(before.cachedInputUsd, writes, 'and none reads', SLACK);
      near(before.steadyInputUsd, writes, 'steady', SLACK);
      near(before.maxCallUsd, known(before.inputUsd).value + (600 * 10) / 1e6, 'most a call can cost');

      const cached = tokens(HANDBOOK) * factor;
      const inputAfter = after.inputTokens.value;
      const first = oracle.inputUsd(price, { inputTokens: inputAfter, writtenTokens: cached });
      const later = oracle.inputUsd(price, { inputTokens: inputAfter, readTokens: cached });
      near(after.inputUsd, first, 'the first call writes', SLACK);
      near(after.cachedInputUsd, later, 'later calls read', SLACK);
      near(after.steadyInputUsd, oracle.steadyUsd(first, later), 'steady', SLACK);
      near(finding.saving, writes - oracle.steadyUsd(first, later), 'saving', 2 * SLACK);
      // A read costs a twentieth of the input, so nearly all of the written price is saved.
      assert.ok(known(finding.saving).value > (cached * (price.write - price.read) * 0.98) / 1e6);
    });
  }

  it('OpenAI from 5.6 on writes the whole request and reads none of a shared head: gpt-6-sol', async () => {
    const files = python(
      'openai.responses.create(model="gpt-6-sol", max_output_tokens=500, instructions=HANDBOOK, input=f"Mail: {question}")',
    );
    const quote = only(await analyseIn(files, ROOT));
    const text = tokens(HANDBOOK) + tokens('Mail: ');
    const cost = oracle.inputUsd(oracle.GPT_6_SOL, { inputTokens: text + oracle.openaiFramingTokens(2), writtenTokens: text });
    near(quote.inputUsd, cost, 'input');
    near(quote.cachedInputUsd, cost, 'nothing is read');
    near(quote.steadyInputUsd, cost, 'steady');
    near(quote.maxCallUsd, cost + (500 * 10) / 1e6, 'most a call can cost');
  });

  it('an explicit breakpoint there caches exactly what stands before it', async () => {
    const part = '{"type": "text", "text": HANDBOOK, "prompt_cache_breakpoint": {"mode": "explicit"}}';
    const messages = `[{"role": "system", "content": [${part}]}, {"role": "user", "content": f"Mail: {question}"}]`;
    const files = python(
      `openai.chat.completions.create(model="gpt-6-sol", max_completion_tokens=500, messages=${messages}, prompt_cache_options={"mode": "explicit"})`,
    );
    const quote = only(await analyseIn(files, ROOT));
    const cached = tokens(HANDBOOK);
    const inputTokens = cached + tokens('Mail: ') + oracle.openaiFramingTokens(2);
    const first = oracle.inputUsd(oracle.GPT_6_SOL, { inputTokens, writtenTokens: cached });
    const later = oracle.inputUsd(oracle.GPT_6_SOL, { inputTokens, readTokens: cached });
    near(quote.inputUsd, first, 'the first call writes');
    near(quote.cachedInputUsd, later, 'later calls read');
    near(quote.steadyInputUsd, oracle.steadyUsd(first, later), 'steady');
  });

  it('an unknown model has an unknown price, never none', async () => {
    const quote = only(
      await analyseIn(
        python('openai.responses.create(model="gpt-5.4-internal-7", max_output_tokens=500, instructions=HANDBOOK, input=question)'),
        ROOT,
      ),
    );
    for (const money of [quote.inputUsd, quote.cachedInputUsd, quote.steadyInputUsd, quote.maxOutputUsd, quote.maxCallUsd]) {
      assert.equal(isKnown(money), false);
      assert.ok(money.why.length > 0, 'and says why');
    }
  });

  for (const [input, price] of [
    [272_000, oracle.GPT_6_LUNA],
    [272_001, oracle.GPT_6_LUNA_LONG],
  ] as const) {
    it(`a request of ${input} input tokens is charged at one price: gpt-6-luna`, async () => {
      const text = input - oracle.openaiFramingTokens(1);
      const files = new Map([
        [
          ROOT,
          `from openai import OpenAI\nOpenAI().responses.create(model="gpt-6-luna", max_output_tokens=1000, input="${' a'.repeat(text)}")\n`,
        ],
      ]);
      const quote = only(await analyseIn(files, ROOT));
      assert.equal(quote.inputTokens.value, input);
      const cost = oracle.inputUsd(price, { inputTokens: input, writtenTokens: text });
      near(quote.inputUsd, cost, 'input');
      near(quote.maxOutputUsd, (1000 * price.output) / 1e6, 'output');
      near(quote.maxCallUsd, cost + (1000 * price.output) / 1e6, 'most a call can cost');
    });
  }
});
