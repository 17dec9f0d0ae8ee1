import type { CodeSummary, Scope } from '../source/summary';
import type { Value } from '../source/values';
import type { Evaluation } from './evaluation';
import { labelOf } from './labels';
import { isRoute } from './outside';
import { plainText } from './plain-values';
import { isPlatformHandler } from './platform-handlers';
import { asksPerson, isCommand } from './terminal';

/** What takes a path and a function to call for each request of it: `app.post('/ask', …)`. */
const TAKES_PATH = /\.(?:map)?(?:get|post|put|patch|delete|all|use|route|on|handle|handlefunc)$/i;
/** What takes only the function. */
const TAKES_HANDLER = /(?:^|\.)(?:serve|createServer|onRequest|onCall|eventHandler|defineEventHandler)$/;

/** Whether a function is run for each request, by what it is decorated with, exported as or passed to. */
export function handlesRequests(evaluation: Evaluation, summary: CodeSummary, scope: Scope): boolean {
  if (scope.kind !== 'function') return false;
  if (scope.decorators.some(decorator => isRoute(evaluation, decorator))) return true;
  if (takesRequest(scope) || isPlatformHandler(evaluation, summary, scope)) return true;
  return isPassedOn(evaluation, summary, scope);
}

/** `func(w http.ResponseWriter, r *http.Request)`, `func(c *gin.Context)`: what Go's routers call. */
function takesRequest({ params }: Scope): boolean {
  return params.some(
    ({ type }) => type?.kind === 'member' && /^(?:http\.ResponseWriter|gin\.Context|echo\.Context|fiber\.Ctx)$/.test(labelOf(type)),
  );
}

function isPassedOn({ lookup }: Evaluation, summary: CodeSummary, { id, name }: Scope): boolean {
  const taking = [...lookup.callsTaking(summary, id), ...(name === '' ? [] : lookup.callsTaking(summary, name))];
  return taking.some(({ call }) => {
    const label = labelOf(call.callee);
    return TAKES_HANDLER.test(label) || (TAKES_PATH.test(label) && isPath(call.args[0]?.value));
  });
}

function isPath(value: Value | undefined): boolean {
  return value !== undefined && (plainText(value)?.startsWith('/') ?? false);
}

/** Whether a call runs once when its file is started: at the top, or in a function that the file itself starts. */
export function isScript({ lookup }: Pick<Evaluation, 'lookup'>, summary: CodeSummary, [scope]: readonly Scope[]): boolean {
  if (scope === undefined || scope.kind === 'module') return true;
  if (summary.language === 'go' && scope.kind === 'function' && scope.name === 'main') return true;
  if (summary.language === 'csharp' && scope.kind === 'function' && (scope.name === 'Main' || scope.name === 'MainAsync')) return true;
  // Java starts a class by its `main`.
  if (summary.language === 'java') return scope.name === 'main' && scope.kind === 'function';
  if (scope.kind !== 'function' || scope.name === '' || summary.scopes[scope.parent ?? -1]?.kind !== 'module') return false;
  return lookup.callsNamed(summary, scope.name).some(({ scope: from }) => from === 0);
}

/** Decorators of tasks that something starts by itself. */
const JOB_DECORATOR = /(?:^|\.)(?:task|shared_task|periodic_task|scheduled_job|scheduled|cron|flow|job|dag|asset|Scheduled)$/;
const JOB_FOLDER = /\/(?:scripts?|jobs?|cron|batch(?:es)?|etl|pipelines?|backfills?|migrations)\/[^/]*$/i;
const JOB_NAME = /(?:^|_)(?:batch|backfill|nightly|cron|job|ingest|reindex|migrate|annotate|label_?all|process_?all)(?:_|$)/i;

/** Why a call looks like a part of a job that nobody waits for, as a clause; undefined where nothing says so. */
export function jobOf(evaluation: Evaluation, summary: CodeSummary, functions: readonly Scope[]): string | undefined {
  // Who runs a cell waits for it.
  if (summary.uri.endsWith('.ipynb')) return undefined;
  const decorated = functions.some(({ decorators }) => decorators.some(each => JOB_DECORATOR.test(labelOf(each).replace(/\(\)$/, ''))));
  if (decorated) return 'its function is a task';
  const started = !functions.some(isCommand) && !asksPerson(evaluation, summary);
  if (started && isScript(evaluation, summary, functions)) return 'it runs when its file is started';
  if (JOB_FOLDER.test(summary.uri) && !isTyped(evaluation, summary, functions)) return 'its folder holds jobs';
  const named = functions.find(({ kind, name }) => kind === 'function' && JOB_NAME.test(name.replace(/([a-z])([A-Z])/g, '$1_$2')));
  if (named !== undefined) return `its function is called \`${named.name}\``;
  const [scope] = functions.filter(({ kind, name }) => kind === 'function' && name !== '');
  return started && scope !== undefined && isStartedByScript(evaluation, summary, scope) ? 'what starts its file runs it' : undefined;
}

/** A command that somebody types, or what such a command calls. */
function isTyped({ lookup }: Evaluation, summary: CodeSummary, functions: readonly Scope[]): boolean {
  return functions.some(scope => {
    if (scope.kind !== 'function' || scope.name === '') return false;
    const callers = lookup.callsNamed(summary, scope.name).flatMap(({ scope: from }) => summary.scopes[from] ?? []);
    return [scope, ...callers].some(isCommand);
  });
}

/** `main()` at the end of a file that calls it. */
function isStartedByScript(evaluation: Evaluation, summary: CodeSummary, { name, parent }: Scope): boolean {
  if (summary.scopes[parent ?? -1]?.kind !== 'module') return false;
  return evaluation.lookup.callsNamed(summary, name).some(({ scope: from }) => {
    const caller = summary.scopes[from];
    return caller?.kind === 'function' && !isCommand(caller) && isScript(evaluation, summary, [caller]);
  });
}
