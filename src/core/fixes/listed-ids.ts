import type { Span } from '../source/span';

/** How far around an id the call is looked for that declares what may stand there. */
const MOST_CHARACTERS = 2000;

/** Whether an id is the default of something that only takes ids of a list (`choices=MODELS`), in which another one isn't yet. */
export function isOfList(text: string, { start }: Pick<Span, 'start'>, newId: string): boolean {
  if (text.includes(`"${newId}"`) || text.includes(`'${newId}'`)) return false;
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start).trimEnd();
  if (before.endsWith('=') && (before.includes('Literal[') || /['"] ?\|/.test(before))) return true;
  if (before.endsWith('.default(') && before.includes('enum(')) return true;
  return /\b(?:choices\s?[=:]|Choice\()/.test(bracketsAround(text, start));
}

/** The innermost brackets with what is in them, as far as brackets in texts don't matter. */
function bracketsAround(text: string, offset: number): string {
  const opening = unpaired(text, offset - 1, -1);
  return opening === undefined ? '' : text.slice(opening, unpaired(text, offset, 1) ?? offset);
}

const WAYS = { [-1]: { opens: ')]}', closes: '([{' }, 1: { opens: '([{', closes: ')]}' } };

/** The first bracket on the way whose other one isn't. */
function unpaired(text: string, from: number, way: -1 | 1): number | undefined {
  const { opens, closes } = WAYS[way];
  let depth = 0;
  for (let at = from; at >= 0 && at < text.length && Math.abs(at - from) < MOST_CHARACTERS; at += way) {
    const sign = text.charAt(at);
    if (opens.includes(sign)) depth += 1;
    else if (closes.includes(sign)) {
      if (depth === 0) return at;
      depth -= 1;
    }
  }
  return undefined;
}
