import { type Example, readExample } from './example';
import { isSchemaRefusal } from './shape';

/** So much text before an example says what it is an example of. */
const LEAD = 240;
const TELLS = /\b(?:json|format|schema|structure|shape|keys?|fields?|return|respond|output|answer|reply|like this|following|template)\b/i;
/** What is shown as input is no answer. */
const IS_INPUT = /\b(?:input|given|user'?s? (?:data|message)|context|record to|data to)\b[^\n]{0,40}$/i;
const MOST_ATTEMPTS = 60;

/** The example of the answer: undefined where there is none, several where they disagree. */
export function findExample(text: string): Example | 'several' | undefined {
  const found: Example[] = [];
  let done = 0;
  let attempts = 0;
  for (const match of text.matchAll(/[{[]/g)) {
    if (match.index < done || attempts++ > MOST_ATTEMPTS) continue;
    const example = readExample(text, match.index);
    if (example === undefined) continue;
    const lead = text.slice(Math.max(done, match.index - LEAD), match.index);
    done = example.to;
    const last = lead.trimEnd().split(/\n/).pop() ?? '';
    if (TELLS.test(lead) && !IS_INPUT.test(last.trimEnd().replace(/:$/, ''))) found.push(example);
  }
  const [first, ...others] = found;
  if (first === undefined || others.length === 0) return first;
  return others.every(other => keysOf(other) === keysOf(first)) ? first : 'several';
}

function keysOf({ shape }: Example): string {
  return isSchemaRefusal(shape) ? '' : JSON.stringify(shape, (key, value: unknown) => (key === 'description' ? undefined : value));
}
