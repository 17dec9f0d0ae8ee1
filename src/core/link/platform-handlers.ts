import type { CodeSummary, Scope } from '../source/summary';
import type { Evaluation } from './evaluation';
import { holdsFunction } from './held-functions';

/** What Next.js, SvelteKit and the like call the functions that they export for a route. */
const ROUTE_EXPORTS: ReadonlySet<string> = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']);
/** What a worker at the edge has in the object that it exports as its default (Cloudflare, Deno, Bun). */
const WORKER_METHODS: ReadonlySet<string> = new Set(['fetch', 'scheduled', 'queue', 'email', 'tail']);

/** Whether a platform calls a function for each request or event, by what it is called or exported as. */
export function isPlatformHandler(evaluation: Evaluation, summary: CodeSummary, scope: Scope): boolean {
  if (scope.kind !== 'function') return false;
  if (scope.name === 'lambda_handler') return true;
  if (summary.exports === undefined) return false;
  return isExportedRoute(evaluation, summary, scope) || isWorkers(evaluation, summary, scope);
}

function isExportedRoute({ edited }: Evaluation, summary: CodeSummary, { name }: Scope): boolean {
  const exportedAs = ({ exports = {} }: CodeSummary) =>
    Object.entries(exports).flatMap(([outside, local]) => (local === name ? [outside] : []));
  edited.lookFor(summary, `exports of ${name}`, exportedAs);
  const exported = exportedAs(summary);
  if (name === '' || exported.length === 0) return false;
  const isApi = /\/pages\/api\/|\/api\/[^/]*$|\/functions\//.test(summary.uri);
  return exported.some(each => ROUTE_EXPORTS.has(each) || each === 'handler' || (isApi && each === 'default'));
}

/** `export default { async fetch(request, env) { … } }` */
function isWorkers({ lookup }: Evaluation, { exports, scopes }: CodeSummary, { id, name }: Scope): boolean {
  const [module] = scopes;
  if (!WORKER_METHODS.has(name) || exports?.default === undefined || module === undefined) return false;
  const effects = lookup.effectsOn(module, exports.default);
  return effects.some(effect => effect.kind === 'assign' && effect.value.kind === 'record' && holdsFunction(effect.value, id));
}
