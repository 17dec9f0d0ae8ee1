import * as z from 'zod';
import { type ModelLiteral, modelLiterals, replaceModelId } from '../fixes/model-literals';
import type { FoundLifecycle } from '../prices/lifecycle/lifecycle-of';
import type { ModelFacts } from '../prices/model';
import type { SiteQuote } from '../quote/site-quote';
import { conflicts } from '../routing/compatibility';
import { type Edit, isRefusal } from '../source/edit';
import { firstToName, requestsWith } from './first-to-name';
import { optionsOf } from './options';
import { daysUntil, lifeText, MAKERS, priceChange } from './retired-model-text';
import type { Draft, Rule, RuleContext } from './rule';

const OPTIONS = z.object({
  soonDays: z.number().int().min(0).default(90).describe('A shutdown that is further away is one step milder.'),
});

export const rule: Rule = {
  id: 'no-retired-model',
  summary: 'A model that its maker has shut down, or is going to',
  defaultSeverity: 'warning',
  // Another model has another cache, other parameters, another price.
  reveals: [
    'no-dynamic-prefix',
    'require-cache-breakpoint',
    'no-ineffective-cache-breakpoint',
    'no-almost-cacheable',
    'require-output-cap',
    'no-deprecated-cap',
    'no-oversized-cap',
    'prefer-bounded-reasoning',
    'prefer-smaller-model',
    'no-long-context-tier',
  ],
  options: OPTIONS,
  check,
};

function check(context: RuleContext): readonly Draft[] {
  const { site } = context.quote;
  // Whose servers are asked is not known, or the editor picks the model.
  if (site.flatRate || (site.provider.value === undefined && site.provider.provenance !== 'absent')) return [];
  const written = modelLiterals(site);
  const own = context.among(firstToName);
  if (written.length > 0) {
    const found = written.flatMap((literal, index) => (own[index] === true ? ofLiteral(context, literal) : []));
    return foldedElsewhere(found, written.length);
  }
  const { value, provenance, at } = site.model;
  return value !== undefined && provenance === 'default' && at === undefined ? ofDefault(context, value) : [];
}

/** What is found of one id. */
interface Found {
  readonly id: string;
  readonly draft: Draft;
}

/** An id that several calls share is found once, at the first of them. */
function ofLiteral(context: RuleContext, literal: ModelLiteral): readonly Found[] {
  const found = endingLife(context, literal.id);
  if (found === undefined) return [];
  const { site } = context.quote;
  const inFile = literal.at.uri === site.at.uri;
  const certain = inFile || site.model.provenance === 'literal' || site.model.provenance === 'constant';
  const base = {
    at: inFile ? literal.at : site.model.at?.uri === site.at.uri ? site.model.at : site.calleeAt,
    ...(inFile ? {} : { related: { at: literal.at, message: `${literal.id} is written here` } }),
    message: lifeText(literal.id, found, context.environment.today),
    certainty: certain && site.provider.value !== undefined ? 'confirmed' : 'suspected',
    ...urgency(context, found),
  } as const;
  const way = swap(context, requestsWith(context.quotes, literal), literal, found);
  if ('because' in way) return [{ id: literal.id, draft: { ...base, fixes: [], unfixable: way.because } }];
  const fix = { title: way.title, effect: 'parameters', preferred: base.certainty === 'confirmed', edits: () => way.edits } as const;
  return [{ id: literal.id, draft: { ...base, fixes: [fix] } }];
}

/** More of them at one call are a catalogue to choose from, of which one finding tells. */
const MOST_ELSEWHERE = 2;
const MOST_NAMED = 3;

/** A call in whose place ids of another file are found says them together. */
function foldedElsewhere(found: readonly Found[], all: number): readonly Draft[] {
  const elsewhere = found.filter(({ draft }) => draft.related !== undefined);
  const [first] = elsewhere;
  if (first === undefined || elsewhere.length <= MOST_ELSEWHERE) return found.map(({ draft }) => draft);
  const named = elsewhere.slice(0, MOST_NAMED).map(({ id }) => `\`${id}\``);
  const others = elsewhere.length - named.length;
  const last = others > 0 ? `${others} more` : named.pop();
  const message = `${elsewhere.length} of the ${all} models that may be asked here are shut down, or are going to be: ${named.join(', ')} and ${last}.`;
  const { at, related, certainty } = first.draft;
  const isMild = elsewhere.every(({ draft }) => draft.milder === true);
  const together: Draft = {
    ...{ at, message, certainty, ...(related && { related }), ...(isMild && { milder: true as const }) },
    ...{ fixes: [], unfixable: 'Choose for each of them where it is written.' },
  };
  return [...found.flatMap(({ draft }) => (draft.related === undefined ? [draft] : [])), together];
}

/** A package's own choice, for calls that name none. */
function ofDefault(context: RuleContext, id: string): readonly Draft[] {
  const found = endingLife(context, id);
  if (found === undefined) return [];
  const { site } = context.quote;
  const { why } = site.model;
  const which = why.startsWith('the default') ? `No model is passed, and ${why}` : `\`${id}\`, ${why},`;
  const message = `${which} is gone or going: ${lifeText(id, found, context.environment.today)}`;
  const unfixable = 'No id is written here that could be replaced. Pass the model that you want.';
  // Which version of the package is installed, and so which default counts, is not read.
  return [{ at: site.calleeAt, message, certainty: 'suspected', fixes: [], unfixable, milder: true }];
}

function endingLife({ quote, environment }: RuleContext, id: string): FoundLifecycle | undefined {
  const found = environment.catalogue.lifecycle(quote.site.provider.value, id, environment.today);
  return found === undefined || found.lifecycle.state === 'current' ? undefined : found;
}

function urgency(context: RuleContext, { lifecycle }: FoundLifecycle): { readonly milder?: true } {
  const { soonDays } = optionsOf(rule.id, OPTIONS, context);
  const days = daysUntil(lifecycle.shutdown, context.environment.today);
  return days !== undefined && days <= soonDays ? {} : { milder: true };
}

type Way = { readonly because: string } | { readonly title: string; readonly edits: readonly Edit[] };

/** Replaces the id for every call of the file that uses it, or says what stands against that. */
function swap({ environment, writers }: RuleContext, sharing: readonly SiteQuote[], literal: ModelLiteral, found: FoundLifecycle): Way {
  const { catalogue, today } = environment;
  const { replacement, proviso } = found.lifecycle;
  const maker = MAKERS[found.maker] ?? found.maker;
  if (replacement === undefined) return { because: `Which model ${maker} recommends instead is not known here. Choose one.` };
  if (proviso !== undefined) return { because: `${maker} recommends ${replacement} ${proviso}. Change the request by hand.` };
  const [from, to] = [catalogue.find(found.maker, found.form, today), catalogue.find(found.maker, replacement, today)];
  if (to === undefined)
    return { because: `${maker} recommends ${replacement}, of which nothing else is known here. Change the id by hand.` };
  const against = [...new Set(sharing.flatMap(quote => conflicts(asked(quote, from), to)).map(({ why }) => why))];
  if (against.length > 0)
    return { because: `Not swapped for ${replacement}: ${against.join('; ')}. Change that first, or choose another model.` };
  const edits = replaceModelId(writers, literal, found.form, replacement);
  if (isRefusal(edits)) return { because: edits.refused };
  const seller = literal.id.slice(0, literal.id.length - found.form.length);
  return { title: `Replace ${literal.id} with ${seller}${replacement}${priceChange(from, to)}`, edits };
}

/** A call that chooses between models has none in its quote. */
function asked(quote: SiteQuote, from: ModelFacts | undefined): SiteQuote {
  return quote.model !== undefined || from === undefined ? quote : { ...quote, model: from };
}
