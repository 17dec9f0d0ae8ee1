import * as z from 'zod';
import { insertSetting } from '../fixes/insert-setting';
import { writtenSetting } from '../fixes/written-scalar';
import type { SiteQuote } from '../quote/site-quote';
import { answersChat } from '../routing/compatibility';
import { saysThinking, thinkingOf } from '../routing/thinking';
import { isRefusal } from '../source/edit';
import type { Literal } from '../source/literal';
import { answerSize } from './answer-size';
import { optionsOf } from './options';
import type { Draft, DraftFix, Rule, RuleContext } from './rule';

const OPTIONS = z.object({
  shortAnswerTokens: z
    .number()
    .int()
    .min(1)
    .default(256)
    .describe('An answer that the prompt wants no longer than this, with room, seldom needs long thoughts.'),
});
const EFFORT = 'low';
/** Words of work that has to be worked out, however short its result. */
const HARD =
  /\b(?:prove|derive|solve|calculate|compute|step by step|think (?:hard|carefully|through)|reason(?:ing)? (?:about|through)|plan|debug|optimi[sz]e|verify|proof|math|equation|strategy|diagnos\w+)\b/i;

export const rule: Rule = {
  id: 'prefer-bounded-reasoning',
  summary: 'A model that thinks at its default effort, for an answer of a few words or one sentence',
  defaultSeverity: 'hint',
  reveals: [],
  options: OPTIONS,
  check,
};

function check(context: RuleContext): readonly Draft[] {
  const { quote } = context;
  const { site, model } = quote;
  const control = model?.capabilities?.reasoning;
  if (model?.price === undefined || site.isWrapper || site.flatRate || !answersChat(site)) return [];
  if (control?.efforts?.includes(EFFORT) !== true || saysThinking(site) || thinkingOf(site, model) !== 'on') return [];
  const { shortAnswerTokens } = optionsOf(rule.id, OPTIONS, context);
  const answer = answerSize(site);
  const worksWithTools = site.request.segments.some(({ kind }) => kind === 'tools');
  if (!answer.stated || answer.tokens > shortAnswerTokens || worksWithTools || HARD.test(textOf(quote))) return [];
  const message = `${model.id} thinks before it answers, at its default effort, and bills its thoughts as output. For ${answer.asked} a lower effort may do.`;
  const way = fixFor(context);
  const base = { at: site.calleeAt, message, certainty: 'suspected' } as const;
  return [typeof way === 'string' ? { ...base, fixes: [], unfixable: way } : { ...base, fixes: [way] }];
}

/** How each API is told the effort. */
const FORMS: Readonly<Record<string, readonly [name: string, value: Literal]>> = {
  'openai-chat': ['reasoning_effort', EFFORT],
  'openai-responses': ['reasoning', { record: [['effort', EFFORT]] }],
  'anthropic-messages': ['output_config', { record: [['effort', EFFORT]] }],
};

function fixFor({ quote: { site }, writers }: RuleContext): DraftFix | string {
  const inner = site.via[site.via.length - 1];
  if (inner !== undefined) return `The request is sent by \`${inner}\`: set the effort there.`;
  const form = Object.hasOwn(FORMS, site.api) ? FORMS[site.api] : undefined;
  const text = writers.textOf(site.at.uri);
  const printer = writers.printerOf(site.at.uri);
  if (form === undefined || site.call === undefined || text === undefined || printer === undefined)
    return 'How this library is told an effort depends on its version. Set a low one by hand.';
  const [parameter, effort] = form;
  const written = writtenSetting(site.sdk, site.api, parameter, effort);
  if (written === undefined) return `How this package takes ${parameter} isn’t known. Set a low effort by hand.`;
  const { name } = written;
  if (Object.hasOwn(site.parameters, name)) return `Set the effort in ${name}.`;
  const edits = insertSetting(printer, text, site.call, written);
  if (isRefusal(edits)) return edits.refused;
  return {
    title: `Set a low effort with ${name} (try it on your own inputs first)`,
    effect: 'parameters',
    preferred: false,
    edits: () => edits,
  };
}

function textOf({ site }: SiteQuote): string {
  return site.request.segments
    .flatMap(({ pieces }) => pieces.flatMap(piece => (piece.kind === 'text' ? [piece.text.text] : [])))
    .join('\n');
}
