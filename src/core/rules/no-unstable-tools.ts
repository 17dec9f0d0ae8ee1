import { usdPerThousandText } from '../present/finding-money';
import { type Estimate, isKnown } from '../quote/basis';
import type { SiteQuote } from '../quote/site-quote';
import type { CallSite } from '../request/call-site';
import { holesIn } from '../request/holes-in';
import type { Piece, Segment } from '../request/request';
import type { Span } from '../source/span';
import type { LanguageId } from '../source/summary';
import { whenText } from './cache-lifetime';
import { changesText } from './how-often';
import type { Draft, DraftFix, Rule, RuleContext } from './rule';
import { difference } from './saving';
import { unorderedIn } from './unordered-values';

export const rule: Rule = {
  id: 'no-unstable-tools',
  summary: 'Tools or schemas whose order or content differs between calls, so that nothing behind them is cached',
  defaultSeverity: 'hint',
  reveals: ['require-cache-breakpoint', 'no-almost-cacheable'],
  check,
};

const DEFINITIONS = ['tools', 'functions', 'response_format', 'text', 'text_format', 'output_config', 'schema'];

function check(context: RuleContext): readonly Draft[] {
  const { site, model } = context.quote;
  const minimumTokens = model?.caching?.minimumTokens;
  if (site.kind === 'prompt-file' || site.isWrapper || minimumTokens === undefined || model?.caching?.mode === 'none') return [];
  const definitions = site.request.segments.filter(isDefinition);
  if (definitions.length === 0) return [];
  // As if they were the same in every call: what then could be cached.
  const stable = context.requote(withStableDefinitions(site));
  if (stable.prefix.tokens.high < minimumTokens) return [];
  const draft = unordered(context) ?? changing(context, definitions, stable) ?? conditional(context, definitions);
  return draft === undefined ? [] : [draft];
}

function isDefinition({ kind }: Segment): boolean {
  return kind === 'tools' || kind === 'schema';
}

function withStableDefinitions(site: CallSite): CallSite {
  const still = (piece: Piece): Piece => (piece.kind === 'hole' ? { ...piece, volatility: 'static' } : piece);
  const segments = site.request.segments.map(segment =>
    isDefinition(segment) ? { ...segment, optional: false, repeats: false, pieces: segment.pieces.map(still) } : segment,
  );
  return { ...site, request: { ...site.request, segments } };
}

/** What has no order of its own in a language: how it is told, and how it gets one. */
interface Orderless {
  readonly here: string;
  message(name: string): string;
  readonly unfixable: string;
  /** What sorts what is looped over, as text before and behind it. */
  readonly sorts?: readonly [before: string, behind: string];
}

/** A set of texts has another order in each process. */
const PYTHONS_SET: Orderless = {
  here: 'This set stands here',
  message: name =>
    `The order of ${name === '' ? 'a set' : name} differs from one process to the next, so requests of different processes share no cache from the tools on. Sort it.`,
  unfixable: 'Sort the set where it becomes a list: `sorted(…)`.',
  sorts: ['sorted(', ')'],
};
/** Go goes through a map in another order each time. */
const GOS_MAP: Orderless = {
  here: 'This map is gone through here',
  message: name =>
    `A map has another order each time it is gone through, and ${name === '' ? 'this one' : name} gives the order of the tools, so requests share no cache from the tools on. Sort them.`,
  unfixable: 'Sort the keys first and go through these, or sort the tools by their names behind the loop.',
};
const ORDERLESS: Readonly<Partial<Record<LanguageId, Orderless>>> = { python: PYTHONS_SET, go: GOS_MAP };

function unordered({ quote: { site }, writers }: RuleContext): Draft | undefined {
  const found = DEFINITIONS.flatMap(name => {
    const value = site.parameters[name]?.value;
    return value === undefined ? [] : unorderedIn(value);
  })[0];
  const language = found && writers.codeOf(found.at.uri)?.language;
  const orderless = language && ORDERLESS[language];
  if (found === undefined || orderless === undefined) return undefined;
  const { uri, start, end } = found.at;
  const text = writers.textOf(uri);
  const source = text?.slice(start, end) ?? '';
  const name = /^[\w.]{1,40}$/.test(source) ? `\`${source}\`` : '';
  const base = { ...placed(site, found.at, orderless.here), message: orderless.message(name), certainty: 'confirmed' } as const;
  const { sorts } = orderless;
  if (sorts === undefined || !found.loop || uri !== site.at.uri || text === undefined)
    return { ...base, fixes: [], unfixable: orderless.unfixable };
  const [before, behind] = sorts;
  const fix: DraftFix = {
    title: `Sort ${name === '' ? 'a set' : name}, so that its order is always the same`,
    effect: 'caching',
    preferred: true,
    edits: () => [
      { uri, start, end: start, newText: before },
      { uri, start: end, end, newText: behind },
    ],
  };
  return { ...base, fixes: [fix] };
}

function changing({ quote, requote }: RuleContext, definitions: readonly Segment[], stable: SiteQuote): Draft | undefined {
  const hole = definitions
    .flatMap(({ pieces }) => pieces.flatMap(holesIn))
    .find(({ volatility }) => ['call', 'turn', 'user', 'session'].includes(volatility));
  if (hole === undefined) return undefined;
  const saving = savingOf(requote(quote.site), stable);
  const money = saving === undefined ? '' : `About ${usdPerThousandText(saving)} per 1,000 calls wasted: `;
  const certainty = hole.proven ? 'confirmed' : 'suspected';
  return {
    ...placed(quote.site, hole.at, `${hole.label} stands here`),
    message: `${money}\`${hole.label}\` ${changesText(hole)} and is part of the tools, which come first in a request, so nothing is cached. Holds ${whenText(quote)}.`,
    certainty,
    ...(saving === undefined ? {} : { saving }),
    fixes: [],
    unfixable: 'What changes belongs into the last message: say it there, and describe the tool without it.',
  };
}

function conditional({ quote: { site } }: RuleContext, definitions: readonly Segment[]): Draft | undefined {
  const tool = definitions.find(({ kind, optional }) => kind === 'tools' && optional);
  if (tool === undefined) return undefined;
  const restrict = site.api.startsWith('openai')
    ? 'say with `tool_choice` of type `allowed_tools` which may be used'
    : 'say in the last message which may be used';
  return {
    ...placed(site, tool.at, 'This tool is added under a condition'),
    message: `This tool is sent under a condition, and requests with it share no cache with those without. If the condition changes from call to call, send all tools in every request and ${restrict}.`,
    certainty: 'suspected',
    fixes: [],
    unfixable: 'Whether the condition changes from call to call is not in the code, and sending all tools changes what the model may do.',
  };
}

function savingOf(before: SiteQuote, after: SiteQuote): Estimate | undefined {
  if (!isKnown(before.steadyInputUsd) || !isKnown(after.steadyInputUsd)) return undefined;
  const saving = difference(before.steadyInputUsd, after.steadyInputUsd, '');
  return saving.value > 0 ? saving : undefined;
}

function placed(site: CallSite, at: Span, message: string): Pick<Draft, 'at' | 'related'> {
  return at.uri === site.at.uri ? { at } : { at: site.calleeAt, related: { at, message } };
}
