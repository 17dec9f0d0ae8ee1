import type { Retrieval } from '../request/call-context';
import type { CallPlace, CodeSummary, Scope } from '../source/summary';
import type { Call, Value } from '../source/values';
import { type Evaluation, NO_CONTEXT } from './evaluation';
import { labelOf } from './labels';
import { within } from './value-parts';

/** How many results are asked for, by names that mean nothing else. */
const COUNTS = /^(?:similarity_?top_?k|n_?results|max_?num_?results)$/i;
/** The same where the function looks something up: elsewhere `top_k` is about sampling. */
const COUNTS_IN_SEARCH = /^(?:k|top|top_?k|size|num_?results|max_?results)$/i;
/** Of a database’s rows as well, so not behind every `query`. */
const LIMIT = /^limit$/i;
/** Which of the arguments without a name it is: `asRetriever(20)`, `similaritySearch(question, 20)`; Go hands over a context first. */
const PLACES: readonly (readonly [method: RegExp, place: number, inGo?: number])[] = [
  [/^as_?retriever$/i, 0],
  [/^ToRetriever$/, 1],
  [/^(?:similarity|max_?marginal_?relevance)_?search/i, 1, 2],
];
const SEARCHES = /(?:similarity|semantic|vector|hybrid|near|relevan|retriev)\w*$|search$|search_?request$|^query(?:_points|_index)?$/i;
/** What is done with results that were found: `LimitRetrievedNodes(limit=3000)` counts their tokens. */
const OF_RESULTS = /^(?:limit|trim|truncate|cut|count|log|save|print|format|filter)/i;
/** Of many results the best are taken, so that many are right. */
const RANKS_AGAIN = /rerank|compress|cross_?encoder/i;
/** Values looked at for one call. */
const MOST_STEPS = 2000;

/** The search whose results go into what a call sends, followed backwards through the variables of its file. */
export function retrievalOf(evaluation: Evaluation, summary: CodeSummary, { call, scope: id }: CallPlace): Retrieval | undefined {
  const found: Retrieval[] = [];
  const open: { readonly value: Value; readonly scope: Scope }[] = [];
  const seen = new Set<string>();
  const own = summary.scopes[id];
  if (own === undefined) return undefined;
  for (const value of [call.callee, ...call.args.map(argument => argument.value)]) open.push({ value, scope: own });
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const next = open.pop();
    if (next === undefined) break;
    for (const part of within(next.value)) {
      if (part.kind === 'call' && part.at.start !== call.at.start) {
        if (RANKS_AGAIN.test(labelOf(part.callee))) return undefined;
        found.push(...askedBy(evaluation, part));
      }
      if (part.kind === 'record')
        found.push(...part.entries.flatMap(({ key, value }) => counted(evaluation, key, value, name => COUNTS.test(name))));
      const named = nameOf(part);
      if (named === undefined || seen.has(named)) continue;
      seen.add(named);
      open.push(...valuesOf(evaluation, summary, next.scope, part));
    }
  }
  return found.sort((a, b) => b.results - a.results)[0];
}

function nameOf(part: Value): string | undefined {
  if (part.kind === 'name') return part.name;
  return part.kind === 'member' && part.object.kind === 'self' ? `self.${part.key}` : undefined;
}

/** All that is put into a variable or field, with the scope that does it. */
function valuesOf(
  { lookup }: Evaluation,
  summary: CodeSummary,
  from: Scope,
  part: Value,
): readonly { readonly value: Value; readonly scope: Scope }[] {
  if (part.kind === 'member') {
    const type = around(summary, from, 'class');
    const scopes = type === undefined ? [] : [type, ...lookup.methodsOf(summary, type)];
    return scopes.flatMap(scope =>
      lookup.effectsOnField(scope, part.key).flatMap(effect => ('value' in effect ? [{ value: effect.value, scope }] : [])),
    );
  }
  if (part.kind !== 'name') return [];
  for (
    let scope: Scope | undefined = from;
    scope !== undefined;
    scope = scope.parent === undefined ? undefined : summary.scopes[scope.parent]
  ) {
    const effects = lookup.effectsOn(scope, part.name);
    const own = scope;
    if (effects.length > 0) return effects.flatMap(effect => ('value' in effect ? [{ value: effect.value, scope: own }] : []));
    if (scope.params.some(param => param.name === part.name)) return [];
  }
  return [];
}

function around(summary: CodeSummary, from: Scope, kind: Scope['kind']): Scope | undefined {
  for (
    let scope: Scope | undefined = from;
    scope !== undefined;
    scope = scope.parent === undefined ? undefined : summary.scopes[scope.parent]
  )
    if (scope.kind === kind) return scope;
  return undefined;
}

/** What a call asks for, in its arguments and in options among them (`search_kwargs={"k": 20}`). */
function askedBy(evaluation: Evaluation, call: Call): readonly Retrieval[] {
  const called = labelOf(call.callee).replace(/\(\)/g, '');
  const method = called.slice(called.lastIndexOf('.') + 1).replace(/Async$/, '');
  const isSearch = SEARCHES.test(method) && !OF_RESULTS.test(method);
  const names = (name: string) =>
    COUNTS.test(name) || (isSearch && (COUNTS_IN_SEARCH.test(name) || (LIMIT.test(name) && method !== 'query')));
  const [, elsewhere, inGo = elsewhere] = PLACES.find(([pattern]) => pattern.test(method)) ?? [];
  const place = evaluation.codeOf(call.at.uri)?.language === 'go' ? inGo : elsewhere;
  return call.args.flatMap(({ name, value }, index): readonly Retrieval[] => {
    if (value.kind === 'record')
      return value.entries.flatMap(entry => [
        ...counted(evaluation, entry.key, entry.value, names),
        ...(entry.value.kind === 'record' ? entry.value.entries.flatMap(inner => counted(evaluation, inner.key, inner.value, names)) : []),
      ]);
    // `new SearchOptions { Size = 20 }`
    if (isSearch && value.kind === 'call') return value.args.flatMap(inner => counted(evaluation, inner.name, inner.value, names));
    if (name === undefined && index === place) return counted(evaluation, 'k', value, names);
    return counted(evaluation, name, value, names);
  });
}

function counted(evaluation: Evaluation, name: string | undefined, value: Value, isCount: (name: string) => boolean): readonly Retrieval[] {
  if (name === undefined || !isCount(name)) return [];
  const number = evaluation.evaluate(value, NO_CONTEXT);
  if (number.kind !== 'scalar' || typeof number.value !== 'number') return [];
  return [{ name, results: number.value, at: value.at, isWritten: value.kind === 'scalar' }];
}
