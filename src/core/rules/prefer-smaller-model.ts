import { isSameLiteral, type ModelLiteral, modelLiterals, replaceModelId } from '../fixes/model-literals';
import { usdRangeText } from '../present/finding-money';
import { isOpenEnded, perThousand } from '../present/numerals';
import { type Estimate, isKnown } from '../quote/basis';
import type { SiteQuote } from '../quote/site-quote';
import type { CallSite } from '../request/call-site';
import type { ModelAdvice, SuggestedModel } from '../routing/suggest-model';
import type { TaskClass } from '../routing/task-class';
import { isRefusal } from '../source/edit';
import type { Draft, DraftFix, Rule, RuleContext } from './rule';
import { difference } from './saving';

export const rule: Rule = {
  id: 'prefer-smaller-model',
  summary: 'A model of a high tier for a kind of task that a lower one is made for',
  defaultSeverity: 'hint',
  // Another model has another cache, other parameters, another price.
  reveals: [
    'no-dynamic-prefix',
    'require-cache-breakpoint',
    'no-ineffective-cache-breakpoint',
    'no-almost-cacheable',
    'require-output-cap',
    'no-oversized-cap',
    'prefer-bounded-reasoning',
    'no-long-context-tier',
    'no-retired-model',
  ],
  check,
};

function check(context: RuleContext): readonly Draft[] {
  const { quote, task } = context;
  const advice = context.adviceOf(quote);
  // What is going away is found by `no-retired-model`, with what its maker recommends.
  const isGoing = quote.model?.lifecycle !== undefined && quote.model.lifecycle.state !== 'current';
  if (advice === undefined || task.task === 'unclear' || isGoing) return [];
  const { suggestion, refused } = advice;
  if (suggestion === undefined && refused === undefined) return [];
  const at = placeOf(quote.site);
  const base = { at, certainty: 'suspected' } as const;
  const reads = readingText(context, task.task, advice);
  if (suggestion === undefined) {
    const id = refused?.id ?? '';
    const message = `${reads}; ${id} would do, but for what the request sets: ${refused?.why.join('; ')}.`;
    return [
      {
        ...base,
        message,
        fixes: [],
        unfixable: `Not swapped for ${id}: ${refused?.why.join('; ')}. Leave that out first, or choose another model.`,
      },
    ];
  }
  const input = inputUsdOf(context, suggestion);
  // Of the input: how long the answers are, the code doesn't show.
  const saving = input && difference(input.before, input.after, 'of the input alone');
  const message = `${costText(suggestion, input)}: ${suggestion.id} takes this very request at ${priceShare(suggestion)} of the price. ${reads}.${suggestion.risks.map(risk => ` ${risk}`).join('')} Compare answers on samples of your own first.`;
  const found = { ...base, message, ...(saving === undefined ? {} : { saving }) };
  const way = swap(context, suggestion);
  return [typeof way === 'string' ? { ...found, fixes: [], unfixable: way } : { ...found, fixes: [way] }];
}

/** The id where it is written in this file, else the call. */
function placeOf(site: CallSite): Draft['at'] {
  return site.model.at?.uri === site.at.uri ? site.model.at : site.calleeAt;
}

const DOES: Readonly<Partial<Record<TaskClass, string>>> = {
  classification: 'This classifies',
  routing: 'This chooses who goes on',
  extraction: 'This extracts',
  formatting: 'This changes the form of what is given',
  'short answer': 'This wants a short answer',
  summarising: 'This summarises',
  'question over context': 'This answers a question',
  translation: 'This translates',
  drafting: 'This drafts',
};

function readingText({ task, quote }: RuleContext, kind: TaskClass, { bar }: ModelAdvice): string {
  // What the function is called says less than the prompt.
  const inPrompt = task.evidence.filter(({ at }) => at !== undefined && at.start !== quote.site.calleeAt.start);
  const quoted = inPrompt.map(({ quote: words }) => `“${words.replace(/\s+/g, ' ').slice(0, 60)}”`).slice(0, 2);
  const because = task.certainty === 'stated' ? ' (as you stated)' : quoted.length === 0 ? '' : ` (${quoted.join(', ')})`;
  const today = quote.model?.capabilities?.tier === 'frontier' ? 'of the highest tier' : 'of the middle tier';
  return `${DOES[kind] ?? `This is ${kind}`}${because}: ${bar.why}. ${quote.model?.id ?? ''} is ${today}`;
}

/** `1/20`, `1/2.5` */
function priceShare({ ratio }: SuggestedModel): string {
  return `1/${ratio >= 10 ? Math.round(ratio) : Math.round(ratio * 10) / 10}`;
}

const BASIS = { mean: 'on the average', call: 'in the worst case', input: 'for the input alone' } as const;

interface Costs {
  readonly before: Estimate;
  readonly after: Estimate;
}

/** `$0.13 instead of $2.50 for 1,000 calls, for the input alone, and $2.58 instead of $12.88 in the worst case`: a saving is of the former. */
function costText({ of, today, then }: SuggestedModel, input: Costs | undefined): string {
  const whole = { before: today, after: then };
  if (of === 'input' || input === undefined) return `${insteadText(whole)} for 1,000 calls, ${BASIS[of]}`;
  return `${insteadText(input)} for 1,000 calls, ${BASIS.input}, and ${insteadText(whole)} ${BASIS[of]}`;
}

function insteadText({ before, after }: Costs): string {
  return `${usdRangeText(perThousand(after))} instead of ${usdRangeText(perThousand(before))}`;
}

function inputUsdOf({ quote, requote }: RuleContext, { id }: SuggestedModel): Costs | undefined {
  const [before, after] = [requote(quote.site).steadyInputUsd, requote(withModel(quote, id)).steadyInputUsd];
  if (!isKnown(before) || !isKnown(after)) return undefined;
  // Both are of what is known of the request.
  const more = isOpenEnded(quote.inputTokens) ? { high: Number.POSITIVE_INFINITY } : {};
  return { before: { ...before, ...more }, after: { ...after, ...more } };
}

/** As its seller names it, whoever's prefix the id has in the code. */
function withModel({ site, model }: SiteQuote, id: string): CallSite {
  const seller = model?.provider ?? site.provider.value;
  const provider = seller === undefined ? site.provider : { ...site.provider, value: seller, candidates: [seller] };
  return { ...site, provider, model: { ...site.model, value: id, candidates: [id] } };
}

/** An id that several calls share is replaced only if the same model would do for all of them. */
function swap({ quote, quotes, adviceOf, writers }: RuleContext, suggestion: SuggestedModel): DraftFix | string {
  const { site } = quote;
  const { id } = suggestion;
  const [literal, ...others] = modelLiterals(site);
  if (literal === undefined || others.length > 0) return 'The model is not written out as one id. Change it where it is chosen.';
  if (literal.at.uri !== site.at.uri)
    return 'The model is named in another file, where other calls may use it. Change it there, or name one here.';
  if (site.via.length > 0 && !standsIn(site, literal))
    return `The request is sent by \`${site.via[site.via.length - 1] ?? ''}\`, for all of its callers. Pass a model to it.`;
  const sharing = quotes.filter(other => other !== quote && other.site.kind !== 'constructor' && sharesLiteral(other, literal));
  const unlike = sharing.filter(other => !wouldDo(other, id, adviceOf(other)));
  if (unlike.length > 0) {
    const count = unlike.length === 1 ? 'another call' : `${unlike.length} other calls`;
    return `The id is shared with ${count} for which ${id} is not known to do. Name one for this call alone.`;
  }
  const edits = replaceModelId(writers, literal, literal.id.toLowerCase().replace(SELLER, ''), id);
  if (isRefusal(edits)) return edits.refused;
  return {
    title: `Use the model ${id} (${priceShare(suggestion)} of the price)`,
    effect: 'parameters',
    preferred: false,
    edits: () => edits,
  };
}

/** What stands before the model in an id: `openai/`, `models/`, `google:`. */
const SELLER = /^.*[/:]/;

function standsIn({ call }: CallSite, { at }: ModelLiteral): boolean {
  return call !== undefined && call.at.uri === at.uri && call.at.start <= at.start && at.end <= call.at.end;
}

function sharesLiteral({ site }: SiteQuote, literal: ModelLiteral): boolean {
  return modelLiterals(site).some(each => isSameLiteral(each, literal));
}

function wouldDo({ site }: SiteQuote, id: string, advice: ModelAdvice | undefined): boolean {
  return site.isWrapper || advice?.suggestion?.id === id;
}
