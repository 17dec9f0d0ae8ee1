import assert from 'node:assert/strict';
import { GPT_5_4, GPT_6_LUNA, GPT_6_LUNA_LONG, GPT_6_SOL, inputUsd, type OraclePrice, SONNET_5_5 } from '../core/quote/oracle';
import { runCli } from './run-cli';

const AT = '2026-11-20T12:00:00Z';

async function priceLines(lines: readonly (object | string)[]) {
  const input = lines.map(line => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join('');
  const run = await runCli(['price', '--jsonl'], { input });
  const answers = run.stdout.split('\n').slice(0, -1);
  return { ...run, answers: answers.map(answer => JSON.parse(answer) as Record<string, unknown>) };
}

function near(actual: unknown, expected: number, about: string): void {
  assert.ok(typeof actual === 'number' && Math.abs(actual - expected) < 1e-9, `${about}: ${String(actual)} is not ${expected}`);
}

describe('promptfare price', function () {
  this.timeout(60_000);

  it('prices usage as plain arithmetic does, the cached tokens once', async () => {
    const cases: readonly (readonly [
      provider: string | undefined,
      model: string,
      price: OraclePrice,
      input: number,
      read: number,
      written: number,
    ])[] = [
      ['openai', 'gpt-5.4', GPT_5_4, 10_000, 8_192, 0],
      [undefined, 'gpt-5.4', GPT_5_4, 10_000, 0, 2_000],
      ['openai', 'gpt-6-sol', GPT_6_SOL, 12_000, 9_600, 1_000],
      ['openai', 'gpt-6-luna', GPT_6_LUNA, 272_000, 100_000, 50_000],
      ['openai', 'gpt-6-luna', GPT_6_LUNA_LONG, 272_001, 100_000, 50_000],
      ['anthropic', 'claude-sonnet-5-5', SONNET_5_5, 30_000, 20_000, 5_000],
      [undefined, 'anthropic/claude-sonnet-5-5', SONNET_5_5, 30_000, 30_000, 0],
    ];
    const outputTokens = 777;
    const run = await priceLines(
      cases.map(([provider, model, , input, read, written]) => {
        const usage = { input_tokens: input, cache_read_tokens: read, cache_write_tokens: written, output_tokens: outputTokens };
        return { ...(provider === undefined ? {} : { provider }), model, usage, timestamp: AT };
      }),
    );
    assert.equal(run.exitCode, 0);
    assert.equal(run.answers.length, cases.length);
    for (const [index, [, model, price, inputTokens, readTokens, writtenTokens]] of cases.entries()) {
      const expected = inputUsd(price, { inputTokens, readTokens, writtenTokens }) + (outputTokens * price.output) / 1_000_000;
      near(run.answers[index]?.usd, expected, model);
    }
  });

  it('knows the hour of a call by its time only', async () => {
    const at = (timestamp: string) => ({ model: 'deepseek-v4-pro', usage: { input_tokens: 1_000_000 }, timestamp });
    const { answers } = await priceLines([at('2026-11-20'), at('2026-11-20T00:00:00Z'), at('2026-11-20T02:00:00Z')]);
    assert.deepEqual(
      answers.map(({ usd, basis }) => [usd, basis]),
      [
        [0.66, 'estimated'],
        [0.66, 'exact'],
        [1.32, 'exact'],
      ],
    );
    assert.match(String(answers[0]?.why), /depends on the hour/);
  });

  it('prices each call at its own time', async () => {
    const at = (model: string, timestamp: string) => ({ model, usage: { input_tokens: 1_000_000 }, timestamp });
    const run = await priceLines([
      at('o3', '2025-06-09'),
      at('o3', '2025-06-10'),
      at('deepseek-v4-pro', '2026-11-20T00:59:59Z'),
      at('deepseek-v4-pro', '2026-11-20T01:00:00+00:00'),
      // The same minute, said in Shanghai: still peak.
      at('deepseek-v4-pro', '2026-11-20T09:00:00+08:00'),
      // A Saturday.
      at('deepseek-v4-pro', '2026-11-21 02:00:00.123456'),
      at('deepseek-v4-pro', '2026-08-14T02:00:00Z'),
      at('gemini-3.8-flash', '2027-01-01T00:00:00Z'),
    ]);
    assert.deepEqual(
      run.answers.map(({ usd, basis, effectiveFrom }) => [usd, basis, effectiveFrom]),
      [
        [10, 'exact', null],
        [2, 'exact', '2025-06-10'],
        [0.66, 'exact', '2026-08-17'],
        [1.32, 'exact', '2026-08-17'],
        [1.32, 'exact', '2026-08-17'],
        [0.66, 'exact', '2026-08-17'],
        [0.435, 'exact', null],
        [1.5, 'estimated', '2027-01-01'],
      ],
    );
  });

  it('knows no price of what is in no price list, and never says zero', async () => {
    const usage = { input_tokens: 1000, output_tokens: 10 };
    const run = await priceLines([
      { provider: 'anthropic', model: 'claude-sonnet-5-6', usage },
      { model: 'gpt-5.4-ultra', usage },
      { provider: 'azure', model: 'gpt-4o', usage },
      { provider: 'deepseek', model: 'deepseek-chat', usage, timestamp: AT },
      // The cache read alone is not known, and nothing was read: the rest is.
      { model: 'gpt-5-pro', usage: { ...usage, cache_read_tokens: 1 }, timestamp: AT },
      { model: 'gpt-5-pro', usage, timestamp: AT },
    ]);
    assert.equal(run.exitCode, 0);
    assert.deepEqual(
      run.answers.map(({ usd, basis }) => [usd, basis]),
      [...Array.from({ length: 5 }, () => [null, 'unknown']), [0.0162, 'exact']],
    );
    assert.equal(run.answers[0]?.why, 'no price of claude-sonnet-5-6 at anthropic is known');
    assert.equal(run.answers[0]?.source, null);
  });

  it("says whose price it is, and calls a third party's reading an estimate", async () => {
    const usage = { input_tokens: 1000 };
    const { answers } = await priceLines([
      { model: 'gpt-4o', usage, timestamp: AT },
      { model: 'gpt-6.1-sol', usage, timestamp: AT },
    ]);
    assert.deepEqual(answers[0], { usd: 0.0025, basis: 'exact', source: 'genai-prices 0.1.8, checked 2026-09-23', effectiveFrom: null });
    assert.equal(answers[1]?.basis, 'estimated');
    assert.match(String(answers[1]?.source), /third party.*, checked 2026-11-20/);
  });

  it('answers a bad line with what is wrong with it, the others all the same, and ends with 1', async () => {
    const good = { model: 'gpt-4o', usage: { input_tokens: 1000 }, timestamp: AT };
    const run = await priceLines([
      good,
      'not json',
      '',
      { ...good, usage: { input_tokens: 100, cache_read_tokens: 60, cache_write_tokens: 41 } },
      { ...good, usage: { input_tokens: -1 } },
      { ...good, usage: { output_tokens: 5 } },
      { ...good, timestamp: '2026-02-30' },
      { ...good, timestamp: 'yesterday' },
      { usage: good.usage },
      { ...good, model: ' ' },
      { ...good, usage: { input_tokens: 1000, completion_tokens: 500 } },
      good,
    ]);
    assert.equal(run.exitCode, 1);
    assert.deepEqual(
      run.answers.map(({ usd, error }) => error ?? usd),
      [
        0.0025,
        'the line is not JSON',
        'the line is empty',
        'usage: more tokens are cached than there is input; input_tokens counts all input, the cached included',
        'usage.input_tokens: must not be negative',
        'usage.input_tokens: must be a whole number of tokens',
        'timestamp: must be a date such as 2026-11-20 or 2026-11-20T09:30:00Z, not "2026-02-30"',
        'timestamp: must be a date such as 2026-11-20 or 2026-11-20T09:30:00Z, not "yesterday"',
        'model: must name a model',
        'model: must name a model',
        'usage.completion_tokens: there is no such field',
        0.0025,
      ],
    );
  });

  it('prices one call that its options describe', async () => {
    const run = await runCli([
      'price',
      '-m',
      'gpt-6-sol',
      '--input-tokens',
      '12000',
      '--cache-read-tokens',
      '9_600',
      '--output-tokens',
      '800',
      '--at',
      AT,
    ]);
    assert.equal(run.exitCode, 0);
    assert.match(run.stdout, /^\$0\.01472 +exact +- +OpenAI pricing, checked 2026-11-20$/m);
    const unknown = await runCli(['price', '-m', 'gpt-99', '--input-tokens', '1']);
    assert.equal(unknown.exitCode, 0);
    assert.match(unknown.stdout, /^unknown +unknown +- +- +no price of gpt-99 is known$/m);
  });

  it('refuses what cannot be carried out, in one line', async () => {
    for (const [args, message] of [
      [['price'], /^promptfare: give --model/],
      [['price', '-m', 'gpt-4o'], /^promptfare: give --input-tokens/],
      [['price', '-m', 'gpt-4o', '--input-tokens', '1k'], /^promptfare: --input-tokens must be a whole number/],
      [['price', '-m', 'gpt-4o', '--input-tokens', '1', '--cache-read-tokens', '2'], /^promptfare: usage: more tokens/],
      [['price', '-m', 'gpt-4o', '--input-tokens', '1', '--at', 'soon'], /^promptfare: --at: must be a date such as [^\n]*, not "soon"\n$/],
      [['price', '--jsonl', '-m', 'gpt-4o'], /^promptfare: --jsonl takes everything from standard input/],
    ] as const) {
      const run = await runCli(args);
      assert.equal(run.exitCode, 2, args.join(' '));
      assert.match(run.stderr, message);
      assert.equal(run.stderr.trimEnd().split('\n').length, 1);
    }
  });
});
