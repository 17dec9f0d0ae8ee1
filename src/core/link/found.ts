import { oneOf } from '../request/one-of';
import type { SiteContent } from '../request/read-site';
import type { Span } from '../source/span';
import type { Call } from '../source/values';

/** An SDK's call that a call leads to. */
export interface Found {
  readonly content: SiteContent;
  /** What holds its arguments, for edits: the call itself, or the builder of the request that it is handed. */
  readonly holder: Call;
  /** The SDK's own call. */
  readonly at: Span;
  /** Names of the wrappers passed through, outermost first. */
  readonly via: readonly string[];
  /** The calls inside of those wrappers by which it leads to the SDK's, outermost first. */
  readonly innerCalls: readonly Span[];
  /** It still depends on its own caller. */
  readonly wrapped: boolean;
  /** Of several that the SDK's own call leads to, all of them made one after the other, which it is. */
  readonly step?: number;
  /** It leads to one of many functions, of which no other was followed. */
  readonly oneOfMany?: true;
}

/** What a call spends. */
export interface Spending {
  readonly found: readonly Found[];
  /** It may spend more, once a caller passes a client. */
  readonly open: boolean;
  /** It also leads to calls that send what they send whoever makes it, and which are told where they stand. */
  readonly own: boolean;
  /** Nothing was found, but not all was followed: what it leads to lies too deep. */
  readonly cut?: true;
}

export const NOTHING_SPENT: Spending = { found: [], open: false, own: false };
export const CUT_SHORT: Spending = { ...NOTHING_SPENT, cut: true };

/** Whether whoever makes a call decides about what it spends. */
export function isLeftToCallers({ found, open }: Spending): boolean {
  return open || found.some(site => site.wrapped);
}

/** The same, of which whoever makes the call decides. */
export function leftToCallers({ found, ...spending }: Spending): Spending {
  return { ...spending, found: found.map(each => ({ ...each, wrapped: true })) };
}

/** Nothing was found because it would have to be followed any deeper. */
export function isCutShort({ found, cut }: Spending): boolean {
  return found.length === 0 && cut === true;
}

/** What a call of a function spends by a call inside of it. */
export function throughCall(at: Span, { found, ...spending }: Spending): Spending {
  return { ...spending, found: found.map(each => ({ ...each, innerCalls: [at, ...each.innerCalls] })) };
}

/** The inner calls of all ways that one call may take. */
export function innerCallsOf(ways: readonly Found[]): readonly Span[] {
  const all = ways.flatMap(({ innerCalls }) => innerCalls);
  return [...new Map(all.map(at => [`${at.uri}:${at.start}`, at])).values()];
}

/** The same for the same call of an SDK. */
export function keyOf({ at, step }: Found): string {
  return `${at.uri}:${at.start}:${step ?? 0}`;
}

/** One call that leads to an SDK's call on several ways is one call, of which each way may be taken. */
export function merged(all: readonly Found[]): readonly Found[] {
  const ways = new Map<string, Found[]>();
  for (const found of all) {
    const key = keyOf(found);
    const same = ways.get(key);
    if (same === undefined) ways.set(key, [found]);
    else same.push(found);
  }
  return [...ways.values()].flatMap(([first, ...others]) => {
    if (first === undefined || others.length === 0) return first ?? [];
    const content = oneOf(
      first.content,
      [first, ...others].map(way => way.content),
    );
    const ways = [first, ...others];
    return { ...first, content, innerCalls: innerCallsOf(ways), wrapped: ways.some(way => way.wrapped) };
  });
}

/** What is paid for. A search that embeds its question and one that asks a model have no model in common, nor have speech and pictures. */
export function paidFor({ content: { outputCap, chargedBy } }: Found): string {
  return outputCap.state === 'unsupported' ? (chargedBy ?? 'what is read') : 'the answer';
}
