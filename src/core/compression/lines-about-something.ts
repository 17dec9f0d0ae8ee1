import { linesOf, type Range } from './protected-text';

/** Data: `"name": "search"`. */
const JSON_DATA = /"[\w-]{1,60}"\s{0,4}:\s{0,4}(?:["[{\d]|true|false|null)/;
/** Code, and changes to code: what it says again, it does again. */
const CODE = [
  /^\s*[+-][ \t]{2,}\S/,
  /(?<![!=<>])[!=]==?(?!=)\s/,
  /(?:=>|->)\s*[\w({[]/,
  /[;{]\s*$/,
  /\b\w+\.\w+\([^)]*\)\s*[).,:;]*$/,
  /^\s*(?:[+-]\s*)?(?:return|import|from|const|let|var|def|class|function|public|private|async|await)\s+[\w.'"`$({[]+\s*(?:[;:({=,.[]|$)/,
];
const QUOTED_CODE = /`[^`\n]*`/g;
/** An item or a line on one thing, and what it says of that: `- limit: How many to list. At most 10.` */
const TERM = /^\s*(?:[-*+•–]\s+|\d{1,3}[.)]\s+)?[`"'*_]{0,3}([\w.-]{1,60})[`"'*_]{0,3}(?:\s?\([^()\n]{0,60}\))?[`"'*_]{0,3}\s?:\s/;
/** What only announces an instruction. */
const ANNOUNCES = /^(?:important|note|nb|warning|caution|attention|critical|reminder|remember|rules?|instructions?|task|please)$/i;

/** Lines of data or code, which ask nothing. */
export function dataLines(text: string): readonly Range[] {
  return linesOf(text).filter(line => JSON_DATA.test(line.text) || isCode(line.text.replace(QUOTED_CODE, 'code')));
}

/** Lines that say something of one thing: what is said there again is said of another. */
export function termLines(text: string): readonly Range[] {
  return linesOf(text).filter(line => {
    const term = TERM.exec(line.text)?.[1];
    return term !== undefined && !ANNOUNCES.test(term);
  });
}

function isCode(line: string): boolean {
  return CODE.some(pattern => pattern.test(line));
}
