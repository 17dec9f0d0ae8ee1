import { type ModelLiteral, modelLiterals, replaceModelId } from '../fixes/model-literals';
import { likelyMeant } from '../prices/likely-meant';
import { answersChat, conflicts } from '../routing/compatibility';
import { isRefusal } from '../source/edit';
import { firstToName } from './first-to-name';
import type { Draft, DraftFix, Rule, RuleContext } from './rule';

/** Makers that sell their own models, under ids that the catalogue has nearly all of. Elsewhere anybody may serve anything. */
const MAKERS = new Set(['openai', 'anthropic', 'google', 'googleai', 'gemini', 'x-ai', 'deepseek']);
/** Models of one's own, by the makers' forms of their names. */
const OWN = /^ft:|:ft-|^tunedmodels\/|\/endpoints\/|^projects\/|^arn:/i;

export const rule: Rule = {
  id: 'no-unknown-model',
  summary: 'A model id that no catalogue has, and that looks like a slip of one that exists',
  defaultSeverity: 'hint',
  reveals: [
    'no-dynamic-prefix',
    'no-retired-model',
    'require-cache-breakpoint',
    'no-ineffective-cache-breakpoint',
    'no-almost-cacheable',
    'require-output-cap',
    'no-deprecated-cap',
    'no-oversized-cap',
    'prefer-bounded-reasoning',
    'no-context-overflow',
    'no-long-context-tier',
  ],
  check,
};

function check(context: RuleContext): readonly Draft[] {
  const { site } = context.quote;
  const provider = site.provider.value;
  if (provider === undefined || !MAKERS.has(provider) || site.flatRate || !answersChat(site)) return [];
  const own = context.among(firstToName);
  return modelLiterals(site).flatMap((literal, index) => (own[index] === true ? ofLiteral(context, provider, literal) : []));
}

function ofLiteral(context: RuleContext, provider: string, literal: ModelLiteral): readonly Draft[] {
  const { environment, quote } = context;
  const { catalogue, today } = environment;
  const { id, at } = literal;
  if (OWN.test(id) || catalogue.find(provider, id, today) !== undefined || catalogue.lifecycle(provider, id, today) !== undefined)
    return [];
  const bare = id.slice(id.lastIndexOf('/') + 1).toLowerCase();
  const near = likelyMeant(catalogue, id).filter(other => catalogue.find(provider, other, today) !== undefined);
  if (near.length === 0) return [];
  const inFile = at.uri === quote.site.at.uri;
  const message = `\`${id}\` is in no catalogue (of ${catalogue.date}), so nothing can be said of its price. Did you mean ${near.map(other => `\`${other}\``).join(' or ')}?`;
  const base = {
    at: inFile ? at : quote.site.calleeAt,
    ...(inFile ? {} : { related: { at, message: `${id} is written here` } }),
    message,
    certainty: 'suspected',
  } as const;
  const fixes = near.flatMap(other => fixFor(context, provider, literal, bare, other));
  return [
    fixes.length > 0
      ? { ...base, fixes }
      : { ...base, fixes, unfixable: 'None of them is sure to take this request. Change the id by hand.' },
  ];
}

function fixFor(
  { environment, writers, quote }: RuleContext,
  provider: string,
  literal: ModelLiteral,
  from: string,
  to: string,
): readonly DraftFix[] {
  const facts = environment.catalogue.find(provider, to, environment.today);
  const inService = facts?.lifecycle === undefined || facts.lifecycle.state !== 'retired';
  if (facts === undefined || !inService || conflicts({ ...quote, model: facts }, facts).length > 0) return [];
  const edits = replaceModelId(writers, literal, from, to);
  if (isRefusal(edits)) return [];
  const seller = literal.id.slice(0, literal.id.length - from.length);
  return [{ title: `Replace ${literal.id} with ${seller}${to}`, effect: 'parameters', preferred: false, edits: () => edits }];
}
