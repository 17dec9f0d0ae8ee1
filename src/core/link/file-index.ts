import type { CallPlace, CodeSummary, Effect, Import, Scope } from '../source/summary';
import type { ScopeId } from '../source/values';
import { lastNameOf } from './labels';
import { isReturned } from './outside';

/** Effects on one name within one scope. */
export interface Changes {
  readonly scope: Scope;
  readonly effects: readonly Effect[];
}

/** What is asked of a file again and again, found once. */
export interface FileIndex {
  /** By scope and local name. */
  readonly imports: ReadonlyMap<string, Import>;
  /** By the scope that binds a name, and the name: the inner scopes that do something to it. */
  readonly fromInside: ReadonlyMap<string, readonly Scope[]>;
  /** `Class.field = …`, wherever in the file: which effects of which scopes. */
  readonly classFields: ReadonlyMap<string, readonly { readonly scope: ScopeId; readonly nth: number }[]>;
  readonly classes: ReadonlyMap<string, readonly Scope[]>;
  readonly methods: ReadonlyMap<ScopeId, readonly Scope[]>;
  readonly calls: ReadonlyMap<ScopeId, readonly CallPlace[]>;
  /** Calls of something by its bare name. */
  readonly named: ReadonlyMap<string, readonly CallPlace[]>;
  /** Calls by the last name of what is called, and by the scope of a class that is called where it is written; found when first asked for. */
  endings(): ReadonlyMap<string | ScopeId, readonly CallPlace[]>;
  /** Calls with a function as an argument, by the function's scope where it is written there, and by each bare name among the arguments. */
  readonly takers: ReadonlyMap<ScopeId | string, readonly CallPlace[]>;
}

type EffectsOn = (scope: Scope, name: string) => readonly Effect[];

export function indexFile(summary: CodeSummary, effectsOn: EffectsOn): FileIndex {
  const imports = new Map<string, Import>();
  for (const found of summary.imports) {
    const key = `${found.scope} ${found.local}`;
    // Of two imports of one name (`try: … except ImportError: …`) the first is the one that is wanted.
    if (!imports.has(key)) imports.set(key, found);
  }
  const methods = new Map<ScopeId, Scope[]>();
  const classes = new Map<string, Scope[]>();
  for (const scope of summary.scopes) {
    if (scope.kind === 'class' && scope.parent === 0) add(classes, scope.name, scope);
    const type = scope.kind === 'function' ? enclosingClass(summary, scope) : undefined;
    if (type !== undefined) add(methods, type, scope);
  }
  const calls = new Map<ScopeId, CallPlace[]>();
  const named = new Map<string, CallPlace[]>();
  const running = new Map<ScopeId, readonly ScopeId[]>();
  const takers = takersIn(summary);
  for (const place of summary.calls) {
    let scopes = running.get(place.scope);
    if (scopes === undefined) {
      scopes = runningWith(summary, place.scope, takers);
      running.set(place.scope, scopes);
    }
    for (const scope of scopes) add(calls, scope, place);
    const { callee } = place.call;
    if (callee.kind === 'name') add(named, callee.name, place);
  }
  let found: ReadonlyMap<string | ScopeId, readonly CallPlace[]> | undefined;
  const endings = () => {
    found ??= byLastName(summary);
    return found;
  };
  return { imports, classes, methods, calls, named, endings, takers, ...changesByOthers(summary, imports, effectsOn) };
}

function byLastName({ calls }: CodeSummary): ReadonlyMap<string | ScopeId, readonly CallPlace[]> {
  const endings = new Map<string | ScopeId, CallPlace[]>();
  for (const place of calls) {
    const { callee } = place.call;
    add(endings, lastNameOf(callee), place);
    if (callee.kind === 'class') add(endings, callee.scope, place);
  }
  return endings;
}

function takersIn({ calls }: CodeSummary): ReadonlyMap<ScopeId | string, readonly CallPlace[]> {
  const takers = new Map<ScopeId | string, CallPlace[]>();
  for (const place of calls) {
    for (const { value } of place.call.args) {
      if (value.kind === 'function') add(takers, value.scope, place);
      else if (value.kind === 'name') add(takers, value.name, place);
    }
  }
  return takers;
}

function changesByOthers(
  summary: CodeSummary,
  imports: ReadonlyMap<string, Import>,
  effectsOn: EffectsOn,
): Pick<FileIndex, 'fromInside' | 'classFields'> {
  const fromInside = new Map<string, Scope[]>();
  const classFields = new Map<string, { readonly scope: ScopeId; readonly nth: number }[]>();
  const classes = new Set(summary.scopes.flatMap(scope => (scope.kind === 'class' && scope.name !== '' ? [scope.name] : [])));
  const binds = (scope: Scope, name: string) =>
    scope.params.some(param => param.name === name || (param.fields?.some(field => field.name === name) ?? false)) ||
    effectsOn(scope, name).some(effect => effect.kind === 'assign' && effect.declares && effect.target.path.length === 0) ||
    imports.has(`${scope.id} ${name}`);
  for (const scope of summary.scopes) {
    const seen = new Set<string>();
    for (const [nth, effect] of scope.effects.entries()) {
      if (effect.kind === 'return' || effect.target.root === 'self' || (effect.kind === 'assign' && effect.declares)) continue;
      const { name } = effect.target.root;
      const [key] = effect.target.path;
      if (key !== undefined && (classes.has(name) || (effect.kind === 'assign' && effect.initial)))
        add(classFields, `${name}.${key}`, { scope: scope.id, nth });
      if (seen.has(name) || (key !== undefined && classes.has(name)) || (effect.kind === 'assign' && effect.initial)) continue;
      seen.add(name);
      const binder = binds(scope, name) ? undefined : outerBinder(summary, scope, outer => binds(outer, name));
      if (binder !== undefined) add(fromInside, `${binder.id} ${name}`, scope);
    }
  }
  return { fromInside, classFields };
}

function outerBinder(summary: CodeSummary, from: Scope, binds: (scope: Scope) => boolean): Scope | undefined {
  let scope = from.parent === undefined ? undefined : summary.scopes[from.parent];
  while (scope !== undefined && (scope.kind === 'class' || !binds(scope)))
    scope = scope.parent === undefined ? undefined : summary.scopes[scope.parent];
  return scope;
}

/** A scope, and those that run it with them: a callback runs with the function it is written in; what a function only makes runs when it is called. */
function runningWith(summary: CodeSummary, scope: ScopeId, takers: FileIndex['takers']): readonly ScopeId[] {
  const running: ScopeId[] = [];
  for (let current: ScopeId | undefined = scope; current !== undefined; current = summary.scopes[current]?.parent) {
    running.push(current);
    const inner = summary.scopes[current];
    if (inner?.kind !== 'function' || isReturned(summary, inner)) return running;
    if (inner.name !== '' && !isHanded(summary, inner, takers)) return running;
  }
  return running;
}

/** `def call(): …` and then `return self.retried(call)`, `with_retries(call)`: it is handed to the project's own helper, which calls it. */
function isHanded({ scopes }: CodeSummary, { name, parent, params, decorators }: Scope, takers: FileIndex['takers']): boolean {
  if (params.length > 0 || decorators.length > 0 || parent === undefined || scopes[parent]?.kind !== 'function') return false;
  return (takers.get(name) ?? []).some(({ scope, call: { callee } }) => {
    const isHelper = callee.kind === 'name' ? /^[_\p{Ll}]/u.test(callee.name) : callee.kind === 'member' && callee.object.kind === 'self';
    return scope === parent && isHelper;
  });
}

/** The class whose method a function is, or stands in. */
export function enclosingClass(summary: CodeSummary, scope: Scope): ScopeId | undefined {
  for (let current: Scope | undefined = scope; current?.parent !== undefined; current = summary.scopes[current.parent]) {
    const parent = summary.scopes[current.parent];
    if (parent?.kind === 'class') return parent.id;
    if (parent?.kind === 'module') return undefined;
  }
  return undefined;
}

/** An object's field as a variable; no variable is called like that. */
export function fieldName(key: string): string {
  return `self.${key}`;
}

function add<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
