import type { TokenCounting } from '../prices/model';
import type { Piece, Segment, StatedTokens } from '../request/request';
import { WORKSPACE_FILE_NAME } from '../workspace-file/name';
import { type Estimate, exactly, sum } from './basis';
import type { QuoteEnvironment } from './environment';

export type CountTokens = QuoteEnvironment['countTokens'];

/** Tokens of consecutive pieces. Adjacent texts are counted as one, as the provider would; a hole leaves the band open. */
export function tokensOf(pieces: readonly Piece[], counting: TokenCounting, countTokens: CountTokens): Estimate {
  const parts: Estimate[] = [];
  let text = '';
  const flush = () => {
    if (text !== '') parts.push(countTokens(text, counting));
    text = '';
  };
  for (const piece of pieces) {
    if (piece.kind === 'text') {
      text += piece.text.text;
      continue;
    }
    flush();
    if (piece.kind === 'hole' && piece.empty === true) continue;
    if (piece.kind === 'hole') {
      parts.push(sizeOfHole(piece));
      continue;
    }
    const options = piece.options.map(option => tokensOf(option, counting, countTokens));
    parts.push(piece.rounds ? meanOf(options) : oneOf(options, piece.defaultOf));
  }
  flush();
  return parts.length === 0 ? exactly(0) : sum(parts);
}

/** A segment as often as it stands there: perhaps never, perhaps any number of times. */
export function segmentTokens(segment: Segment, counting: TokenCounting, countTokens: CountTokens): Estimate {
  const once = tokensOf(segment.pieces, counting, countTokens);
  if (segment.repeats && segment.statedTokens !== undefined) return stated(segment.statedTokens, 'the history');
  if (segment.repeats)
    return { value: 0, low: 0, high: Number.POSITIVE_INFINITY, basis: 'estimated', why: 'without the messages that repeat' };
  if (segment.derivedFrom !== undefined) return derived(once, segment.derivedFrom);
  return sentAtTimes(segment, once);
}

/** What is counted of a segment, or nothing where it isn't always sent. */
export function sentAtTimes({ optional }: Segment, once: Estimate): Estimate {
  return optional ? { ...once, low: 0, basis: 'estimated', why: 'a part is only sent at times' } : once;
}

/** Packages add descriptions and references, or leave out what is the default: 0.7 to 1.6 of the plain schema. */
function derived(once: Estimate, type: string): Estimate {
  const why = `the schema as the fields of ${type} tell it; the package writes it its own way`;
  return { value: once.value, low: Math.floor(once.low * 0.7), high: Math.ceil(once.high * 1.6), basis: 'estimated', why };
}

function sizeOfHole({ label, statedTokens }: Extract<Piece, { kind: 'hole' }>): Estimate {
  if (statedTokens !== undefined) return stated(statedTokens, label);
  return { value: 0, low: 0, high: Number.POSITIVE_INFINITY, basis: 'estimated', why: `without ${label}` };
}

function stated({ low, high }: StatedTokens, label: string): Estimate {
  return { value: (low + high) / 2, low, high, basis: 'assumed', why: `${label} as ${WORKSPACE_FILE_NAME} states its size` };
}

/** Each of several known texts, in rounds of a loop. */
function meanOf(options: readonly Estimate[]): Estimate {
  const any = oneOf(options);
  if (any.low === any.high) return any;
  const value = options.reduce((total, option) => total + option.value, 0) / options.length;
  return { ...any, value: Math.round(value), why: `the mean of ${options.length} texts, one in each round of the loop` };
}

/** One of several known texts: the longest is the value, since it is what a budget must bear. */
function oneOf(options: readonly Estimate[], defaultOf?: string): Estimate {
  const [first] = options;
  if (first === undefined) return exactly(0);
  const value = Math.max(...options.map(option => option.value));
  const low = Math.min(...options.map(option => option.low));
  const high = Math.max(...options.map(option => option.high));
  if (options.length === 1) return first;
  if (low === high) return { ...first, value, low, high };
  const why = defaultOf === undefined ? `one of ${options.length} texts` : `with the default of ${defaultOf}`;
  return { value, low, high, basis: 'estimated', why };
}
