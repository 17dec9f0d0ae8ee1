import { matcherOf } from '../source/formats/select/globs';
import type { RuleId } from './analysis';
import type { QuoteSettings } from './settings';

/** Whether the user asked for silence about a rule in a file or at a line. */
export interface Suppression {
  inFile(rule: RuleId): boolean;
  atLine(rule: RuleId, offset: number): boolean;
}

/** A comment on the line itself or the one above: `promptfare-ignore no-dynamic-prefix`, several ids by comma, none for every rule. */
const COMMENT = /promptfare-ignore\b(?:[ \t]+([a-z][a-z0-9-]*(?:[ \t]*,[ \t]*[a-z][a-z0-9-]*)*))?/;

/** What of a file's findings is silenced, by globs of the settings and by comments on a line or the one above. */
export function suppressionIn(uri: string, text: string | undefined, settings: QuoteSettings): Suppression {
  const everywhere = matches(settings.ignore['*'], uri);
  return {
    inFile: rule => everywhere || matches(settings.ignore[rule], uri),
    atLine(rule, offset) {
      if (text === undefined) return false;
      const line = lineAround(text, offset);
      const above = lineAround(text, Math.max(0, line.start - 1));
      return [line, ...(above.start < line.start ? [above] : [])].some(({ text: content }) => names(content, rule));
    },
  };
}

function matches(globs: readonly string[] | undefined, uri: string): boolean {
  return globs !== undefined && globs.length > 0 && matcherOf(globs)(uri);
}

function names(line: string, rule: RuleId): boolean {
  const match = COMMENT.exec(line);
  if (match === null) return false;
  return match[1] === undefined || match[1].split(',').some(id => id.trim() === rule);
}

function lineAround(text: string, offset: number): { readonly start: number; readonly text: string } {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  return { start, text: text.slice(start, end < 0 ? text.length : end) };
}
