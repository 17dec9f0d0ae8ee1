import type { ModelFacts, TokenCounting } from '../prices/model';
import type { CallSite } from '../request/call-site';
import type { Piece, Segment } from '../request/request';
import { anthropicToolSystem } from '../tokens/framing';
import { openaiTokensOfEachTool } from '../tokens/openai-tools';
import { type Estimate, exactly, sum } from './basis';
import { type CountTokens, segmentTokens, tokensOf } from './piece-tokens';

/** Counts what a request is made of, in tokens as its API charges them. */
export interface SegmentCounter {
  segment(segment: Segment): Estimate;
  /** Consecutive pieces of a segment that isn't sent, or isn't cacheable, as a whole. */
  pieces(pieces: readonly Piece[]): Estimate;
}

/** For those who only look where something stands. */
export const UNCOUNTED: SegmentCounter = { segment: () => exactly(0), pieces: () => exactly(0) };

/** Tools are counted as the API writes them out, all other segments as they stand. `model`: where it is known, for what it is told besides. */
export function segmentCounter(
  site: CallSite,
  model: ModelFacts | undefined,
  counting: TokenCounting,
  countTokens: CountTokens,
): SegmentCounter {
  let tools: ReadonlyMap<Segment, Estimate> | undefined;
  return {
    segment(segment) {
      if (segment.kind !== 'tools') return segmentTokens(segment, counting, countTokens);
      tools ??= toolTokens(site, model, counting, countTokens);
      return tools.get(segment) ?? segmentTokens(segment, counting, countTokens);
    },
    pieces: pieces => tokensOf(pieces, counting, countTokens),
  };
}

/** Each with its share; what any tools cost is the first one's. */
function toolTokens(
  site: CallSite,
  model: ModelFacts | undefined,
  counting: TokenCounting,
  countTokens: CountTokens,
): ReadonlyMap<Segment, Estimate> {
  const tools = site.request.segments.filter(segment => segment.kind === 'tools');
  const definitions = tools.flatMap(segment => definitionIn(segment) ?? []);
  const published =
    isOpenAi(site) && definitions.length === tools.length
      ? openaiTokensOfEachTool(definitions, counting.encoding, text => countTokens(text, counting).value)
      : [];
  return new Map(
    tools.map((segment, index) => {
      const tokens = published[index] ?? {
        ...segmentTokens(segment, counting, countTokens),
        basis: 'estimated' as const,
        why: 'tool definitions counted as their JSON',
      };
      const told = index === 0 && site.api === 'anthropic-messages';
      return [segment, told ? sum([tokens, anthropicToolSystem(model?.id ?? site.model.value, 'auto')]) : tokens];
    }),
  );
}

function definitionIn({ pieces: [piece, ...others] }: Segment): unknown {
  return piece?.kind === 'text' && others.length === 0 ? parsed(piece.text.text) : undefined;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined; // not JSON after all: counted as plain text
  }
}

/** Whether a request is one of OpenAI's API, whoever serves it. */
export function isOpenAi({ api }: CallSite): boolean {
  return api === 'openai-chat' || api === 'openai-responses';
}
