import type { UsageGroup } from './tally';

/** A call site or prompt file, as far as usage can name it. */
export interface UsageTarget {
  /** Relative to its folder, with forward slashes. */
  readonly path: string;
  readonly line: number;
  readonly endLine: number;
  readonly identity: string;
  /** `Assistant.answer`; empty at the top of a file. */
  readonly symbol: string;
  /** Model ids that the call may name; empty: not known. */
  readonly models: readonly string[];
  readonly feature?: string;
}

/** By what a group was found to belong to a call, the surest first. */
export type MatchedBy = 'code location' | 'name' | 'tag' | 'model';

export interface Joined<T extends UsageTarget> {
  readonly matches: readonly { readonly target: T; readonly group: UsageGroup; readonly by: MatchedBy }[];
  /** Nobody is told from the others; with the reason, as a clause. */
  readonly unmatched: readonly { readonly group: UsageGroup; readonly why: string }[];
}

/** Tells which call made which usage. A match is one of a single call: usage that may be of several stays unmatched, and is shown as such. */
export function joinUsage<T extends UsageTarget>(groups: readonly UsageGroup[], targets: readonly T[]): Joined<T> {
  const matches: Joined<T>['matches'][number][] = [];
  const unmatched: Joined<T>['unmatched'][number][] = [];
  const possible = new Map<string, readonly T[]>();
  for (const group of groups) {
    const users = possible.get(group.model) ?? targets.filter(target => mayUse(target, group.model));
    possible.set(group.model, users);
    const found = matchOf(group, users);
    if (typeof found === 'string') unmatched.push({ group, why: found });
    else matches.push({ ...found, group });
  }
  return { matches, unmatched };
}

/** `possible`: all calls that may use the group's model. */
function matchOf<T extends UsageTarget>(
  group: UsageGroup,
  possible: readonly T[],
): { readonly target: T; readonly by: MatchedBy } | string {
  const ways: readonly (readonly [MatchedBy, readonly T[]])[] = [
    ['code location', possible.filter(target => isAt(target, group))],
    ['name', possible.filter(target => group.names.some(name => isNamed(target, name)))],
    ['tag', possible.filter(target => group.tags.some(tag => isNamed(target, tag)))],
    ['model', possible.filter(target => target.models.length > 0)],
  ];
  for (const [by, found] of ways) {
    const [target, ...others] = found;
    if (target !== undefined && others.length === 0) return { target, by };
  }
  const byModel = possible.filter(target => target.models.length > 0).length;
  if (byModel > 1) return `${byModel} calls use ${group.model}, and nothing tells them apart`;
  return `no call is known to use ${group.model}`;
}

/** A call of unknown model may use any. */
function mayUse({ models }: UsageTarget, model: string): boolean {
  return models.length === 0 || models.some(one => isSameModel(one, model));
}

/** A provider's answer names the dated version of what was asked for. */
function isSameModel(asked: string, used: string): boolean {
  const plain = (id: string) => id.toLowerCase().split('/').pop() ?? '';
  const [one, other] = [plain(asked), plain(used)];
  return one === other || (other.startsWith(`${one}-`) && /^-(?:\d{4}-\d\d-\d\d|\d{8}|\d{6}|\d{3}|latest)$/.test(other.slice(one.length)));
}

function isAt({ path, line, endLine, symbol }: UsageTarget, { code }: UsageGroup): boolean {
  if (code?.file === undefined) return code?.function !== undefined && isSymbol(symbol, code.function);
  const file = code.file.replaceAll('\\', '/');
  if (file !== path && !file.endsWith(`/${path}`) && !path.endsWith(`/${file}`)) return false;
  if (code.line !== undefined && code.line >= line && code.line <= endLine) return true;
  return code.function !== undefined && isSymbol(symbol, code.function);
}

/** `answer`, `Assistant.answer`, `support.assistant.Assistant.answer`. */
function isSymbol(symbol: string, name: string): boolean {
  return symbol !== '' && (name === symbol || name.endsWith(`.${symbol}`) || symbol.endsWith(`.${name}`));
}

function isNamed(target: UsageTarget, name: string): boolean {
  const file = target.path.split('/').pop() ?? '';
  const stem = file.replace(/\.[^.]+$/, '');
  const same = (one: string | undefined) => one !== undefined && one !== '' && one.toLowerCase() === name.toLowerCase();
  return same(target.identity) || isSymbol(target.symbol, name) || same(target.feature) || same(target.path) || same(stem);
}
