import type { CodeSummary, Scope } from '../../source/summary';
import type { Value } from '../../source/values';
import { choose } from '../choose';
import type { Injected } from '../container';
import { type Evaluation, NO_CONTEXT, scopeOf } from '../evaluation';
import { invoke } from '../invoke';
import { likelyFiles } from '../likely-files';
import { plainText } from '../plain-values';

/** Files that objects are made in for all of a program, as they are called nearly everywhere. */
const MAKING =
  /\/\w*(?:Config|Configuration|Application|App|Main|Beans?|Factory|Providers?|Producers?|Module|Models?|Ai|AI|Llm|LLM|Clients?)\.java$/;
/** Spring's, CDI's, Micronaut's and Dagger's. */
const MAKES: ReadonlySet<string> = new Set(['Bean', 'Produces', 'Provides']);
const FILLS: ReadonlySet<string> = new Set(['Autowired', 'Inject', ...MAKES]);

/** Whether a container calls a function, or makes the objects of a class. */
export function isFilled(evaluation: Evaluation, scope: Scope): boolean {
  return scope.kind === 'class' || scope.name === 'constructor' || isMarked(evaluation, scope, FILLS);
}

/** What a container has for a type: what the method gives that makes it. Several: the one of that name, or any of them. */
export function injected(
  evaluation: Evaluation,
  summary: CodeSummary,
  place: Injected & { readonly type: Value },
  key: Value | undefined,
): Value | undefined {
  const { type, scope } = place;
  const name = (key && plainText(key)) ?? place.name;
  const wanted = typeName(evaluation, type);
  if (wanted === undefined || !mayBeMade(evaluation, type)) return undefined;
  return evaluation.once(`beans ${wanted} ${name} ${summary.uri}`, () => {
    for (const wide of [false, true]) {
      const makers = likelyFiles(evaluation, summary, MAKING, wide).flatMap(file => makersIn(evaluation, file, type, wanted));
      const others = makers.filter(maker => maker.scope !== scope);
      const named = others.filter(maker => maker.scope.name === name);
      const primary = others.filter(maker => isMarked(evaluation, maker.scope, new Set(['Primary'])));
      const meant = named.length > 0 ? named : primary.length > 0 ? primary : others;
      const made = meant.flatMap(maker => resultOf(evaluation, maker) ?? []);
      const [first] = made;
      if (first !== undefined) return choose(first.at, made);
    }
    return undefined;
  });
}

/** A class of the project, or one of an SDK's; a number or a text is injected by its own name. */
function mayBeMade(evaluation: Evaluation, type: Value): boolean {
  return type.kind === 'class' || (type.kind === 'external' && evaluation.isPackage(type.module));
}

interface BeanMaker {
  readonly file: CodeSummary;
  readonly scope: Scope;
}

function makersIn(evaluation: Evaluation, file: CodeSummary, type: Value, wanted: string): readonly BeanMaker[] {
  return file.scopes.flatMap(scope => {
    if (scope.kind !== 'function' || scope.returns === undefined || !isMarked(evaluation, scope, MAKES)) return [];
    const given = evaluation.evaluate(scope.returns, NO_CONTEXT);
    return isSame(given, type) || isOfKind(evaluation, given, wanted) ? [{ file, scope }] : [];
  });
}

/** `OpenAiChatModel` is a `ChatModel`, an `OpenAiStreamingChatModel` is none. */
function isOfKind(evaluation: Evaluation, given: Value, wanted: string): boolean {
  if (given.kind !== 'external' || !evaluation.isPackage(given.module)) return false;
  const name = given.path[given.path.length - 1] ?? '';
  return name.endsWith(wanted) && /Streaming/.test(name) === /Streaming/.test(wanted);
}

/** What the method returns, with what the container hands to it. */
function resultOf(evaluation: Evaluation, { file, scope }: BeanMaker): Value | undefined {
  const owner = scope.parent === undefined ? undefined : file.scopes[scope.parent];
  const self = owner?.kind === 'class' ? ({ kind: 'self', at: owner.at, scope: owner.id } as const) : undefined;
  const args = scope.params.map(({ name, at }) => {
    const value = evaluation.evaluate({ kind: 'name', at, name, scope: scope.id }, NO_CONTEXT);
    return { value, at };
  });
  return invoke(evaluation, { kind: 'function', at: scope.at, scope: scope.id }, args, self, scope.at, NO_CONTEXT);
}

function isMarked(evaluation: Evaluation, { decorators }: Scope, names: ReadonlySet<string>): boolean {
  return decorators.some(written => {
    const decorator = evaluation.evaluate(written, NO_CONTEXT);
    const type = decorator.kind === 'call' ? decorator.callee : decorator;
    return type.kind === 'external' && names.has(type.path[type.path.length - 1] ?? '');
  });
}

function isSame(a: Value, b: Value): boolean {
  if (a.kind === 'external' && b.kind === 'external') return a.module === b.module && a.path.join('.') === b.path.join('.');
  return a.kind === 'class' && b.kind === 'class' && a.scope === b.scope && a.at.uri === b.at.uri;
}

function typeName(evaluation: Evaluation, type: Value): string | undefined {
  if (type.kind === 'external') return type.path.join('.');
  return type.kind === 'class' ? scopeOf(evaluation, type.at.uri, type.scope)?.name : undefined;
}
