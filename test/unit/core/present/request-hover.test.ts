import assert from 'node:assert/strict';
import fc from 'fast-check';
import { escapeMarkdown } from '../../../../src/core/present/markdown';
import { numeralsOf } from '../../../../src/core/present/numerals';
import { priceCard } from '../../../../src/core/present/price-card';
import { requestHover } from '../../../../src/core/present/request-hover';
import { requestTable } from '../../../../src/core/present/request-table';
import { exactly, isKnown, sum } from '../../../../src/core/quote/basis';
import { band, model, part, quote, site, span, unknown } from './quote-sample';

const numerals = numeralsOf();

describe('request hover', () => {
  it('shows the table, the call, the prefix and the sources', () => {
    const links = [{ label: 'Explain', href: 'command:promptfare.showExplanation?%5B%5D' }];
    assert.equal(
      requestHover(quote, [], links, numerals),
      [
        '**claude\\-sonnet\\-5\\-5** · anthropic\\-messages · [Explain](command:promptfare.showExplanation?%5B%5D)',
        '',
        '**At most $14.53 per 1k calls** ($0.0145 each): input $4.29, output $10.24 for 1,024 tok.',
        '',
        '| Part | Tokens | $\u00a0per\u00a01k\u00a0calls | Why |',
        '| :-- | --: | --: | :-- |',
        '| system | ≈1,980 | $3.96 | cacheable; static text |',
        '| user | ≈163 | $0.33 | question |',
        '| **Input** | **≈2,143** | **$4.29** | nothing read from a cache |',
        '',
        'Cacheable prefix: **≈1,980 tok**, cached as it stands (over the minimum of 512). Input read from the cache: $0.524 per 1k calls.',
        '',
        'Tokens: no public tokenizer.  ',
        'Prices: anthropic.com/pricing, checked 2026\\-11\\-01.',
      ].join('\n'),
    );
  });

  it('names all APIs that a call may be of', () => {
    const [heading] = requestHover({ ...quote, site: { ...site, otherApis: ['openai-chat'] } }, [], [], numerals).split('\n');
    assert.equal(heading, '**claude\\-sonnet\\-5\\-5** · anthropic\\-messages or openai\\-chat');
  });

  it('says that model and cap are defaults, which callers may replace', () => {
    const { model, outputCap } = site;
    const left = {
      ...site,
      model: { ...model, provenance: 'default' as const, why: 'the default of the parameter model' },
      outputCap: { ...outputCap, byDefault: true as const },
    };
    assert.deepEqual(
      requestHover({ ...quote, site: left }, [], [], numerals)
        .split('\n')
        .slice(0, 3),
      [
        '**claude\\-sonnet\\-5\\-5**, the default of the parameter model · anthropic\\-messages',
        '',
        '**By default at most $14.53 per 1k calls** ($0.0145 each): input $4.29, output $10.24 for 1,024 tok, unless a caller passes another cap.',
      ],
    );
  });

  it('names the input as the table has it, where nothing bounds the output', () => {
    const { outputCapTokens: _, ...open } = quote;
    const parts = [
      part('response schema', band(48, 44, 52), band(0.00012, 0.00011, 0.00013)),
      part('user', band(104, 104, Number.POSITIVE_INFINITY), band(0.00026, 0.00026, Number.POSITIVE_INFINITY)),
      part('framing', band(7, 3, 11), band(0.000018, 0.000008, 0.000028)),
    ];
    const inputTokens = sum(parts.map(({ tokens }) => tokens));
    const inputUsd = sum(parts.flatMap(({ usd }) => (isKnown(usd) ? [usd] : [])));
    const text = requestHover(
      { ...open, parts, inputTokens, inputUsd, maxOutputUsd: unknown(''), maxCallUsd: unknown('') },
      [],
      [],
      numerals,
    );
    const said = /\*\*(\$[\d.]+\+) per 1k calls\*\* for the input/.exec(text)?.[1];
    assert.ok(said !== undefined && text.includes(`| **Input** | **≈159+** | **${said}** |`), text);
  });

  it('names cheaper models with what the request would cost', () => {
    const cheaper = [
      { id: 'claude-haiku-5-5', usd: exactly(0.0009), of: 'call', saves: 0.938 },
      { id: 'claude-tiny', usd: exactly(0.0001), of: 'input', saves: 0.5 },
    ] as const;
    assert.ok(
      requestHover({ ...quote, cheaper }, [], [], numerals).includes(
        '\n\nCheaper, and compatible: claude\\-haiku\\-5\\-5 $0.90 per 1k (−94%) · claude\\-tiny $0.10 per 1k, input (−50%).\n\n',
      ),
      requestHover({ ...quote, cheaper }, [], [], numerals),
    );
  });

  it('says what cuts the prefix', () => {
    const cut = { at: span(1, 2), label: 'datetime.now()', why: 'a clock: changes with every call' };
    const text = requestHover({ ...quote, prefix: { ...quote.prefix, state: 'not-asked', cut } }, [], [], numerals);
    assert.match(
      text,
      /cacheable, but the request doesn’t ask for it \(over the minimum of 512\)\. It ends at `datetime\.now\(\)`: a clock: changes with every call\./,
    );
  });

  it('says why a finding cannot be fixed', () => {
    const finding = {
      rule: 'r',
      at: span(1, 2),
      message: 'A `clock` |',
      certainty: 'suspected',
      severity: 'warning',
      site: site.identity,
    } as const;
    const text = requestHover(quote, [{ ...finding, fixes: [], unfixable: 'two callers' }], [], numerals);
    assert.match(text, /^- Suspected: A `clock` \\\| Can’t be fixed for you: two callers$/m);
  });

  it('writes an unknown price out', () => {
    const none = unknown('gpt-99 is in no catalogue');
    const text = requestHover({ ...quote, inputUsd: none, maxOutputUsd: none, maxCallUsd: none }, [], [], numerals);
    assert.match(text, /^Price unknown: gpt\\-99 is in no catalogue\. Output: 1,024 tok\.$/m);
    assert.doesNotMatch(text, /per 1k calls\*\*/);
  });

  it('says once why no model is known', () => {
    const none = unknown('model unknown (comes from the parameter model)');
    const model = { candidates: [], provenance: 'caller', why: 'comes from the parameter model' } as const;
    const cap = { state: 'absent', parameter: 'max_tokens', required: false } as const;
    const { model: _, outputCapTokens: __, ...rest } = quote;
    const unread = {
      ...rest,
      site: { ...site, model, outputCap: cap },
      outputCapWhy: 'no output cap',
      inputUsd: none,
      maxOutputUsd: none,
      maxCallUsd: none,
    };
    const text = requestHover(unread, [], [], numerals);
    assert.match(text, /^Price unknown\. Output: no output cap\.$/m);
    assert.equal(text.split('comes from the parameter model').length, 2);
  });

  it('says that there is more than it can count', () => {
    const more = {
      ...quote,
      inputUsd: band(0.0062, 0.0062, Number.POSITIVE_INFINITY),
      maxCallUsd: band(0.01644, 0.01644, Number.POSITIVE_INFINITY),
    };
    const line = /^\*\*\$16\.44\+ per 1k calls\*\* \(\$0\.0164\+ each\): input \$6\.20\+, output \$10\.24 for 1,024 tok\.$/m;
    assert.match(requestHover(more, [], [], numerals), line);
  });

  it('takes the upper end of a wide band for "at most"', () => {
    const wide = { ...quote, inputUsd: band(0.02, 0.004, 0.05), maxCallUsd: band(0.03024, 0.01424, 0.06024) };
    assert.match(requestHover(wide, [], [], numerals), /\*\*At most \$60\.24 per 1k calls\*\*.*: input \$50\.00, output \$10\.24 /);
  });
});

describe('request table', () => {
  it('merges the rest of a long list into one row', () => {
    const parts = Array.from({ length: 14 }, (_, index) => part(`user ${index + 1}`, exactly(10), exactly(0.00002)));
    const rows = requestTable({ ...quote, parts }, numerals)
      .split('\n')
      .slice(2);
    assert.equal(rows.length, 13);
    assert.deepEqual(rows.slice(-2), [
      '| 3 more parts | 30 | $0.06 |  |',
      '| **Input** | **140** | **$0.28** | nothing read from a cache |',
    ]);
  });

  it('writes ranges that add up where a hole dominates', () => {
    const parts = [part('system', exactly(1980), exactly(0.00396)), part('history', band(1000, 0, 4000), band(0.002, 0, 0.008))];
    const wide = { ...quote, inputTokens: sum(parts.map(p => p.tokens)), inputUsd: sum(parts.map(p => p.usd).filter(isKnown)), parts };
    assert.deepEqual(requestTable(wide, numerals).split('\n').slice(2), [
      '| system | 1,980 | $3.96 |  |',
      '| history | 0–4,000 | $0.00–$8.00 |  |',
      '| **Input** | **1,980–5,980** | **$3.96–$11.96** | nothing read from a cache |',
    ]);
  });

  it('says that a part is little where nothing is left of it when it is rounded, and adds up all the same', () => {
    const little = part('framing', band(4, 3, 5), band(0.000012, 0.000009, 0.000015));
    const rows = (system: ReturnType<typeof part>) =>
      requestTable({ ...quote, parts: [system, little] }, numerals)
        .split('\n')
        .slice(2);
    assert.deepEqual(rows(part('system', band(40_000, 38_000, 42_000), band(0.0012, 0.00114, 0.00126))), [
      '| system | ≈40,000 | $1.20 |  |',
      '| framing | <100 | $0.01 |  |',
      '| **Input** | **≈40,000** | **$1.21** | nothing read from a cache |',
    ]);
    assert.deepEqual(rows(part('system', exactly(40), exactly(0.12))), [
      '| system | 40 | $120 |  |',
      '| framing | ≈4 | <$1 |  |',
      '| **Input** | **≈44** | **$120** | nothing read from a cache |',
    ]);
  });

  it('says that there is more where a part has no size at all', () => {
    const endless = band(0, 0, Number.POSITIVE_INFINITY);
    const parts = [part('system', exactly(1980), exactly(0.00396)), part('file', endless, endless)];
    assert.deepEqual(
      requestTable({ ...quote, parts }, numerals)
        .split('\n')
        .slice(2),
      [
        '| system | 1,980 | $3.96 |  |',
        '| file | unknown | unknown |  |',
        '| **Input** | **1,980+** | **$3.96+** | no cache read; \\+: parts of unknown size come on top |',
      ],
    );
  });

  it('says a reason that several rows share once, below', () => {
    const shared = 'Claude has no public tokenizer';
    const parts = ['static text', 'question'].map(own => part('p', exactly(9), exactly(0.1), true, `${own}; ${shared}`));
    const text = requestHover({ ...quote, parts, inputTokens: band(18, 17, 19, `${shared}; static text; ${shared}`) }, [], [], numerals);
    assert.match(text, /\| cacheable; static text \|\n\| p .* \| cacheable; question \|/);
    assert.match(text, /^Tokens: Claude has no public tokenizer; static text\. {2}$/m);
  });

  it('names all that was left out in one clause', () => {
    const parts = [part('user', exactly(9), exactly(0.1), false, 'without a; one of 2 texts; without b')];
    assert.match(requestTable({ ...quote, parts }, numerals), /\| without a, b; one of 2 texts \|/);
  });

  it('names all that is taken as it is by default in one clause', () => {
    const parts = [part('user', exactly(9), exactly(0.1), false, 'with the default of a; without c; with the default of b')];
    assert.match(requestTable({ ...quote, parts }, numerals), /\| with the default of a, b; without c \|/);
  });

  it('says how far a part is cacheable', () => {
    const cut = { at: span(210, 215), label: 'datetime.now()', why: 'reads the clock' };
    const text = requestTable(
      { ...quote, parts: [part('system', exactly(9), exactly(0.1), true)], prefix: { ...quote.prefix, cut } },
      numerals,
    );
    assert.match(text, /\| cacheable up to datetime\.now\\\(\\\) \|/);
  });

  it('keeps prompt text from becoming markup', () => {
    const evil = part('a | b](command:evil) <img src=x> `c`', exactly(2143), exactly(0.004286));
    const text = requestTable({ ...quote, inputTokens: exactly(2143), inputUsd: exactly(0.004286), parts: [evil] }, numerals);
    assert.match(text, /\| a \\\| b\\]\\\(command:evil\\\) &lt;img src=x&gt; \\`c\\` \|/);
  });

  it('adds up as printed, whatever the parts', () => {
    const anyParts = fc.array(
      fc.record({ tokens: fc.double({ min: 0, max: 50_000, noNaN: true }), spread: fc.double({ min: 0, max: 3, noNaN: true }) }),
      { minLength: 1, maxLength: 20 },
    );
    fc.assert(
      fc.property(anyParts, fc.double({ min: 0.01, max: 100, noNaN: true }), (sizes, usdPerMillion) => {
        const parts = sizes.map(({ tokens, spread }) => {
          const estimate = band(tokens, tokens / (1 + spread), tokens * (1 + spread));
          const perToken = usdPerMillion / 1e6;
          return part('p', estimate, band(tokens * perToken, estimate.low * perToken, estimate.high * perToken));
        });
        const text = requestTable({ ...quote, inputTokens: sum(parts.map(p => p.tokens)), parts }, numerals);
        const rows = text.split('\n').slice(2);
        for (const column of [2, 3]) {
          const cells = rows.map(row => ends((row.split(' | ')[column - 1] ?? '').replace(/\*/g, '')));
          for (const end of [0, 1] as const) {
            const added = cells.slice(0, -1).reduce((total, cell) => total + cell[end], 0);
            assert.ok(Math.abs(added - (cells.at(-1)?.[end] ?? Number.NaN)) < 1e-9 * Math.max(1, added), text);
          }
        }
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});

function ends(cell: string): readonly [number, number] {
  const [low = '', high = low] = cell.split('–');
  // Less than a step adds none.
  const number = (text: string) => (text.startsWith('<') ? 0 : Number(text.replace(/[≈$,]/g, '')));
  return [number(low), number(high)];
}

describe('price card', () => {
  it('lists what the catalogue knows and its source', () => {
    assert.equal(
      priceCard(model, numerals),
      [
        '| Claude Sonnet 5.5 | claude\\-sonnet\\-5\\-5 |',
        '| :-- | --: |',
        '| Input | $2.00 per 1M tokens |',
        '| Cached input, read | $0.10 per 1M tokens |',
        '| Cached input, written | $2.50 per 1M tokens, $4.00 (long) |',
        '| Output | $10.00 per 1M tokens |',
        '| Batch | 50% of these prices |',
        '| Context | 1,000,000 tok |',
        '| Largest output | 64,000 tok |',
        '| Shortest cached prefix | 512 tok |',
        '| Above 200,000 tok of input | $4.00 per 1M tokens in, $15.00 per 1M tokens out |',
        '',
        'Prices: anthropic.com/pricing, checked 2026\\-11\\-01.',
      ].join('\n'),
    );
  });

  it('says unknown where the catalogue is silent, never 0', () => {
    const source = { ...model.priceSource, thirdParty: true };
    const card = priceCard({ id: 'x', provider: 'p', name: 'X', tiers: [], priceSource: source, announced: [] }, numerals);
    assert.match(card, /\| Input \| unknown \|/);
    assert.doesNotMatch(card, /\$0/);
    assert.match(card, /a third party’s reading\.$/);
  });
});

describe('escaping', () => {
  it('leaves no link, address, entity or line break', () => {
    assert.equal(escapeMarkdown('see http://x.y\n&amp; me@x.y www.z.de'), 'see http&#58;//x.y &amp;amp; me&#64;x.y www&#46;z.de');
  });
  it('shortens by whole characters', () => assert.equal(escapeMarkdown('😀😀😀😀', 3), '😀😀…'));
});
