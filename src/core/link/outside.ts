import type { CodeSummary, Scope } from '../source/summary';
import type { Value } from '../source/values';
import { callsThat, type Evaluation } from './evaluation';
import { holdsFunction } from './held-functions';
import { startsByHydra } from './hydra-config';
import { isKeptLambda } from './kept-lambdas';
import { lastNameOf } from './labels';
import { isPlatformHandler } from './platform-handlers';
import { isOfRetries } from './retries';

/** What command lines and bots call the decorators of functions that they run. What a queue runs, the project's code gives it. */
const COMMANDS: ReadonlySet<string> = new Set(['command', 'callback', 'event', 'message', 'message_handler', 'tool']);
/** What routers call the decorators of their handlers. */
const ROUTES: ReadonlySet<string> = new Set(['get', 'post', 'put', 'patch', 'delete', 'route', 'api_route', 'websocket']);

/** How graphs are given their nodes. */
const NODES: ReadonlySet<string> = new Set(['add_node', 'addNode', 'add_sequence', 'addSequence']);

/**
 * Whether no code of the project passes a function its arguments: it has no name to be called by (a callback), or a router's
 * decorator or a platform hands it requests, a graph its state.
 */
export function calledFromOutside(evaluation: Evaluation, summary: CodeSummary, scope: Scope): boolean {
  if (scope.name === '') return !isReturned(summary, scope) && !isKeptLambda(evaluation, summary, scope);
  return (
    scope.decorators.some(
      decorator =>
        isRoute(evaluation, decorator) ||
        isMethodOf(evaluation, decorator, COMMANDS) ||
        isHandler(evaluation, decorator) ||
        isRunByFramework(decorator) ||
        startsByHydra(evaluation, decorator),
    ) ||
    isInjected(summary, scope) ||
    isPlatformHandler(evaluation, summary, scope) ||
    isNode(evaluation, summary, scope)
  );
}

/** A step of a graph (LangGraph): the graph hands it the state, which is what it is declared to take, or it is added by name. */
function isNode(evaluation: Evaluation, summary: CodeSummary, scope: Scope): boolean {
  const [first, second] = scope.params;
  const state = first?.name === 'state' ? first : second?.name === 'state' ? second : undefined;
  if (state === undefined) return false;
  if (state.type !== undefined) return true;
  const adding = callsThat(evaluation, summary, `${scope.name} as a node`, ({ call: { callee, args } }) => {
    return callee.kind === 'member' && NODES.has(callee.key) && args.some(({ value }) => isNamed(value, scope.name));
  });
  return adding.length > 0;
}

function isNamed(value: Value, name: string): boolean {
  return (value.kind === 'name' && value.name === name) || (value.kind === 'member' && value.key === name);
}

/** A function that its function returns, alone or in a table or a list, is called by whoever gets it. */
export function isReturned(summary: CodeSummary, scope: Scope): boolean {
  const around = scope.parent === undefined ? undefined : summary.scopes[scope.parent];
  return around?.effects.some(effect => effect.kind === 'return' && holdsFunction(effect.value, scope.id)) ?? false;
}

/** `@app.post("/ask")`, `@GetMapping("/ask")`, `@GET` */
export function isRoute(evaluation: Evaluation, decorator: Value): boolean {
  return isMethodOf(evaluation, decorator, ROUTES) || ROUTE_ANNOTATION.test(nameOf(decorator));
}

/** Spring's, Jakarta's and ASP.NET's annotations of methods that answer requests, and of those that something else sets off. */
const ROUTE_ANNOTATION =
  /^(?:(?:Get|Post|Put|Patch|Delete|Request|Message|Query|Mutation)Mapping|Http(?:Get|Post|Put|Patch|Delete)|GET|POST|PUT|PATCH|DELETE|OnMessage)$/;
const SET_OFF =
  /^(?:Scheduled|EventListener|(?:Kafka|Rabbit|Jms|Sqs)Listener|Incoming|Tool|Bean|Produces|Autowired|Inject|ShellMethod|Command|KernelFunction|McpServerTool)$/;
/** Classes whose objects a container makes. */
const MANAGED =
  /^(?:Rest)?Controller$|^(?:Service|Component|Repository|Configuration|SpringBootApplication|ApplicationScoped|RequestScoped|Singleton|Named|Path|Route)$/;

/** `@chat.on_message`, `@app.on_event("startup")`; `@backoff.on_exception(…)` leaves it to those who call. */
function isHandler(evaluation: Evaluation, decorator: Value): boolean {
  const callee = decorator.kind === 'call' ? decorator.callee : decorator;
  if (callee.kind !== 'member' || !/^on_[a-z]/.test(callee.key) || !isForeign(evaluation, callee.object)) return false;
  return !isOfRetries(evaluation.evaluate(callee.object, []));
}

function isRunByFramework(decorator: Value): boolean {
  return SET_OFF.test(nameOf(decorator));
}

/** The constructor of a class that a container makes the objects of. */
function isInjected(summary: CodeSummary, scope: Scope): boolean {
  const type = scope.name === 'constructor' && scope.parent !== undefined ? summary.scopes[scope.parent] : undefined;
  return type?.decorators.some(decorator => MANAGED.test(nameOf(decorator))) ?? false;
}

function nameOf(decorator: Value): string {
  return lastNameOf(decorator.kind === 'call' ? decorator.callee : decorator);
}

/** A class of the project with such a method is no router. */
function isMethodOf(evaluation: Evaluation, decorator: Value, names: ReadonlySet<string>): boolean {
  if (decorator.kind !== 'call' || decorator.callee.kind !== 'member' || !names.has(decorator.callee.key)) return false;
  return isForeign(evaluation, decorator.callee.object);
}

function isForeign(evaluation: Evaluation, router: Value): boolean {
  const { kind } = evaluation.evaluate(router, []);
  return kind !== 'instance' && kind !== 'class';
}
