import * as z from 'zod';
import { writtenNumber } from '../fixes/written-scalar';
import { usdText } from '../present/finding-money';
import { groupedDigits } from '../present/grouped-digits';
import { costOf } from '../prices/cost';
import type { ModelFacts } from '../prices/model';
import { isKnown } from '../quote/basis';
import type { CallSite } from '../request/call-site';
import { thinkingOf } from '../routing/thinking';
import { type Edit, isRefusal, type Refusal } from '../source/edit';
import { answerSize } from './answer-size';
import { optionsOf } from './options';
import type { Draft, DraftFix, Rule, RuleContext } from './rule';
import { placeOfCap, sharingCap } from './shared-cap';

const OPTIONS = z.object({
  roomForThinkingTokens: z
    .number()
    .int()
    .min(0)
    .default(8192)
    .describe('What a model that thinks may think before it answers: it counts towards the cap.'),
});

export const rule: Rule = {
  id: 'require-output-cap',
  summary: 'No output cap where the API has one, so nothing bounds what a call can cost',
  defaultSeverity: 'information',
  reveals: [],
  options: OPTIONS,
  check,
};

/** Answers with a picture or speech, which takes as many tokens as it takes: a cap would only cut it off. */
const NO_TEXT = /(?:^|-)(?:image|tts|audio|video)(?:-|$)/;

function check(context: RuleContext): readonly Draft[] {
  const { site, model } = context.quote;
  if (site.outputCap.state !== 'absent' || site.outputCap.required || site.isWrapper) return [];
  // Without a price there is no money to name, and flat rates don't bill by the token.
  if (model?.price === undefined || (site.flatRate && !context.quote.modelAssumed)) return [];
  if (NO_TEXT.test(model.id)) return [];
  const sharing = sharingCap(context);
  if (sharing[0] !== context.quote) return [];
  const { roomForThinkingTokens } = optionsOf(rule.id, OPTIONS, context);
  const { cap, why } = sharing
    .map(quote => capFor(quote.site, model, roomForThinkingTokens))
    .reduce((most, other) => (other.cap > most.cap ? other : most));
  const most = model.maxOutputTokens;
  const then = outputUsd(model, cap);
  if (then === undefined || (most !== undefined && cap >= most)) return [];
  const now = most === undefined ? undefined : outputUsd(model, most);
  const worst = now === undefined ? `worst case ${then} a call` : `worst case ${now} → ${then} a call`;
  const unbounded =
    now === undefined
      ? 'only the model’s own limit bounds what one call costs'
      : `one call can write ${groupedDigits(most ?? 0)} tokens for ${now}`;
  const message = `No output cap: ${unbounded}. ${why}`;
  const way = writer(context, cap);
  const edits = 'because' in way ? { refused: way.because } : way.edits();
  if ('because' in way || isRefusal(edits))
    return [{ ...placed(site), message, certainty: 'confirmed', fixes: [], unfixable: isRefusal(edits) ? edits.refused : '' }];
  const title = `Cap the output at ${groupedDigits(cap)} tokens with ${way.parameter} (${worst})`;
  const fix: DraftFix = { title, effect: 'parameters', preferred: true, edits: () => edits };
  return [{ at: site.calleeAt, message, certainty: 'confirmed', fixes: [fix] }];
}

function placed(site: CallSite): Pick<Draft, 'at' | 'related'> {
  const at = placeOfCap(site);
  const message = site.via.length > 0 ? 'The request is sent here' : 'Its model is named here';
  return { at: site.calleeAt, ...(at === undefined || at.uri === site.at.uri ? {} : { related: { at, message } }) };
}

function outputUsd(model: ModelFacts, outputTokens: number): string | undefined {
  const cost = costOf(model, { inputTokens: 0, outputTokens }).outputUsd;
  return isKnown(cost) ? usdText(cost.value) : undefined;
}

/** Room for what the prompt asks for, twice over; never so tight that an answer is cut. */
function capFor(site: CallSite, model: ModelFacts, roomForThinkingTokens: number): { readonly cap: number; readonly why: string } {
  const answer = answerSize(site);
  const thinking = model.reasoning === true && thinkingOf(site, model) !== 'off';
  const cap = answer.tokens + (thinking ? roomForThinkingTokens : 0);
  const room = thinking ? `${groupedDigits(roomForThinkingTokens)} tokens of thinking and ` : '';
  return { cap, why: `A cap of ${groupedDigits(cap)} leaves room for ${room}${answer.why}.` };
}

type Way = { readonly because: string } | { readonly parameter: string; edits(): readonly Edit[] | Refusal };

function writer(context: RuleContext, cap: number): Way {
  const { site } = context.quote;
  const text = context.writers.textOf(site.outputCap.file ?? site.at.uri);
  if (text === undefined) return { because: 'This file can’t be edited.' };
  if (site.kind === 'prompt-file') return promptWriter(context, text, cap);
  const printer = context.writers.printerOf(site.at.uri);
  const { call } = site;
  if (printer === undefined || call === undefined) return { because: 'This call can’t be edited.' };
  const inner = site.via[site.via.length - 1];
  if (inner !== undefined) return { because: `The request is sent by \`${inner}\`: set the cap there, or give it a parameter for one.` };
  const { elsewhere } = site.outputCap;
  if (elsewhere !== undefined) return { because: `Set ${site.outputCap.parameter} ${elsewhere}.` };
  const parameter = parameterFor(site);
  if (parameter === undefined)
    return {
      because:
        'Which parameter is right depends on the API version of this deployment: set max_completion_tokens, or max_tokens on older versions.',
    };
  const number = writtenNumber(site.sdk, parameter, cap, context.writers.codeOf(site.at.uri));
  if (number === undefined) return { because: `Import the package itself to set ${parameter}: the number must be made an optional one.` };
  return { parameter, edits: () => printer.insertArgument(text, call, parameter, number) };
}

function promptWriter({ quote, writers }: RuleContext, text: string, cap: number): Way {
  const prompt = writers.settingsOf(quote.site);
  if (prompt === undefined) return { because: 'This file can’t be edited.' };
  const { format, summary } = prompt;
  const own = quote.site.outputCap.parameter;
  // OpenAI's models that think refuse the older name.
  const refused = quote.model?.provider === 'openai' && quote.model.reasoning === true;
  const capKey = refused ? own.replace(/(^|\.)max_tokens$/, '$1max_completion_tokens') : own;
  const asked = { ...summary, document: { ...summary.document, capKey } };
  return { parameter: capKey.slice(capKey.lastIndexOf('.') + 1), edits: () => format.setOutputCap(text, asked, cap) };
}

/** `max_completion_tokens` is only safe where the host is OpenAI's own; compatible hosts know the older name. */
function parameterFor({ api, provider, outputCap }: CallSite): string | undefined {
  // Typed packages name it themselves, and translate it for older versions.
  if (!/^max_/.test(outputCap.parameter)) return outputCap.parameter;
  if (api !== 'openai-chat' || provider.value === 'openai' || provider.value === 'groq') return outputCap.parameter;
  return provider.value === undefined || provider.value === 'azure' ? undefined : 'max_tokens';
}
