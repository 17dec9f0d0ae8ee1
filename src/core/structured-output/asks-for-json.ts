import { withoutExamples } from './without-examples';

const LEAD =
  '(?:return|respond|responses?|reply|answer|output|outputs|provide|produce|generate|give|format|formatted|emit|write|deliver|use|must be|should be|be|following|expected|required|list|extract|classify|summari[sz]e|identify|analy[sz]e|label|score|rate)';
/** Not an answer: what the model is given, or writes a program for. */
const NOT = '(?!\\s+(?:files?|parsers?|mode|librar|inputs?|web|data\\s+(?:below|above)|below|above|documents?\\s+(?:below|above)))';
const ASKS = new RegExp(
  `\\b${LEAD}\\b[^.!?\\n]{0,60}?\\b(?<!not |no |never |parse |parses |parsing |read |reads )JSON\\b${NOT}` +
    `|\\bJSON\\b\\s+(?:object|array|list|format|only|response|output|schema)\\b[^.!?\\n]{0,40}?(?:\\bwith\\b|\\bcontaining\\b|\\bfields?\\b|\\bkeys?\\b|:)` +
    `|\\b(?:only|valid|strict|raw|pure)\\s+JSON\\b${NOT}` +
    `|\\b(?:response|output|answer|return)\\s+(?:format|structure|schema)\\b[^.\\n]{0,30}\\s*(?:\`\`\`(?:json)?\\s*)?\\{`,
  'gi',
);
const DENIES = /\b(?:do not|don't|never|not)\b[^.\n]{0,30}\bJSON\b/i;
/** Says of something else in what form it comes: “a set of examples (they will be in JSON …)”. */
const TELLS = /\((?:it|they|these|this|which)(?:['’](?:ll|s|re)| will| is| are)\b[^()\n]*$/i;
/** Says what others may ask for. */
const SUPPOSES = /\bif you (?:want|need|would like)\b/i;

/** Where a prompt asks for JSON as its answer; undefined: it doesn't. */
export function asksForJson(prompt: string): { readonly from: number; readonly to: number } | undefined {
  const text = withoutExamples(prompt);
  for (const { 0: found, index } of text.matchAll(ASKS)) {
    const line = text.slice(text.lastIndexOf('\n', index) + 1, index + found.length);
    const denied = (DENIES.test(line) && !/\b(?:only|valid)\b/i.test(line)) || SUPPOSES.test(line) || TELLS.test(line);
    if (!denied) return { from: index, to: index + found.length };
  }
  return undefined;
}
