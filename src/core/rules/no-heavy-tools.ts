import * as z from 'zod';
import { labelOf } from '../link/labels';
import { usdPerThousandText } from '../present/finding-money';
import { groupedDigits } from '../present/grouped-digits';
import { isKnown } from '../quote/basis';
import type { SiteQuote } from '../quote/site-quote';
import { entryArgument } from '../request/as-record';
import type { CallSite } from '../request/call-site';
import type { Segment } from '../request/request';
import { asText } from '../request/resolve';
import { capital } from '../source/capital';
import { optionsOf } from './options';
import type { Draft, Rule, RuleContext } from './rule';
import { difference } from './saving';

const OPTIONS = z.object({
  leastTokens: z.number().int().min(1).default(1000).describe('Definitions that take fewer tokens together are never heavy.'),
  leastShare: z.number().min(0).max(1).default(0.5).describe('Share of the known input from which on definitions are heavy.'),
});
/** How many of the heaviest are named. */
const NAMED = 3;

export const rule: Rule = {
  id: 'no-heavy-tools',
  summary: 'Tool definitions that make up most of the input',
  defaultSeverity: 'hint',
  reveals: [],
  options: OPTIONS,
  check,
};

function check(context: RuleContext): readonly Draft[] {
  const { quote, requote } = context;
  const { site, model } = quote;
  const tools = site.request.segments.filter(({ kind }) => kind === 'tools');
  if (tools.length === 0 || site.isWrapper || site.flatRate || model?.price === undefined) return [];
  const whole = requote(site);
  const bare = requote(without(site, tools));
  const tokens = Math.round(whole.inputTokens.value - bare.inputTokens.value);
  const share = whole.inputTokens.value > 0 ? tokens / whole.inputTokens.value : 0;
  const { leastTokens, leastShare } = optionsOf(rule.id, OPTIONS, context);
  if (tokens < leastTokens || share < leastShare) return [];
  const isOpen = site.request.segments.some(({ pieces, repeats }) => repeats || pieces.some(piece => piece.kind !== 'text'));
  const known = isOpen ? 'the known input' : 'the input';
  const cost = paid(whole, bare);
  const money = cost === undefined ? '' : `${cost} per 1,000 calls: `;
  const definitions = tools.length === 1 ? 'one tool definition takes' : `${tools.length} tool definitions take`;
  const heaviest = weighed(context, whole, tools).slice(0, NAMED);
  const names = heaviest.map(({ name, weight }) => `\`${name}\` (${groupedDigits(weight)})`).join(', ');
  const says = `${definitions} ${groupedDigits(tokens)} tokens, ${Math.round(share * 100)}% of ${known}.`;
  const [first] = heaviest;
  return [
    {
      at: site.calleeAt,
      ...(first === undefined ? {} : { related: { at: first.segment.at, message: 'The heaviest' } }),
      message: `${money}${money === '' ? capital(says) : says} ${tools.length === 1 ? 'It is' : 'The heaviest:'} ${names}.`,
      certainty: isOpen ? 'suspected' : 'confirmed',
      fixes: [],
      unfixable:
        'Which tools a call needs only you know: leave out what it never calls, shorten descriptions and schemas, or offer rare tools by a search for tools.',
    },
  ];
}

function without(site: CallSite, left: readonly Segment[]): CallSite {
  return { ...site, request: { ...site.request, segments: site.request.segments.filter(segment => !left.includes(segment)) } };
}

function paid(whole: SiteQuote, bare: SiteQuote): string | undefined {
  if (!isKnown(whole.steadyInputUsd) || !isKnown(bare.steadyInputUsd)) return undefined;
  const usd = difference(whole.steadyInputUsd, bare.steadyInputUsd, '');
  return usd.value > 0 ? usdPerThousandText(usd) : undefined;
}

interface Weighed {
  readonly segment: Segment;
  readonly name: string;
  readonly weight: number;
}

/** Heaviest first: what the input is shorter by without each. */
function weighed({ requote, quote }: RuleContext, whole: SiteQuote, tools: readonly Segment[]): readonly Weighed[] {
  const each = tools.map(segment => ({
    segment,
    name: nameOf(segment),
    weight: Math.round(whole.inputTokens.value - requote(without(quote.site, [segment])).inputTokens.value),
  }));
  return each.sort((a, b) => b.weight - a.weight);
}

function nameOf({ block, pieces }: Segment): string {
  const stated = entryArgument(block, 'name') ?? entryArgument(entryArgument(block, 'function'), 'name');
  const name = stated === undefined ? undefined : asText(stated);
  if (name !== undefined) return name;
  const [piece] = pieces;
  const written = piece?.kind === 'text' ? /"name": ?"([^"]{1,60})"/.exec(piece.text.text)?.[1] : undefined;
  return written ?? (piece?.kind === 'hole' ? labelOf(piece) : 'a tool without a name');
}
