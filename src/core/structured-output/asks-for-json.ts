const LEAD =
  '(?:return|respond|responses?|reply|answer|output|outputs|provide|produce|generate|give|format|formatted|emit|write|deliver|use|must be|should be|be|following|expected|required|list|extract|classify|summari[sz]e|identify|analy[sz]e|label|score|rate)';
/** Not an answer: what the model is given, or writes a program for. */
const NOT = '(?!\\s+(?:files?|parsers?|librar|inputs?|web|data\\s+(?:below|above)|below|above|documents?\\s+(?:below|above)))';
const ASKS = new RegExp(
  `\\b${LEAD}\\b[^.!?\\n]{0,60}?\\b(?<!not |no |never |parse |parses |parsing |read |reads )JSON\\b${NOT}` +
    `|\\bJSON\\b\\s+(?:object|array|list|format|only|response|output|schema)\\b[^.!?\\n]{0,40}?(?:\\bwith\\b|\\bcontaining\\b|\\bfields?\\b|\\bkeys?\\b|:)` +
    `|\\b(?:only|valid|strict|raw|pure)\\s+JSON\\b${NOT}` +
    `|\\b(?:response|output|answer|return)\\s+(?:format|structure|schema)\\b[^.\\n]{0,30}\\s*(?:\`\`\`(?:json)?\\s*)?\\{`,
  'i',
);
const DENIES = /\b(?:do not|don't|never|not)\b[^.\n]{0,30}\bJSON\b/i;

/** Where a prompt asks for JSON as its answer; undefined: it doesn't. */
export function asksForJson(text: string): { readonly from: number; readonly to: number } | undefined {
  const found = ASKS.exec(text);
  if (found === null) return undefined;
  const line = text.slice(text.lastIndexOf('\n', found.index) + 1, found.index + found[0].length);
  const denied = DENIES.test(line) && !/\b(?:only|valid)\b/i.test(line);
  return denied ? undefined : { from: found.index, to: found.index + found[0].length };
}
