import * as z from 'zod';
import { boundLoop } from '../fixes/bound-loop';
import type { Writers } from '../fixes/writers';
import { callAt } from '../link/calls-within';
import type { Retry } from '../request/call-context';
import { readsAnswerAsJson } from '../request/reads-answer';
import { snakeCase } from '../routing/stated-parameters';
import { type Edit, isRefusal, type Refusal } from '../source/edit';
import type { Argument, Call } from '../source/values';
import { optionsOf } from './options';
import { inputOf } from './repeated-cost';
import type { Draft, DraftFix, Rule, RuleContext } from './rule';

const OPTIONS = z.object({
  attempts: z.number().int().min(1).default(3).describe('How many attempts the fix allows.'),
  mostAttempts: z.number().int().min(1).default(10).describe('More attempts than this count as unbounded.'),
});

export const rule: Rule = {
  id: 'no-blind-retry',
  summary: 'The whole request is sent again after each failure, without a bound',
  defaultSeverity: 'hint',
  reveals: [],
  options: OPTIONS,
  check,
};

function check(context: RuleContext): readonly Draft[] {
  const { site } = context.quote;
  const { mostAttempts } = optionsOf(rule.id, OPTIONS, context);
  const retry = site.context?.retry;
  // A loop that adds to what it sends tries something else in each round.
  const isBlind =
    retry !== undefined && (retry.bounded === false || (retry.attempts ?? 0) > mostAttempts) && site.context?.agentLoop !== true;
  if (isBlind && isFirstIn(retry, context)) return [draft(context, retry)];
  return Object.values(site.parameters).flatMap(parameter => ofClient(context, parameter, mostAttempts));
}

/** What is tried again may hold several calls. */
function isFirstIn({ at }: Retry, { quote, quotes }: RuleContext): boolean {
  return quotes.find(({ site }) => site.context?.retry?.at.start === at.start)?.site === quote.site;
}

function draft(context: RuleContext, retry: Retry): Draft {
  const { quote, writers } = context;
  const { attempts } = optionsOf(rule.id, OPTIONS, context);
  const how = retry.attempts === undefined ? 'without a bound' : `up to ${retry.attempts.toLocaleString('en')} times`;
  const base = {
    at: quote.site.calleeAt,
    related: { at: retry.at, message: retry.by === 'loop' ? 'The loop' : 'The retries' },
    message: `${perRetry(context)}his request is sent again ${how}, and unchanged, after each failure.${forJson(context)}`,
    certainty: retry.by === 'loop' ? 'suspected' : 'confirmed',
  } as const;
  const edits = bound(writers, retry, attempts);
  if (isRefusal(edits)) return { ...base, fixes: [], unfixable: edits.refused };
  const fix: DraftFix = {
    title: `Stop after ${attempts} attempts`,
    effect: 'calls',
    preferred: false,
    edits: () => edits,
  };
  return { ...base, fixes: [fix] };
}

/** Begins a sentence that goes on with “his request”. */
function perRetry(context: RuleContext): string {
  const cost = inputOf(1, context);
  return cost === undefined ? 'T' : `Each retry costs at least ${cost} of input: t`;
}

function forJson({ quote: { site } }: RuleContext): string {
  if (!readsAnswerAsJson(site) || site.structuredOutput === true) return '';
  return ' If what fails is reading its answer as JSON, a schema ends that: see prefer-structured-output.';
}

function bound(writers: Writers, retry: Retry, attempts: number): readonly Edit[] | Refusal {
  const { at, by, write, attemptsAt, foreverAt } = retry;
  const text = writers.textOf(at.uri);
  const printer = writers.printerOf(at.uri);
  if (text === undefined || printer === undefined) return { refused: 'This file can’t be edited.' };
  if (by === 'loop') {
    const loop = { at, body: retry.body ?? at, bounded: false, waits: false };
    return boundLoop(writers, loop, ['attempts', 'attempt_count', 'tries'], attempts, `The request failed ${attempts} times.`);
  }
  if (attemptsAt !== undefined) return [{ ...attemptsAt, newText: String(attempts) }];
  if (foreverAt !== undefined) return printer.replaceLiteral(text, { kind: 'scalar', at: foreverAt, value: true }, false);
  if (write === undefined) return { refused: 'Bound the attempts where they are made.' };
  const value = write.as === undefined ? attempts : { source: `${write.as}(${attempts})` };
  const call = helperCall(writers, retry);
  // `@retry` without brackets takes no arguments.
  const added =
    call === undefined
      ? [
          {
            uri: at.uri,
            start: at.end,
            end: at.end,
            newText: `(${write.name}=${write.as === undefined ? attempts : `${write.as}(${attempts})`})`,
          },
        ]
      : printer.insertArgument(text, call, write.name, value);
  if (isRefusal(added) || write.as === undefined || write.module === undefined) return added;
  return [...printer.addToHead(text, at.uri, [{ module: write.module, name: write.as }], ''), ...added];
}

/** The helper's call, as it is written. */
function helperCall(writers: Writers, { at }: Retry): Call | undefined {
  const code = writers.codeOf(at.uri);
  return code && callAt(code, at)?.call;
}

/** What SDKs retry by themselves: `max_retries=100`. */
function ofClient(context: RuleContext, { name = '', value, at }: Argument, mostAttempts: number): readonly Draft[] {
  if (snakeCase(name) !== 'max_retries') return [];
  const { quote } = context;
  const isEndless = value.kind === 'name' && value.name === 'Infinity';
  const isHuge = value.kind === 'scalar' && typeof value.value === 'number' && value.value > mostAttempts;
  if (!isEndless && !isHuge) return [];
  const { attempts } = optionsOf(rule.id, OPTIONS, context);
  const times = isEndless ? 'without a bound' : `up to ${value.kind === 'scalar' ? String(value.value) : ''} times`;
  const isOwn = at.uri === quote.site.at.uri;
  const isFirst =
    context.quotes.find(({ site }) => Object.values(site.parameters).some(each => each.at.start === at.start))?.site === quote.site;
  if (!isFirst) return [];
  const base = {
    ...(isOwn ? { at } : { at: quote.site.calleeAt, related: { at, message: 'The retries are set here' } }),
    message: `${perRetry(context)}his request is sent again ${times}, and unchanged, after each failure.`,
    certainty: 'confirmed',
  } as const;
  if (!isOwn) return [{ ...base, fixes: [], unfixable: `Lower ${name} where the client is made.` }];
  const edits = [{ ...value.at, newText: String(attempts) }];
  return [
    {
      ...base,
      fixes: [{ title: `Lower ${name} to ${attempts}`, effect: 'parameters', preferred: false, edits: () => edits }],
    },
  ];
}
