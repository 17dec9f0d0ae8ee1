import type { Span } from '../../span';
import type { Hole, Volatility } from '../../values';
import { mostVolatile, suggestFromName } from '../../variable-names';
import { labelOf, pathsOf } from './scan';

/** Names that a loop binds, and where bare names come from inside it. */
export interface LoopScope {
  readonly collection: readonly string[];
  readonly binds: readonly string[];
  readonly relative: boolean;
}

/** Functions that prove what they give, by the name they are called by. */
const provenCalls: Readonly<Record<string, { readonly volatility: Volatility; readonly reason: string }>> = Object.assign(
  Object.create(null),
  Object.fromEntries([
    ...[
      'now',
      'utcnow',
      'datetime.now',
      'datetime.utcnow',
      'datetime.today',
      'datetime.datetime.now',
      'datetime.datetime.utcnow',
      'time.time',
      'Date.now',
    ].map(name => [name, { volatility: 'call', reason: 'reads the clock' }] as const),
    ...['today', 'date.today', 'datetime.date.today'].map(name => [name, { volatility: 'day', reason: 'reads the date' }] as const),
    ...['uuid4', 'uuid.uuid4', 'random', 'random.random', 'randint'].map(
      name => [name, { volatility: 'call', reason: 'is random' }] as const,
    ),
  ]),
);

/** What `{{ expression }}` puts into the text: never known, but its name or a call in it may say how often it changes. */
export function holeOf(expression: string, at: Span, scopes: readonly LoopScope[]): Hole {
  const label = labelOf(expression);
  const proven = provenBy(expression);
  if (proven !== undefined) return { kind: 'hole', at, label, growth: 'replace', proven: true, ...proven };
  const suggestions = pathsOf(expression).flatMap(path => suggestFromName(absolutePath(path, scopes)) ?? []);
  const suggestion = suggestions.find(found => found.growth === 'append') ?? mostVolatile(suggestions);
  const reason = 'a variable that the program fills in';
  return { kind: 'hole', at, label, proven: false, ...(suggestion ?? { volatility: 'unknown', growth: 'replace', reason }) };
}

/** What a loop adds when it runs again: as unknown as what it runs over. */
export function repeatHole(label: string, collection: readonly string[], at: Span, scopes: readonly LoopScope[]): Hole {
  const suggestion = suggestFromName(absolutePath(collection, scopes));
  const name = collection.join('.') || 'its list';
  const reason =
    suggestion === undefined ? `stands once for each item of ${name}` : `stands once for each item of ${name}, ${suggestion.reason}`;
  return {
    kind: 'hole',
    at,
    label,
    volatility: suggestion?.volatility ?? 'unknown',
    growth: suggestion?.growth ?? 'replace',
    proven: false,
    reason,
  };
}

/** `item.text` in `for item in history` is `history.text`; so is a bare `text` in `{{#each history}}`. */
function absolutePath(path: readonly string[], scopes: readonly LoopScope[]): readonly string[] {
  let absolute = path[0] === 'this' ? path.slice(1) : path;
  for (const scope of [...scopes].reverse()) {
    const [root, ...rest] = absolute;
    if (root !== undefined && scope.binds.includes(root)) absolute = [...scope.collection, ...rest];
    else if (scope.relative && root?.startsWith('@') !== true) absolute = [...scope.collection, ...absolute];
  }
  return absolute.slice(0, 20);
}

function provenBy(expression: string): { readonly volatility: Volatility; readonly reason: string } | undefined {
  const source = expression.slice(0, 2000);
  if (/\|\s*random\b/.test(source)) return { volatility: 'call', reason: 'is random' };
  const clocks = [/\bstrftime_now\(\s*(["'])(.*?)\1/, /^\s*["'](?:now|today)["']\s*\|\s*date:\s*(["'])(.*?)\1/];
  const format = clocks.map(clock => clock.exec(source)?.[2]).find(found => found !== undefined);
  if (format !== undefined)
    return /%[-#]?[HIMSfpsXcrT+]/.test(format)
      ? { volatility: 'call', reason: 'reads the clock' }
      : { volatility: 'day', reason: 'reads the date' };
  for (const [, name] of source.matchAll(/(?<![\w.])[\d.]*([A-Za-z_][\w.]*)\s*\(/g)) {
    const proven = provenCalls[name ?? ''];
    if (proven !== undefined) return proven;
  }
  return undefined;
}
