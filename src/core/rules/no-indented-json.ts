import * as z from 'zod';
import { type WrittenJson, writtenJson } from '../fixes/unindent-json';
import { usdPerThousandText } from '../present/finding-money';
import { costOf } from '../prices/cost';
import { isKnown } from '../quote/basis';
import { embeds } from '../quote/request-parts';
import { type Edit, isRefusal } from '../source/edit';
import type { Span } from '../source/span';
import { isWorthTelling } from './compaction';
import { type IndentedJson, indentedIn, withoutLayout } from './indented-pieces';
import { optionsOf } from './options';
import type { Draft, Rule, RuleContext } from './rule';
import { difference } from './saving';

const OPTIONS = z.object({
  leastSavedTokens: z
    .number()
    .int()
    .min(1)
    .default(30)
    .describe('Least tokens to save that are worth a finding, where all of the JSON is known.'),
});

export const rule: Rule = {
  id: 'no-indented-json',
  summary: 'Data that the code writes into a prompt as indented JSON',
  defaultSeverity: 'hint',
  reveals: ['no-almost-cacheable', 'no-long-context-tier'],
  options: OPTIONS,
  check,
};

function check(context: RuleContext): readonly Draft[] {
  const { site, model } = context.quote;
  if (site.isWrapper || site.flatRate || embeds(site)) return [];
  const all = indentedIn(site.request);
  if (all.length === 0) return [];
  const isOwn = context.among(sentFirst);
  const own = all.filter((_, index) => isOwn[index] === true).flatMap(json => laidOut(context, json) ?? []);
  const { inputUsd } = costOf(model, { inputTokens: 1 });
  const isFree = isKnown(inputUsd) && inputUsd.value === 0;
  const open = isFree ? [] : own.filter(({ json }) => !json.isKnown);
  const isHere = ({ json }: LaidOut) => json.at.uri === site.at.uri;
  return [
    ...own.flatMap(each => (each.json.isKnown ? (known(context, each) ?? []) : [])),
    ...open.flatMap(each => (isHere(each) ? unknown(context, [each]) : [])),
    // The call is all there is to show of what stands in other files: said once.
    ...unknown(
      context,
      open.filter(each => !isHere(each)),
    ),
  ];
}

/** Of each, whether no request before sends what it sends: what is wrong with it is said once. */
function sentFirst({ quote, quotes }: Pick<RuleContext, 'quote' | 'quotes'>): readonly boolean[] {
  const earlier = quotes.slice(0, quotes.indexOf(quote)).filter(({ site }) => !site.isWrapper);
  const keyOf = ({ uri, start }: Span) => `${start} ${uri}`;
  const sent = new Set(earlier.flatMap(({ site }) => indentedIn(site.request).map(({ at }) => keyOf(at))));
  return indentedIn(quote.site.request).map(({ at }) => !sent.has(keyOf(at)));
}

interface LaidOut {
  readonly json: IndentedJson;
  readonly written: WrittenJson;
}

function laidOut({ quote, writers }: RuleContext, json: IndentedJson): LaidOut | undefined {
  const written = writtenJson(writers, quote.site, json.at);
  return written && { json, written };
}

/** What the code shows of it is counted; a value that it doesn't show is no longer for that. */
function known(context: RuleContext, laid: LaidOut): Draft | undefined {
  const { quote, requote } = context;
  const { of, language } = laid.written;
  const before = requote(quote.site);
  const after = requote(withoutLayout(quote.site, laid.json.at, language));
  const savedTokens = Math.round(before.textTokens.value - after.textTokens.value);
  if (savedTokens < optionsOf(rule.id, OPTIONS, context).leastSavedTokens) return undefined;
  const says = `${savedTokens.toLocaleString('en')} tokens of white space lay out ${of === undefined ? 'this JSON' : `\`${of}\``}, which the model reads without them`;
  if (!isKnown(before.steadyInputUsd) || !isKnown(after.steadyInputUsd))
    return { ...placedAndFixed(context, [laid], ''), message: `${says}.`, certainty: 'confirmed' };
  const saving = difference(before.steadyInputUsd, after.steadyInputUsd, '');
  if (!isWorthTelling(saving, quote)) return undefined;
  const money = `${usdPerThousandText(saving)} per 1,000 calls`;
  const message = `About ${money} could be saved: ${says}.`;
  return { ...placedAndFixed(context, [laid], ` (saves ${money})`), message, certainty: 'confirmed', saving };
}

/** How much of it is white space hangs on the data, so no figure is said. */
function unknown(context: RuleContext, all: readonly LaidOut[]): readonly Draft[] {
  if (all.length === 0) return [];
  const names = [...new Set(all.flatMap(({ written: { of } }) => (of === undefined ? [] : [`\`${of}\``])))];
  const some = names.length > 2 ? `${names[0]} and other data` : names.join(' and ');
  const message = `This JSON is indented: a line break and blanks for each value${some === '' ? '' : ` of ${some}`}, billed in every call, though the model reads it as well without them. How much that is, the data decides.`;
  return [{ ...placedAndFixed(context, all, ''), message, certainty: 'suspected' }];
}

function placedAndFixed({ quote: { site } }: RuleContext, all: readonly LaidOut[], saves: string): Omit<Draft, 'message' | 'certainty'> {
  const [first] = all;
  const isHere = first === undefined || first.json.at.uri === site.at.uri;
  const place = { at: isHere ? (first?.json.at ?? site.calleeAt) : site.calleeAt };
  const related = isHere ? {} : { related: { at: first.json.at, message: 'It is written here' } };
  const edits: Edit[] = [];
  for (const { written } of all) {
    const made = written.unindented();
    if (isRefusal(made)) return { ...place, ...related, fixes: [], unfixable: made.refused };
    edits.push(...made);
  }
  const of = first?.written.of === undefined ? 'JSON' : `the JSON of \`${first.written.of}\``;
  const what = all.length === 1 ? of : `JSON in ${all.length} places`;
  const fix = { title: `Write ${what} without indentation${saves}`, effect: 'whitespace', preferred: true, edits: () => edits } as const;
  return { ...place, ...related, fixes: [fix] };
}
