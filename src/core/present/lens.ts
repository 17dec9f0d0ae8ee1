import type { Finding, Quote } from '../quote/analysis';
import { isKnown } from '../quote/basis';
import { measuredText } from './measured';
import { modelName } from './model-name';
import { monthText } from './month';
import { isOpenEnded, type Numerals, perThousand, savedPerThousand } from './numerals';
import { prefixState } from './prefix-state';
import { sentByText } from './senders';

export type LensDensity = 'full' | 'compact' | 'tokens';

export interface LensOptions {
  readonly density: LensDensity;
  /** Replaces the density: text with `{input}`, `{cacheable}`, `{output}`, `{cost}`, `{costPer1k}`, `{perMonth}`, `{measured}`, `{model}`, `{savings}`. Empty: none. */
  readonly template: string;
  /** Lenses of cheaper calls are left out, unless they have a saving to show. US dollars; 0 shows all. */
  readonly minimumUsdPerThousandCalls: number;
}

const LENS_FIELDS = ['input', 'cacheable', 'output', 'cost', 'costPer1k', 'perMonth', 'measured', 'model', 'savings'] as const;
type LensField = (typeof LENS_FIELDS)[number];

/** The line over a call site or prompt file; undefined where the settings leave it out. */
export function lensTitle(quote: Quote, findings: readonly Finding[], options: LensOptions, numerals: Numerals): string | undefined {
  // What an object costs is what the calls on it cost.
  if (quote.site.kind === 'constructor') return undefined;
  const mine = findings.filter(finding => finding.site === quote.site.identity);
  const savings = savingsText(mine, numerals);
  if (isBelow(quote, options.minimumUsdPerThousandCalls) && savings === '') return undefined;
  const fields = lensFields(quote, savings, numerals);
  if (options.template.trim() !== '') return fillTemplate(options.template, fields);
  return fillTemplate(TEMPLATES[options.density], fields);
}

const TEMPLATES: Readonly<Record<LensDensity, string>> = {
  full: '{input} in {cacheable} → {output} · {cost} · {perMonth} · {measured} · {model} · {savings}',
  compact: '{input} → {output} · {cost} · {perMonth} · {measured} · {savings}',
  tokens: '{input} in {cacheable} → {output}',
};

function lensFields(quote: Quote, savings: string, numerals: Numerals): Readonly<Record<LensField, string>> {
  const { cost, costPer1k } = costTexts(quote, numerals);
  return {
    input: isOpenEnded(quote.inputTokens) && quote.inputTokens.value <= 0 ? '?' : numerals.tokens(quote.inputTokens),
    cacheable: cacheableText(quote, numerals),
    output: outputText(quote, numerals),
    cost,
    costPer1k,
    perMonth: monthText(quote, numerals),
    measured: measuredText(quote, numerals),
    // A reference model is for prompts of which nobody knows who sends them.
    model: sentByText(quote) === '' ? (modelName(quote) ?? '') : '',
    savings,
  };
}

function cacheableText(quote: Quote, numerals: Numerals): string {
  const { tokens } = quote.prefix;
  const { state } = prefixState(quote);
  if (tokens.high <= 0) return '';
  if (state === 'cached' || state === 'not-asked') return `(${numerals.tokens(tokens)} cacheable)`;
  return state === 'straddles-minimum' ? `(${numerals.tokens(tokens)} perhaps cacheable)` : '';
}

function outputText(quote: Quote, numerals: Numerals): string {
  const { state, byDefault } = quote.site.outputCap;
  // An embedding is no text that could be long.
  if (quote.outputCapTokens === 0) return '';
  const cap = quote.outputCapTokens === undefined ? undefined : `≤${numerals.integer(quote.outputCapTokens)} out`;
  if (state === 'unknown') return cap ?? 'cap unknown';
  if (state === 'absent') return cap === undefined ? 'no cap' : `${cap} (no cap)`;
  return cap === undefined || !byDefault ? (cap ?? '') : `${cap} by default`;
}

function costTexts(quote: Quote, numerals: Numerals): { readonly cost: string; readonly costPer1k: string } {
  const same = (text: string) => ({ cost: text, costPer1k: text });
  // A wrapper's inner call is its callers' spend, where there are any; here its price would be counted twice.
  if (quote.site.isWrapper) return same('left to its callers');
  const sentBy = sentByText(quote);
  if (sentBy !== '') return same(sentBy);
  if (isKnown(quote.maxCallUsd)) {
    return { cost: `${numerals.usd(quote.maxCallUsd)}/call`, costPer1k: `${numerals.usd(perThousand(quote.maxCallUsd))}/1k` };
  }
  if (isKnown(quote.inputUsd)) {
    return { cost: `${numerals.usd(quote.inputUsd)}/call + output`, costPer1k: `${numerals.usd(perThousand(quote.inputUsd))}/1k + output` };
  }
  if (quote.site.flatRate) return same('tokens only');
  if (quote.site.model.provenance === 'absent' && quote.model === undefined) return same('names no model: click to choose one');
  return same(`price unknown: ${quote.inputUsd.why}`);
}

/** What each fix saves alone. Savings of several fixes are not added up: they are not the sum. */
function savingsText(findings: readonly Finding[], numerals: Numerals): string {
  const savings = findings.map(finding => finding.saving).filter(saving => saving !== undefined && isKnown(saving));
  const known = savings.filter(isKnown).sort((a, b) => b.value - a.value);
  const [largest] = known;
  if (largest === undefined) return '';
  const amount = `−${savedPerThousand(largest, numerals)}/1k`;
  return known.length === 1 ? `1 saving ${amount}` : `${known.length} savings, the largest ${amount}`;
}

/** Compares the worst case, so that nothing dear is hidden; what has no known price is always shown. */
function isBelow(quote: Quote, usdPerThousandCalls: number): boolean {
  const money = isKnown(quote.maxCallUsd) ? quote.maxCallUsd : undefined;
  return money !== undefined && money.high * 1000 < usdPerThousandCalls;
}

/** Fills a template; a field that is empty takes its separator along. Braces that name no field stay as they are. */
function fillTemplate(template: string, fields: Readonly<Record<LensField, string>>): string {
  const filled = template.split(' · ').flatMap(part => {
    const names = LENS_FIELDS.filter(name => part.includes(`{${name}}`));
    const text = names.reduce((result, name) => result.split(`{${name}}`).join(fields[name]), part);
    return names.length > 0 && names.every(name => fields[name] === '')
      ? []
      : [
          text
            .replace(/ {2,}/g, ' ')
            .replace(/ →\s*$/, '')
            .trim(),
        ];
  });
  return filled.join(' · ');
}
