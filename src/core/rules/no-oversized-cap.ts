import * as z from 'zod';
import { setCap } from '../fixes/set-cap';
import { usdText } from '../present/finding-money';
import { groupedDigits } from '../present/grouped-digits';
import { costOf } from '../prices/cost';
import type { ModelFacts } from '../prices/model';
import { isKnown } from '../quote/basis';
import type { SiteQuote } from '../quote/site-quote';
import { answersChat } from '../routing/compatibility';
import { thinkingOf } from '../routing/thinking';
import { isRefusal } from '../source/edit';
import { contains } from '../source/span';
import { answerSize } from './answer-size';
import { optionsOf } from './options';
import type { Draft, Rule, RuleContext } from './rule';

const OPTIONS = z.object({
  timesTooHigh: z.number().min(1).default(8).describe('From how many times what the prompt asks for on a cap is too high.'),
  leastHighTokens: z
    .number()
    .int()
    .min(1)
    .default(2048)
    .describe('Smaller caps are never too high: they cost little even if they are reached.'),
  tooLowTokens: z.number().int().min(0).default(512).describe('Up to this cap most answers of a model that thinks end before they begin.'),
});
/** What a model that thinks needs besides the answer, as for `require-output-cap`. */
const ROOM_FOR_THINKING_TOKENS = 8192;

export const rule: Rule = {
  id: 'no-oversized-cap',
  summary: 'A cap far above the answer that the prompt asks for, or too low for a model that thinks',
  defaultSeverity: 'hint',
  reveals: [],
  options: OPTIONS,
  check,
};

function check(context: RuleContext): readonly Draft[] {
  const { site, model } = context.quote;
  const { state, value, atMost, candidates } = site.outputCap;
  // What is worked out for each call, or chosen among several, may be as low as it should.
  const cap = state === 'set' && !atMost && candidates === undefined ? value : undefined;
  if (model?.price === undefined || cap === undefined || site.flatRate || !answersChat(site)) return [];
  // A wrapper's cap is found in the wrapper.
  if (site.via.length > 0 && (site.call === undefined || site.outputCap.at === undefined || !contains(site.call.at, site.outputCap.at)))
    return [];
  if (site.kind === 'prompt-file' && isShared(context)) return [];
  const thinking = thinkingOf(site, model);
  if (thinking === 'off') return tooHigh(context, model, cap);
  // Gemini's cap doesn't bound the thoughts of every model.
  const counts = thinking === 'on' && model.provider !== 'google';
  const { tooLowTokens } = optionsOf(rule.id, OPTIONS, context);
  return counts && cap <= tooLowTokens ? [tooLow(context, cap)] : [];
}

/** Only by what the prompt itself says of its answer's length: a schema, tools or a model's own judgement may need more. */
function tooHigh(context: RuleContext, model: ModelFacts, cap: number): readonly Draft[] {
  const { site } = context.quote;
  const answer = answerSize(site);
  const reads = site.structuredOutput === true || site.request.segments.some(({ kind }) => kind === 'tools' || kind === 'schema');
  const { timesTooHigh, leastHighTokens } = optionsOf(rule.id, OPTIONS, context);
  if (!answer.stated || reads || cap < leastHighTokens || cap < answer.tokens * timesTooHigh) return [];
  const [now, then] = [outputUsd(context.quote, model, cap), outputUsd(context.quote, model, answer.tokens)];
  if (now === undefined || then === undefined) return [];
  const { parameter } = site.outputCap;
  const message = `${parameter} allows ${groupedDigits(cap)} tokens, though ${groupedDigits(answer.tokens)} leave room for ${answer.why}: one call that runs on can cost ${now} instead of ${then}.`;
  return [
    draft(context, answer.tokens, message, `Lower ${parameter} to ${groupedDigits(answer.tokens)} (worst case ${now} → ${then} a call)`),
  ];
}

function tooLow(context: RuleContext, cap: number): Draft {
  const { site, model } = context.quote;
  const { parameter } = site.outputCap;
  const tokens = answerSize(site).tokens + ROOM_FOR_THINKING_TOKENS;
  const most = model?.maxOutputTokens;
  const raised = most === undefined ? tokens : Math.min(tokens, most);
  const message = `${parameter} of ${groupedDigits(cap)} counts what ${model?.id ?? 'the model'} thinks: it may think all of it, and you pay for an empty answer. Set a lower effort, or leave room.`;
  return draft(context, raised, message, `Raise ${parameter} to ${groupedDigits(raised)}`);
}

/** Prompts of one file, or prompts with one settings file, may have one cap, which has to do for all of them. */
function isShared({ quote, quotes }: RuleContext): boolean {
  const { file, at } = quote.site.outputCap;
  return file !== undefined || quotes.some(other => other !== quote && other.site.outputCap.at?.start === at?.start);
}

function draft({ quote: { site }, writers }: RuleContext, tokens: number, message: string, title: string): Draft {
  const { at } = site.outputCap;
  const base = { at: at?.uri === site.at.uri ? at : site.calleeAt, message, certainty: 'suspected' } as const;
  const edits = setCap(writers, site, tokens);
  if (isRefusal(edits)) return { ...base, fixes: [], unfixable: edits.refused };
  return { ...base, fixes: [{ title, effect: 'parameters', preferred: false, edits: () => edits }] };
}

function outputUsd({ inputTokens }: SiteQuote, model: ModelFacts, tokens: number): string | undefined {
  const most = model.maxOutputTokens;
  const usd = costOf(model, { inputTokens, outputTokens: most === undefined ? tokens : Math.min(tokens, most) }).outputUsd;
  return isKnown(usd) ? usdText(usd.value) : undefined;
}
