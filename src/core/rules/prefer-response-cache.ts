import { within } from '../link/value-parts';
import type { CallSite } from '../request/call-site';
import { answersChat } from '../routing/compatibility';
import { statedParameters } from '../routing/stated-parameters';
import { capital } from '../source/capital';
import type { Call } from '../source/values';
import { inputOf } from './repeated-cost';
import type { Draft, Rule, RuleContext } from './rule';
import { scaffoldFix } from './scaffold-fix';

export const rule: Rule = {
  id: 'prefer-response-cache',
  summary: 'The same request again and again, whose answer could be kept',
  defaultSeverity: 'hint',
  reveals: [],
  check,
};

function check(context: RuleContext): readonly Draft[] {
  const { site } = context.quote;
  const around = site.context;
  if (around === undefined || site.isWrapper || site.streams || site.flatRate || !answersChat(site)) return [];
  if (around.cached || around.agentLoop || around.retried || around.scaffolded.includes('cache')) return [];
  const why = sameAgain(site);
  if (why === undefined) return [];
  const cost = inputOf(1, context);
  const money = cost === undefined ? '' : `Each answer that is kept saves at least ${cost} of input, and all of the output: `;
  const base = { at: site.calleeAt, message: money === '' ? capital(why) : money + why, certainty: 'suspected' } as const;
  const inner = site.via[site.via.length - 1];
  const way =
    inner !== undefined ? `The request is sent by \`${inner}\`: keep answers there.` : scaffoldFix('cache', 'a cache of answers', context);
  return [typeof way === 'string' ? { ...base, fixes: [], unfixable: way } : { ...base, fixes: [way] }];
}

/** Why requests repeat; undefined: nothing says that they do. */
function sameAgain(site: CallSite): string | undefined {
  const { request, context, model } = site;
  const { segments } = request;
  if (
    segments.length === 0 ||
    model.value === undefined ||
    segments.some(({ repeats, optional, kind }) => repeats || optional || kind === 'tools')
  )
    return undefined;
  const holes = segments.flatMap(({ pieces }) => pieces.filter(piece => piece.kind !== 'text'));
  const where =
    context?.runsIn === 'handler' ? 'each request of this handler' : context?.inLoop === true ? 'each round of this loop' : undefined;
  if (holes.length === 0 && where !== undefined && isConstant(site))
    return `${where} sends the very same request. Keep its answer, unless each is meant to differ.`;
  const [hole] = holes;
  const last = segments[segments.length - 1];
  const asksOnce = holes.length === 1 && last?.role === 'user' && last.pieces.length === 1 && last.pieces[0] === hole;
  const instructed = segments.some(
    ({ role, pieces }) => role === 'system' && pieces.some(piece => piece.kind === 'text' && ANSWERS.test(piece.text.text)),
  );
  if (!asksOnce || !instructed || context?.runsIn !== 'handler' || !isAtZero(site)) return undefined;
  return 'at temperature 0 this handler answers a question by itself, without history or search, so the same question gets the same answer. Where people ask the same things, keep the answers.';
}

/** Instructions to answer what people ask; other things that people write are seldom the same. */
const ANSWERS = /\b(?:faqs?|questions?)\b/i;

/** Nothing in any parameter is only known when it runs. */
function isConstant({ parameters }: CallSite): boolean {
  return Object.values(parameters).every(({ value }) =>
    [...within(value)].every(
      part =>
        ['text', 'scalar', 'record', 'list', 'template', 'external'].includes(part.kind) || (part.kind === 'call' && isMessageOf(part)),
    ),
  );
}

/** `new UserChatMessage(text)`: what a package's class makes of constants is constant. */
function isMessageOf({ callee }: Call): boolean {
  return callee.kind === 'external' && callee.module !== 'global' && /^\p{Lu}/u.test(callee.path[callee.path.length - 1] ?? '');
}

function isAtZero(site: CallSite): boolean {
  const value = statedParameters(site).get('temperature')?.value;
  return value?.kind === 'scalar' && value.value === 0;
}
