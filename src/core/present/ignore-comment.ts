import { LANGUAGES } from '../source/languages/known-languages';

/** The directive that analysis looks for, on a line or the one above it. */
const DIRECTIVE = 'promptfare-ignore';

/**
 * The line that silences a rule at the line below, or what to add to a directive that already stands there: a second line
 * would part the first from what it silences.
 */
export function ignoreComment(
  languageId: string,
  rule: string,
  lineAbove: string,
  indentation: string,
): { readonly newLine: string } | { readonly append: string } {
  if (lineAbove.includes(DIRECTIVE)) return { append: `, ${rule}` };
  return { newLine: `${indentation}${LANGUAGES.find(({ id }) => id === languageId)?.lineComment ?? '//'} ${DIRECTIVE} ${rule}` };
}
