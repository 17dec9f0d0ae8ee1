import { commentLines } from './lines';
import type { ScaffoldOf } from './scaffold';

/** A cache of answers in the process, of its own file, with the types between ‹ and ›. */
export function cacheInTypeScript({ symbol, file, callee, call }: ScaffoldOf): string {
  const whose = symbol === '' ? file : `\`${symbol}\` (${file})`;
  return `// Keeps answers for a while, so that ${whose} pays for the same request once.
//
// Scaffolded by Promptfare; make it your own. Hand the request over in place of sending it:
//
//     await cached({ …the arguments of today… }, request => ${callee}(request));
//
// It lives in this process and ends with it; for several processes keep the answers in Redis or the like. Today:
//
${commentLines(call, '//')}

const KEPT_MS = 60 * 60 * 1000;
const MOST_ANSWERS = 1000;
const kept = new Map‹<string, { readonly until: number; readonly answer: Promise<unknown> }>›();

/** The answer to a request, asked for only if none is kept. Requests are the same if all of their arguments are. */
export function cached‹<Request, Answer>›(request‹: Request›, send‹: (request: Request) => Promise<Answer>›)‹: Promise<Answer>› {
  const key = JSON.stringify(request);
  const known = kept.get(key);
  if (known !== undefined && known.until > Date.now()) return known.answer‹ as Promise<Answer>›;
  const answer = send(request);
  kept.delete(key);
  const [oldest] = kept.keys();
  if (kept.size >= MOST_ANSWERS && oldest !== undefined) kept.delete(oldest);
  kept.set(key, { until: Date.now() + KEPT_MS, answer });
  // What failed is asked for again.
  answer.catch(() => kept.delete(key));
  return answer;
}
`;
}
