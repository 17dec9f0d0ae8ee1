import { withoutExamples } from './without-examples';

const BESIDES = [
  /\balso\s{1,4}(?:generate|return|provide|include|output|give|add|produce|write)\b[^.\n]{0,60}\bJSON\b/i,
  /\b(?:wrap|enclose|put|place)\b[^.\n]{0,40}\bJSON\b[^.\n]{0,40}\b(?:in|within|inside|between)\b[^.\n]{0,20}<\w/i,
  // `In <thought>, discuss … In <json>, give …`
  /\bin <JSON>/i,
  /\b(?:followed by|(?:end|finish|conclude)(?: (?:your|the) (?:answer|response|reply|message))? with|at the end of (?:your|the) (?:answer|response|reply))\b[^.\n]{0,40}\bJSON\b/i,
];

/** Whether the JSON that a prompt asks for is a part of the answer: a schema holds the whole. */
export function asksBesidesJson(prompt: string): boolean {
  const text = withoutExamples(prompt);
  return BESIDES.some(pattern => pattern.test(text));
}
