import { costOf } from '../prices/cost';
import { usdText } from '../present/finding-money';
import { isKnown } from '../quote/basis';
import type { Edit, Refusal } from '../source/edit';
import { answerSize } from './answer-size';
import type { Draft, DraftFix, Rule, RuleContext } from './rule';

/** What a thinking model may think before it answers; thinking counts towards the cap. */
const ROOM_FOR_THINKING_TOKENS = 8192;

export const rule: Rule = {
  id: 'require-output-cap',
  summary: 'No output cap where the API has one, so nothing bounds what a call can cost',
  defaultSeverity: 'information',
  reveals: [],
  check,
};

function check(context: RuleContext): readonly Draft[] {
  const { site, model } = context.quote;
  if (site.outputCap.state !== 'absent' || site.outputCap.required || site.isWrapper) return [];
  // Without a price there is no money to name, and flat rates don't bill by the token.
  if (model?.price === undefined || (site.flatRate && !context.quote.modelAssumed)) return [];
  const tokens = capFor(context);
  const worst = model.maxOutputTokens;
  const most = (cap: number) => {
    const cost = costOf(model, { inputTokens: 0, outputTokens: cap }).outputUsd;
    return isKnown(cost) ? usdText(cost.value) : undefined;
  };
  const now = worst === undefined ? undefined : most(worst);
  const then = most(tokens.cap);
  if (then === undefined || (worst !== undefined && tokens.cap >= worst)) return [];
  const bound = now === undefined ? 'Nothing bounds the output' : `Nothing bounds the output: one call can write up to ${worst?.toLocaleString('en')} tokens and cost ${now}`;
  const range = now === undefined ? `worst case ${then} a call` : `worst case ${now} → ${then} a call`;
  const way = writer(context, tokens.cap);
  const fixes: readonly DraftFix[] =
    'because' in way ? [] : [{ title: `Cap the output at ${tokens.cap.toLocaleString('en')} tokens with ${way.parameter} (${range})`, kind: 'quickfix', effect: 'parameters', preferred: true, edits: way.edits }];
  return [
    {
      at: site.calleeAt,
      message: `${bound}. ${tokens.why}`,
      certainty: 'confirmed',
      fixes,
      ...('because' in way ? { unfixable: way.because } : {}),
    },
  ];
}

/** Room for what the prompt asks for, twice over; never so tight that an answer is cut. */
function capFor({ quote }: RuleContext): { readonly cap: number; readonly why: string } {
  const answer = answerSize(quote.site);
  const thinking = quote.model?.reasoning === true && !thinksNot(quote.site.parameters);
  const cap = answer.tokens + (thinking ? ROOM_FOR_THINKING_TOKENS : 0);
  const room = thinking ? ` and ${ROOM_FOR_THINKING_TOKENS.toLocaleString('en')} for thinking` : '';
  return { cap, why: `A cap of ${cap.toLocaleString('en')} leaves room for ${answer.why}${room}.` };
}

/** Effort none is the only setting that proves there is no thinking. */
function thinksNot(parameters: RuleContext['quote']['site']['parameters']): boolean {
  const direct = parameters['reasoning_effort']?.value;
  const nested = parameters['reasoning']?.value;
  const effort = nested?.kind === 'record' ? nested.entries.find(entry => entry.key === 'effort')?.value : direct;
  return effort?.kind === 'text' && effort.text.text === 'none';
}

type Way = { readonly because: string } | { readonly parameter: string; edits(): readonly Edit[] | Refusal };

function writer({ quote, writers }: RuleContext, cap: number): Way {
  const { site } = quote;
  const uri = site.at.uri;
  const text = writers.textOf(uri);
  if (text === undefined) return { because: 'The file can’t be edited.' };
  const prompt = writers.promptOf(uri);
  if (prompt !== undefined) {
    return { parameter: site.outputCap.parameter, edits: () => prompt.format.setOutputCap(text, prompt.summary, cap) };
  }
  const printer = writers.printerOf(uri);
  const { call } = site;
  if (printer === undefined || call === undefined) return { because: 'The call can’t be edited.' };
  if (site.via.length > 0) return { because: `The cap belongs into ${site.via[site.via.length - 1] ?? 'the wrapper'}, which makes the call: give it a parameter for it.` };
  const parameter = parameterFor(site);
  if (parameter === undefined) return { because: 'Which parameter caps the output depends on the API version of this deployment: set max_completion_tokens, or max_tokens on older versions.' };
  return { parameter, edits: () => printer.insertArgument(text, call, parameter, cap) };
}

/** `max_completion_tokens` is only safe where the host is OpenAI's own; compatible hosts know the older name. */
function parameterFor({ api, provider, outputCap }: RuleContext['quote']['site']): string | undefined {
  if (api !== 'openai-chat' || provider.value === 'openai' || provider.value === 'groq') return outputCap.parameter;
  return provider.value === undefined || provider.value === 'azure' ? undefined : 'max_tokens';
}
