import { labelOf } from '../link/labels';
import type { CallSite } from '../request/call-site';
import type { Edit } from '../source/edit';
import type { CodeSummary, Scope } from '../source/summary';
import type { Call, Value } from '../source/values';

/** Where the text of an answer is parsed into a class: `mapper.readValue(text, Invoice.class)`. */
export interface TextReading {
  readonly parse: Call;
  /** `Invoice.class`, as written. */
  readonly type: string;
  readonly scope: Scope;
  readonly source: string;
}

/** The only such parser in the call's own function; undefined: there is none, or several. */
export function textReading(summary: CodeSummary, site: CallSite, text: string): TextReading | undefined {
  const place = summary.calls.find(({ call }) => call.at.start === site.at.start && call.at.end === site.at.end);
  const scope = place && summary.scopes[place.scope];
  const parses = summary.calls.filter(
    ({ call, scope: id }) => id === scope?.id && /(?:^|\.)(?:readValue|fromJson)$/.test(labelOf(call.callee)),
  );
  const [only, ...others] = parses;
  const type = only?.call.args[1]?.at;
  if (only === undefined || others.length > 0 || scope === undefined || type === undefined) return undefined;
  const written = text.slice(type.start, type.end);
  return /^[\w.]+\.class$/.test(written) ? { parse: only.call, type: written, scope, source: text } : undefined;
}

/**
 * Puts the object where its text was. `read` is what gives the text: behind the call (at `from`), or at the end of what is parsed.
 * `instead` is written over it; undefined: it stays, as it gives the object from now on. Undefined where the text is used otherwise.
 */
export function readsText(
  { parse, type, scope, source }: TextReading,
  from: number | undefined,
  read: RegExp,
  instead: ((type: string, written: string) => string) | undefined,
): readonly Edit[] | undefined {
  const given = parse.args[0]?.value;
  if (given === undefined || isGuarded(scope, parse, source)) return undefined;
  const { uri } = parse.at;
  const replaced = (start: number, end: number, newText: string): Edit => ({ uri, start, end, newText });
  const variable = given.kind === 'name' ? textVariable(scope, given.name, source) : undefined;
  if (given.kind === 'name' && variable === undefined) return undefined;
  const whole = variable?.value.at ?? given.at;
  const written = source.slice(whole.start, whole.end);
  const start = from === undefined ? whole.start + (read.exec(written)?.index ?? -1) : from;
  const taken = read.exec(source.slice(start, whole.end))?.[0];
  if (start < whole.start || taken === undefined || start + taken.length !== whole.end) return undefined;
  const changed = instead === undefined ? [] : [replaced(start, whole.end, instead(type, taken))];
  if (variable === undefined) {
    return [replaced(parse.at.start, given.at.start, ''), ...changed, replaced(given.at.end, parse.at.end, '')];
  }
  const typed = variable.typeAt === undefined ? [] : [replaced(variable.typeAt.start, variable.typeAt.end, type.replace(/\.class$/, ''))];
  return [...typed, ...changed, replaced(parse.at.start, parse.at.end, source.slice(given.at.start, given.at.end))];
}

/** A variable that is set once, and read by the parser alone. */
function textVariable(
  scope: Scope,
  name: string,
  source: string,
): { readonly value: Value; readonly typeAt: { readonly start: number; readonly end: number } | undefined } | undefined {
  const sets = scope.effects.flatMap(effect =>
    effect.kind === 'assign' && effect.target.root !== 'self' && effect.target.root.name === name ? [effect] : [],
  );
  const [only, ...others] = sets;
  const uses = source.slice(scope.at.start, scope.at.end).match(new RegExp(`(?<![\\w.])${name}\\b`, 'g'))?.length ?? 0;
  if (only === undefined || others.length > 0 || uses !== 2) return undefined;
  const declared = new RegExp(`\\b(String|var)(\\s+${name}\\s*=\\s*)$`).exec(source.slice(0, only.value.at.start));
  if (declared === null) return undefined;
  const typeAt = declared[1] === 'var' ? undefined : { start: declared.index, end: declared.index + 'String'.length };
  return { value: only.value, typeAt };
}

/** What the parser throws is caught by name, which no compiler takes where nothing throws it; or what is caught is the parser's alone. */
function isGuarded(scope: Scope, { at }: Call, source: string): boolean {
  return scope.blocks.some(
    block =>
      block.kind === 'try' &&
      block.at.start <= at.start &&
      at.end <= block.at.end &&
      !/^\s*catch\s*\(\s*(?:final\s+)?(?:Exception|RuntimeException|Throwable)\s/.test(source.slice(block.at.end)),
  );
}
