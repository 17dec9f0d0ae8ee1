import * as z from 'zod';
import { usdPerThousandText } from '../present/finding-money';
import { costOf } from '../prices/cost';
import { isKnown } from '../quote/basis';
import { embeds } from '../quote/request-parts';
import type { Retrieval } from '../request/call-context';
import type { FixQuestion } from '../structured-output/questions';
import { optionsOf } from './options';
import type { Draft, Rule, RuleContext } from './rule';

const OPTIONS = z.object({
  mostResults: z.number().int().min(1).default(8).describe('So many results of a search are never too many.'),
  tokensPerResult: z.number().int().min(1).default(500).describe('What a result is taken to have, where the message speaks of money.'),
});
/** What is offered, where it is less than what is asked for today. */
const CHOICES = [3, 5, 8];

export const rule: Rule = {
  id: 'no-large-retrieval',
  summary: 'More results of a search in the prompt than an answer needs',
  defaultSeverity: 'hint',
  reveals: [],
  options: OPTIONS,
  check,
};

function check(context: RuleContext): readonly Draft[] {
  const { site } = context.quote;
  const retrieval = site.context?.retrieval;
  const { mostResults } = optionsOf(rule.id, OPTIONS, context);
  // The search itself sends the question alone.
  if (retrieval === undefined || embeds(site) || site.flatRate || retrieval.results <= mostResults) return [];
  return context.among(isFirst) ? [draft(context, retrieval)] : [];
}

/** Of the calls that send the results of one search. */
function isFirst({ quote, quotes }: Pick<RuleContext, 'quote' | 'quotes'>): boolean {
  const at = quote.site.context?.retrieval?.at.start;
  return quotes.find(({ site }) => !embeds(site) && site.context?.retrieval?.at.start === at)?.site === quote.site;
}

function draft(context: RuleContext, { name, results, at, isWritten }: Retrieval): Draft {
  const { tokensPerResult } = optionsOf(rule.id, OPTIONS, context);
  const choices = CHOICES.filter(choice => choice < results);
  const few = choices[1] ?? choices[0] ?? 1;
  const [now, then] = [results, few].map(count => cost(context, count * tokensPerResult));
  const money =
    now === undefined || then === undefined
      ? ''
      : ` If each has ${tokensPerResult.toLocaleString('en')} tokens, that is ${now} per 1,000 calls, and ${then} with ${few}.`;
  const base = {
    at,
    message: `${results.toLocaleString('en')} results of a search go into this prompt.${money} Few of them answer the question: send fewer, or rank them first.`,
    certainty: 'suspected',
  } as const;
  if (!isWritten) return { ...base, fixes: [], unfixable: `${name} comes from elsewhere: lower it where it is set.` };
  const question: FixQuestion = {
    id: 'results',
    title: 'How many results shall go into the prompt? Try it on questions of your own',
    many: false,
    options: choices.map(choice => ({ id: String(choice), label: String(choice) })),
  };
  return {
    ...base,
    fixes: [
      {
        title: `Lower ${name} from ${results}…`,
        effect: 'context',
        preferred: false,
        questions: [question],
        edits(answers) {
          const chosen = choices.find(choice => String(choice) === answers[question.id]?.[0]);
          return chosen === undefined
            ? { refused: 'Nothing was changed: the number was not chosen.' }
            : [{ ...at, newText: String(chosen) }];
        },
      },
    ],
  };
}

function cost({ quote: { model } }: RuleContext, inputTokens: number): string | undefined {
  const usd = costOf(model, { inputTokens }).inputUsd;
  return isKnown(usd) && usd.value > 0 ? usdPerThousandText(usd) : undefined;
}
