import type { CallSite } from '../request/call-site';

/**
 * Whether what grows where a call stands may be sent: what a function of the project does with what it is handed, only its request says.
 * `asMessages`: each item as a message of its own.
 */
export function sendsWhatGrows({ via, at: { uri }, request: { segments } }: CallSite, asMessages: boolean): boolean {
  if (via.length === 0) return true;
  return segments.some(
    ({ repeats, at, pieces }) => (repeats || !asMessages) && (at.uri === uri || pieces.some(piece => piece.at.uri === uri)),
  );
}
