import { costOf } from '../prices/cost';
import type { ModelFacts } from '../prices/model';
import { isAddedBehind } from '../request/added-segment';
import type { CallSite } from '../request/call-site';
import type { Segment } from '../request/request';
import type { Span } from '../source/span';
import { anthropicFraming, openaiFraming } from '../tokens/framing';
import type { QuotePart } from './analysis';
import { type Estimate, exactly, isKnown, type Money, sum } from './basis';
import { retrievedPart } from './retrieved';
import { isOpenAi, type SegmentCounter } from './segment-counter';

export interface CountedRequest {
  readonly parts: readonly QuotePart[];
  readonly textTokens: Estimate;
  readonly inputTokens: Estimate;
}

/** A request counted part by part; the parts add up to `inputTokens`. */
export function countRequest(
  site: CallSite,
  model: ModelFacts | undefined,
  counter: SegmentCounter,
  prefixSpans: readonly Span[],
): CountedRequest {
  const { segments } = site.request;
  const tools = segments.filter(segment => segment.kind === 'tools');
  const rest = segments.filter(segment => segment.kind !== 'tools');
  const texts = rest.map(segment => ({ segment, tokens: counter.segment(segment) }));
  const labels = labelsOf(rest);
  const toolTokens = tools.length === 0 ? undefined : sum(tools.map(segment => counter.segment(segment)));
  const framing = framingOf(site, model);
  const withRetrieved = (counted: QuotePart, segment: Segment): QuotePart => {
    const retrieved = retrievedPart(segment, counter);
    return retrieved === undefined ? counted : { ...counted, retrieved };
  };
  const parts: QuotePart[] = [
    ...(toolTokens === undefined ? [] : [part('tools', tools[0]?.at ?? site.at, toolTokens, model, true)]),
    ...texts.map(({ segment, tokens }, index) =>
      withRetrieved(part(labels[index] ?? segment.role, segment.at, tokens, model, isCacheable(segment, prefixSpans)), segment),
    ),
    ...(framing.high > 0 ? [part('framing', site.at, framing, model, false)] : []),
  ];
  return {
    parts,
    textTokens: texts.length === 0 ? exactly(0) : sum(texts.map(({ tokens }) => tokens)),
    inputTokens: parts.length === 0 ? exactly(0) : sum(parts.map(({ tokens }) => tokens)),
  };
}

function part(label: string, at: Span, tokens: Estimate, model: ModelFacts | undefined, cacheable: boolean): QuotePart {
  return { label, at, tokens, usd: costOf(model, { inputTokens: tokens }).inputUsd, cacheable, why: tokens.why };
}

/** The price of writing to the cache above that of plain input, as a part of its own, so that the parts add up to the cost. */
export function writePremium(site: CallSite, inputUsd: Money, parts: readonly QuotePart[]): readonly QuotePart[] {
  const known = parts.map(({ usd }) => usd).filter(isKnown);
  if (!isKnown(inputUsd) || known.length < parts.length) return [];
  const plain = sum(known);
  const premium = inputUsd.value - plain.value;
  if (premium <= inputUsd.value * 1e-9) return [];
  const usd: Estimate = {
    ...inputUsd,
    value: premium,
    low: Math.max(0, inputUsd.low - plain.low),
    high: Number.isFinite(inputUsd.high) ? Math.max(premium, inputUsd.high - plain.high) : Number.POSITIVE_INFINITY,
    why: '',
  };
  return [
    { label: 'cache write', at: site.at, tokens: exactly(0), usd, cacheable: false, why: 'premium for writing the prefix to the cache' },
  ];
}

/** `system`, `user`, and numbers where a role comes more than once. */
function labelsOf(segments: readonly Segment[]): readonly string[] {
  const names = segments.map(nameOf);
  return names.map((name, index) =>
    names.filter(other => other === name).length === 1
      ? name
      : `${name} ${names.slice(0, index + 1).filter(other => other === name).length}`,
  );
}

function nameOf(segment: Segment): string {
  const { repeats, kind, role, pieces } = segment;
  if (repeats) return 'history';
  const [added] = isAddedBehind(segment) ? pieces : [];
  return added?.kind === 'hole' ? added.label : kind === 'schema' ? 'response schema' : role;
}

function isCacheable(segment: Segment, prefix: readonly Span[]): boolean {
  return segment.pieces.some(piece =>
    prefix.some(span => span.uri === piece.at.uri && span.start < piece.at.end && piece.at.start < span.end),
  );
}

/** What is embedded is a text: no message, whose answer is no text. */
export function embeds({ api }: CallSite): boolean {
  return api.endsWith('embeddings');
}

/** APIs that take a text as it is: a description of a picture, what is to be spoken, what is to be continued. */
const OF_PLAIN_TEXT = /embeddings$|images$|audio$|speech$|transcription$|videos$|rerank$|ocr$|(?:^|-)completions$/;

function framingOf(site: CallSite, model: ModelFacts | undefined): Estimate {
  if (OF_PLAIN_TEXT.test(site.api)) return exactly(0);
  const { segments } = site.request;
  const messages = segments.filter(
    segment => segment.startsMessage && !segment.repeats && !(site.api === 'anthropic-messages' && segment.kind === 'system'),
  ).length;
  if (messages === 0) return exactly(0);
  const provider = model?.provider ?? site.provider.value;
  if (provider === 'anthropic' || site.api === 'anthropic-messages') return anthropicFraming(messages);
  // Who else serves that API may frame messages otherwise, and not by nothing.
  return provider === 'openai' || provider === 'azure' || isOpenAi(site) ? openaiFraming(messages) : exactly(0);
}
