import type { Analysis } from '../../core/quote/analysis';
import type { Span } from '../../core/source/span';

/** 1-based. */
export interface Lines {
  readonly line: number;
  readonly endLine: number;
}

type Places = Pick<Analysis, 'quotes' | 'findings' | 'problems'>;

/** The places whose lines reports show. */
export function placesOf({ quotes, findings, problems }: Places): readonly Span[] {
  return [
    ...quotes.map(({ site }) => site.at),
    ...findings.flatMap(({ at, related }) => [at, ...(related === undefined ? [] : [related.at])]),
    ...problems.map(({ at }) => at),
  ];
}

/** `lines`: first and last line of each of the analysis' places, in their order. */
export function linesByPlace(analysis: Places, lines: readonly number[]): (at: Span) => Lines {
  const indexes = new Map(placesOf(analysis).map((at, index) => [keyOf(at), index]));
  return at => {
    const index = indexes.get(keyOf(at)) ?? -1;
    const line = lines[2 * index];
    const endLine = lines[2 * index + 1];
    if (line === undefined || endLine === undefined) throw new Error(`No lines were looked up for ${keyOf(at)}`);
    return { line, endLine };
  };
}

function keyOf({ uri, start, end }: Span): string {
  return `${uri}#${start}-${end}`;
}
