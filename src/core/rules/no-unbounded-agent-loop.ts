import * as z from 'zod';
import { boundLoop } from '../fixes/bound-loop';
import { labelOf } from '../link/labels';
import type { SiteQuote } from '../quote/site-quote';
import type { LoopAround } from '../request/call-context';
import type { CallSite } from '../request/call-site';
import { snakeCase } from '../routing/stated-parameters';
import { isRefusal } from '../source/edit';
import type { Span } from '../source/span';
import type { Argument } from '../source/values';
import { optionsOf } from './options';
import { inputOf } from './repeated-cost';
import type { Draft, Rule, RuleContext } from './rule';
import { sendsWhatGrows } from './sends-what-grows';

const OPTIONS = z.object({
  rounds: z.number().int().min(1).default(25).describe('How many rounds the fix allows.'),
  mostRounds: z.number().int().min(1).default(100).describe('A bound above this many rounds counts as none.'),
});

export const rule: Rule = {
  id: 'no-unbounded-agent-loop',
  summary: 'A loop around calls that nothing but the model’s own answer ends',
  defaultSeverity: 'hint',
  reveals: [],
  options: OPTIONS,
  check,
};

function check(context: RuleContext): readonly Draft[] {
  const { site } = context.quote;
  const loop = site.context?.loop;
  if (loop !== undefined && !loop.bounded && !loop.waits && sendsWhatGrows(site, false) && isFirstIn(loop, context))
    return [ofLoop(context, loop)];
  return Object.values(site.parameters).flatMap(parameter => ofParameter(context, parameter));
}

/** Several calls of one loop are bounded by one counter. */
function isFirstIn({ at }: LoopAround, { quote, quotes }: RuleContext): boolean {
  return quotes.find(({ site }) => site.context?.loop?.at.start === at.start)?.site === quote.site;
}

function ofLoop(context: RuleContext, loop: LoopAround): Draft {
  const { quote, writers } = context;
  const { rounds } = optionsOf(rule.id, OPTIONS, context);
  const cost = inputOf(100, context);
  const money = cost === undefined ? '' : `100 rounds cost at least ${cost} of input: `;
  const message = `${money}${cost === undefined ? 'N' : 'n'}othing but the model’s own answer ends this loop, and each round sends again all that came before. Bound its rounds.`;
  const base = { at: quote.site.calleeAt, related: { at: loop.at, message: 'The loop' }, message, certainty: 'confirmed' } as const;
  const edits = boundLoop(writers, loop, ['turns', 'turn_count', 'rounds'], rounds, `The model did not finish within ${rounds} turns.`);
  if (isRefusal(edits)) return { ...base, fixes: [], unfixable: edits.refused };
  const title = `Stop with an error after ${rounds} rounds`;
  return { ...base, fixes: [{ title, effect: 'calls', preferred: false, edits: () => edits }] };
}

/** What frameworks call the bound of the loops that they run themselves. */
const BOUNDS: ReadonlySet<string> = new Set([
  'max_turns',
  'max_iterations',
  'max_steps',
  'max_iter',
  'max_rounds',
  'max_round',
  'recursion_limit',
]);
/** LangChain: “setting to None could lead to an infinite loop”. */
const ENDLESS_IF_NULL = 'max_iterations';
const STEPS = /(?:^|\.)(?:stepCountIs|isStepCount)$/;

/** `inside`: the parameter whose value holds it, where it isn't one itself. */
function ofParameter(context: RuleContext, { name = '', value, at }: Argument, inside?: string): readonly Draft[] {
  if (value.kind === 'record')
    return value.entries.flatMap(({ key, value: inner, at: entryAt }) =>
      key === undefined ? [] : ofParameter(context, { name: key, value: inner, at: entryAt }, inside ?? name),
    );
  const key = snakeCase(name);
  const stop = key === 'stop_when' && value.kind === 'call' && STEPS.test(labelOf(value.callee)) ? value.args[0]?.value : undefined;
  const bound = BOUNDS.has(key) ? value : stop;
  const { mostRounds, rounds } = optionsOf(rule.id, OPTIONS, context);
  const isEndless =
    (bound?.kind === 'scalar' && bound.value === null && key === ENDLESS_IF_NULL) || (bound?.kind === 'name' && bound.name === 'Infinity');
  const isHuge = bound?.kind === 'scalar' && typeof bound.value === 'number' && bound.value > mostRounds;
  if (bound === undefined || (!isEndless && !isHuge)) return [];
  const { quote } = context;
  const others = quotesWith(context.quotes, at);
  // A wrapper's bound is said once, and not again for its callers.
  if (others[0] !== quote) return [];
  const times = bound.kind === 'scalar' && typeof bound.value === 'number' ? bound.value : 100;
  const cost = inputOf(times, context);
  const money = cost === undefined ? '' : `${times.toLocaleString('en')} rounds cost at least ${cost} of input. `;
  const message = `${money}${isEndless ? `${name} takes the bound of this agent’s rounds away.` : `${name} lets this agent go on for ${times.toLocaleString('en')} rounds.`} Lower it to what a task takes.`;
  const base = {
    ...(bound.at.uri === quote.site.at.uri ? { at } : { at: quote.site.calleeAt, related: { at, message: 'It is set here' } }),
    message,
    certainty: isEndless ? 'confirmed' : 'suspected',
  } as const;
  const isShared = others.some(({ site }) => site !== quote.site && !leadsTo(site, quote.site));
  if (isShared || bound.at.uri !== quote.site.at.uri)
    return [{ ...base, fixes: [], unfixable: `Other calls may share this ${name}: lower it where it is set.` }];
  const edits = [{ ...bound.at, newText: String(rounds) }];
  return [
    {
      ...base,
      fixes: [
        {
          title: `Lower ${name}${inside === undefined ? '' : ` in ${inside}`} to ${rounds}`,
          effect: 'parameters',
          preferred: false,
          edits: () => edits,
        },
      ],
    },
  ];
}

/** All requests of the file that are given what is written at a place. */
function quotesWith(quotes: readonly SiteQuote[], at: Span): readonly SiteQuote[] {
  return quotes.filter(({ site }) => Object.values(site.parameters).some(parameter => isWithin(at, parameter)));
}

function isWithin(at: Span, { at: whole, value }: Argument): boolean {
  const isIt = whole.uri === at.uri && whole.start === at.start && whole.end === at.end;
  return isIt || (value.kind === 'record' && value.entries.some(entry => isWithin(at, { value: entry.value, at: entry.at })));
}

function leadsTo({ innerCalls = [] }: CallSite, { at }: CallSite): boolean {
  return innerCalls.some(inner => inner.uri === at.uri && inner.start === at.start);
}
