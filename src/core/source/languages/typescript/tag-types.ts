/** Types are looked for this far before a template. */
const NEAR = 300;

/**
 * sql<User[]>`SELECT …`: the grammar knows no types between a tag and its template, and takes the marks around them for comparisons.
 * They are read as white space.
 */
export function withoutTagTypes(text: string): string {
  let read = '';
  let done = 0;
  for (let end = text.indexOf('>`'); end !== -1; end = text.indexOf('>`', end + 2)) {
    const start = startOf(text, end);
    if (start === undefined || start < done) continue;
    read += text.slice(done, start) + text.slice(start, end + 1).replace(/[^\n\r]/g, ' ');
    done = end + 1;
  }
  return done === 0 ? text : read + text.slice(done);
}

/** What stands in no type, or in too few to tell them from comparisons. */
const NO_TYPE = new Set('`()=+!');

/** The mark that opens the types which end there, right behind a name. */
function startOf(text: string, end: number): number | undefined {
  let depth = 0;
  for (let at = end; at > Math.max(0, end - NEAR); at--) {
    const sign = text.charAt(at);
    const isDoubled = sign === text.charAt(at - 1) && (sign === '&' || sign === '|');
    if (NO_TYPE.has(sign) || isDoubled) return undefined;
    if (sign === '>') depth++;
    else if (sign === '<' && --depth === 0) return /[\w$\])]/.test(text.charAt(at - 1)) && at < end - 1 ? at : undefined;
  }
  return undefined;
}
