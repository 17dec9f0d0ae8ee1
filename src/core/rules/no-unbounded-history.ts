import * as z from 'zod';
import { usdText } from '../present/finding-money';
import { costOf } from '../prices/cost';
import { isKnown, sum } from '../quote/basis';
import { embeds } from '../quote/request-parts';
import type { Growth } from '../request/call-context';
import type { CallSite } from '../request/call-site';
import { mayAsk } from '../request/may-ask';
import { type Edit, isRefusal, type Refusal } from '../source/edit';
import { contains } from '../source/span';
import { type HistoryControl, turnsOf } from '../spend/turns';
import { optionsOf } from './options';
import type { Draft, Rule, RuleContext } from './rule';
import { scaffoldFix } from './scaffold-fix';
import { sendsWhatGrows } from './sends-what-grows';

const OPTIONS = z.object({
  keptMessages: z.number().int().min(2).default(20).describe('How many messages the fix keeps; for Anthropic it is made odd.'),
  turns: z.number().int().min(2).max(1000).default(50).describe('How many turns the conversation has that the message speaks of.'),
  tokensPerTurn: z.number().int().min(1).default(400).describe('What a question and its answer are taken to have together.'),
});

export const rule: Rule = {
  id: 'no-unbounded-history',
  summary: 'A list of messages that is sent whole and only gets longer',
  defaultSeverity: 'hint',
  reveals: [],
  options: OPTIONS,
  check,
};

function check(context: RuleContext): readonly Draft[] {
  const { site } = context.quote;
  const { growth, loop, scaffolded = [] } = site.context ?? {};
  // What is embedded is a list of texts, each by itself, and no conversation.
  if (growth === undefined || site.flatRate || embeds(site)) return [];
  // What grows in a loop that nobody keeps going ends with the loop: no-unbounded-agent-loop.
  if (growth.over === 'rounds' && loop?.waits !== true) return [];
  // What sums the history up lies beside the file already.
  if (scaffolded.includes('summary')) return [];
  if (!sendsWhatGrows(site, true)) return [];
  const { turns, tokensPerTurn, keptMessages } = optionsOf(rule.id, OPTIONS, context);
  const count = mayAsk(site, 'anthropic-messages') && keptMessages % 2 === 0 ? keptMessages + 1 : keptMessages;
  const window: HistoryControl = { strategy: 'window', turns: Math.ceil(keptMessages / 2) };
  const [all, last] = [undefined, window].map(control => historyCost(context, turns, tokensPerTurn, control));
  const money =
    all === undefined || last === undefined
      ? ''
      : `${turns} turns of ${tokensPerTurn.toLocaleString('en')} tokens cost ${all} of history, and ${last} with the last ${count} messages: `;
  const says = `\`${writtenAt(context, growth)}\` only gets longer, and each call sends all of it again.`;
  const base = {
    at: growth.at,
    message: `${money}${says} Send the last messages, or a summary of the earlier ones.`,
    certainty: growth.over === 'rounds' ? 'confirmed' : 'suspected',
  } as const;
  const edits = windowed(context, growth, count);
  const summary = site.via.length > 0 ? '' : scaffoldFix('summary', 'a summary of earlier turns', context);
  const summed = typeof summary === 'string' ? [] : [summary];
  if (isRefusal(edits)) return [{ ...base, fixes: summed, ...(summed.length > 0 ? {} : { unfixable: edits.refused }) }];
  const title = `Send the last ${count} messages only (the model forgets earlier ones)`;
  return [{ ...base, fixes: [{ title, effect: 'context', preferred: false, edits: () => edits }, ...summed] }];
}

/** `this.messages` in TypeScript, `self.messages` in Python; its name where that is all of an expression. */
function writtenAt({ writers }: RuleContext, { at, name }: Growth): string {
  const written = writers.textOf(at.uri)?.slice(at.start, at.end) ?? name;
  return /^[^\s`]{1,40}$/.test(written) ? written : name;
}

/** What the histories of a conversation cost as input that no cache holds, by the model of spend. */
function historyCost(
  { quote: { model } }: RuleContext,
  turns: number,
  tokens: number,
  control: HistoryControl | undefined,
): string | undefined {
  const costs = turnsOf(turns, tokens, control, 0).map(({ historyTokens }) => costOf(model, { inputTokens: historyTokens }).inputUsd);
  const known = costs.filter(isKnown);
  return known.length < costs.length || known.length === 0 ? undefined : usdText(sum(known).value);
}

/** Where the list's shape is proven: plain messages, a system message only at its head. */
function windowed({ quote: { site }, writers }: RuleContext, growth: Growth, count: number): readonly Edit[] | Refusal {
  const text = writers.textOf(growth.at.uri);
  const printer = writers.printerOf(growth.at.uri);
  if (text === undefined || printer === undefined || site.call === undefined || !contains(site.call.at, growth.at))
    return { refused: 'This file can’t be edited.' };
  const messages = site.request.segments.filter(({ kind }) => kind === 'system' || kind === 'message');
  if (growth.ofPackage)
    return {
      refused: `\`${growth.name}\` holds what a package made, and no plain list can be sent instead. Shorten it by what the package has for it.`,
    };
  if (hasTools(site)) return { refused: 'A result of a tool must not be sent without its call. Cut the list between two turns, by hand.' };
  if (messages.some(({ role }) => role !== 'system' && role !== 'user' && role !== 'assistant'))
    return { refused: 'What kinds of messages stand in this list is not known here. Cut it between two turns, by hand.' };
  if (mayAsk(site, 'anthropic-messages') && !growth.alternates)
    return {
      refused:
        'Anthropic wants the user’s message first, and which of these are the user’s is not known here. Cut the list before one, by hand.',
    };
  const [first, ...others] = messages;
  const own = !('system' in site.parameters) && !('instructions' in site.parameters) && !growth.among;
  const leads = own && first?.role === 'system' && !first.repeats && !first.optional;
  if (own && (others.some(({ role }) => role === 'system') || (first?.role === 'system' && !leads)))
    return { refused: 'Instructions stand among these messages, and must not be cut off. Cut the list by hand.' };
  return printer.lastItems(text, growth.at, count, leads);
}

function hasTools({ request, parameters }: CallSite): boolean {
  return request.segments.some(({ kind }) => kind === 'tools') || 'tools' in parameters || 'functions' in parameters;
}
