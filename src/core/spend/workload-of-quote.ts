import type { Finding, Quote, QuotePart } from '../quote/analysis';
import { type Estimate, exactly, isKnown, sum, weakest } from '../quote/basis';
import { functionName } from '../request/function-name';
import { DAYS_PER_MONTH, HOURS_PER_DAY } from './calendar';
import type { CachingToday, InputPart, Workload } from './workload';

/** How long an answer is taken to be where nobody states it and no cap bounds it, in tokens. */
export const ASSUMED_OUTPUT_TOKENS = { low: 50, value: 500, high: 2000 } as const;

/** A quote as far as money depends on it: as rules have it, or as windows do. */
type QuoteOfCall = Omit<Quote, 'site'> & { readonly site: Pick<Quote['site'], 'at' | 'identity' | 'symbol'> };

/** The request that a quote is of, as the model of spend sees it. `path`: of its file, which is its feature where none is stated; `findings`: of the file. */
export function workloadOf(quote: QuoteOfCall, path: string, findings: readonly Finding[] = []): Workload {
  const { site, model, prefix, stated } = quote;
  const input = inputTokens(quote.parts);
  const isPriced = model?.price !== undefined && isKnown(quote.inputUsd);
  return {
    id: `${site.at.uri}#${site.identity}`,
    label: functionName(site) || path.slice(path.lastIndexOf('/') + 1),
    feature: stated?.feature ?? path,
    ...(isPriced ? { model } : {}),
    whyUnpriced: isPriced ? '' : quote.inputUsd.why || 'the price of the model is not known',
    tokens: { ...input, output: stated?.outputTokens ?? assumedOutput(quote), reasoning: exactly(0) },
    ...(stated?.callsPerMonth === undefined ? {} : { callsPerMonth: stated.callsPerMonth }),
    hoursPerMonth: stated?.hoursPerMonth ?? DAYS_PER_MONTH * HOURS_PER_DAY,
    prefixTokens: prefix.tokens,
    ...fixedPrefix(quote, input, findings),
    steadyInConversation: prefix.byScope.oneConversation.value >= input.tools.value + input.system.value,
    prefixValues: stated?.distinctPrefixes ?? 1,
    caching: cachingToday(quote),
    retriesPerCall: exactly(0),
    ...(quote.outputCapTokens === undefined ? {} : { outputCapTokens: quote.outputCapTokens }),
    ...(stated?.growthPerMonth === undefined ? {} : { growthPerMonth: stated.growthPerMonth }),
    ...(stated?.conversation === undefined ? {} : { conversation: stated.conversation }),
    ...(stated?.agent === undefined ? {} : { agent: stated.agent }),
  };
}

/** Up to its cap, as the other windows have it; without one, a default that somebody has to replace. */
function assumedOutput({ outputCapTokens, outputCapWhy }: QuoteOfCall): Estimate {
  if (outputCapTokens === 0) return { ...exactly(0), why: outputCapWhy };
  if (outputCapTokens !== undefined) {
    const why = 'answers are taken to be as long as their cap (state how long they are)';
    return { value: outputCapTokens, low: 0, high: outputCapTokens, basis: 'estimated', why };
  }
  const { low, value, high } = ASSUMED_OUTPUT_TOKENS;
  const why = `answers of ${value} tokens are assumed where no cap bounds them, between ${low} and ${high.toLocaleString('en-US')} (state how long they are)`;
  return { value, low, high, basis: 'assumed', why };
}

/** Rules whose fixes move what changes behind what stays, or the breakpoint before it. */
const MOVING_RULES: readonly string[] = ['no-dynamic-prefix', 'no-ineffective-cache-breakpoint'];

/** Where such a fix is offered, tools and instructions are the prefix afterwards, as far as their size is known. */
function fixedPrefix(
  { site }: QuoteOfCall,
  { tools, system }: Pick<Record<InputPart, Estimate>, 'tools' | 'system'>,
  findings: readonly Finding[],
) {
  const isMoved = findings.some(({ rule, fixes, site: of }) => of === site.identity && fixes.length > 0 && MOVING_RULES.includes(rule));
  if (!isMoved) return {};
  const known = sum([tools, system]);
  return {
    fixedPrefixTokens: Number.isFinite(known.high) ? known : { ...known, high: known.value, basis: weakest(known.basis, 'estimated') },
  };
}

function inputTokens(parts: readonly QuotePart[]): Readonly<Record<InputPart, Estimate>> {
  const of = (wanted: InputPart): Estimate => {
    const tokens = parts.flatMap(({ label, tokens: all, retrieved }) => [
      ...(partOf(label) === wanted ? [retrieved?.rest ?? all] : []),
      ...(wanted === 'retrieved' && retrieved !== undefined ? [retrieved.tokens] : []),
    ]);
    return tokens.length === 0 ? exactly(0) : sum(tokens);
  };
  return { tools: of('tools'), system: of('system'), history: of('history'), retrieved: of('retrieved'), query: of('query') };
}

/** A response schema is sent like a tool; what frames messages goes with the question. */
function partOf(label: string): InputPart {
  if (/^(?:tools|response schema)/.test(label)) return 'tools';
  if (/^(?:system|developer)/.test(label)) return 'system';
  return label.startsWith('history') ? 'history' : 'query';
}

function cachingToday({ model, prefix, inputTokens }: QuoteOfCall): CachingToday {
  const { mode, wholeRequestOnly = false } = model?.caching ?? {};
  const isAllWritten = prefix.writtenTokens.value > 0 && prefix.writtenTokens.value >= inputTokens.value * WHOLE;
  return {
    readTokens: prefix.cachedTokens,
    writtenTokens: prefix.writtenTokens,
    longTtl: prefix.longTtl,
    // Where any prefix is matched, or the whole request is written, the next turn finds it. An explicit breakpoint before a part whose
    // size nobody knows only seems to stand behind the whole.
    coversConversation: mode === 'automatic' ? !wholeRequestOnly || isAllWritten : isAllWritten && Number.isFinite(inputTokens.high),
  };
}

/** Messages are framed by a few tokens that are not written. */
const WHOLE = 0.99;
