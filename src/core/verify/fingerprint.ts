import type { CallSite } from '../request/call-site';
import type { Piece, Segment } from '../request/request';
import { statedParameters } from '../routing/stated-parameters';
import type { Value } from '../source/values';

/** Tells a request from one that says something else, whichever model it goes to and wherever it stands. 14 hexadecimal digits. */
export function requestFingerprint(site: Pick<CallSite, 'request' | 'parameters' | 'api' | 'sdk' | 'outputCap'>): string {
  const { request, outputCap } = site;
  const parameters = [...statedParameters(site)].flatMap(([name, { value }]) => {
    const said = scalarOf(value);
    return said === undefined || name === 'model' ? [] : [[name, said]];
  });
  return hash(JSON.stringify([request.segments.map(segmentOf), outputCap.value ?? outputCap.state, parameters.sort()]));
}

function segmentOf({ kind, role, pieces, repeats, optional }: Segment): unknown {
  return [kind, role, repeats, optional, pieces.map(pieceOf)];
}

function pieceOf(piece: Piece): unknown {
  if (piece.kind === 'text') return piece.text.text;
  return piece.kind === 'choice' ? piece.options.map(option => option.map(pieceOf)) : { hole: piece.label };
}

/** Prompts are among the segments; what else is worth comparing is a number, a flag or a name. */
function scalarOf(value: Value): string | undefined {
  if (value.kind === 'scalar') return String(value.value);
  return value.kind === 'text' ? value.text.text.slice(0, LONGEST_NAME) : undefined;
}

const LONGEST_NAME = 100;

/** 53 bits in two lanes of 32 (after cyrb53, public domain): enough to tell versions of one prompt, no protection against forgery. */
function hash(text: string): string {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 0x9e3779b1);
    low = Math.imul(low ^ code, 0x5f356495);
  }
  high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
  return (0x100000000 * (0x1fffff & low) + (high >>> 0)).toString(16).padStart(14, '0');
}
