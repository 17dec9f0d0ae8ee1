import type { Block, BlockId, CodeSummary, Effect, Import, Scope } from '../source/summary';
import type { ScopeId } from '../source/values';

/** Effects on one name within one scope. */
export interface Changes {
  readonly scope: Scope;
  readonly effects: readonly Effect[];
}

/** Finds what a file says of a name without going through all of it each time. */
export interface Lookup {
  /** What happens to a name in a scope's own body, in order. */
  effectsOn(scope: Scope, name: string): readonly Effect[];
  /** What happens to a field of the object (`self.x`, `this.x`) in a scope's own body, as effects on a variable of that name. */
  effectsOnField(scope: Scope, key: string): readonly Effect[];
  importOf(summary: CodeSummary, scope: ScopeId, name: string): Import | undefined;
  /** What inner functions do to a name that `scope` binds: they see it, and may change it whenever they are called. */
  changesFromInside(summary: CodeSummary, scope: Scope, name: string): readonly Changes[];
  /** What is set on a class by its name (`Llm.client = …`, `cls.client = …`). */
  effectsOnClass(summary: CodeSummary, type: Scope, key: string): readonly Effect[];
  /** The functions of a class, those inside of its methods included. */
  methodsOf(summary: CodeSummary, type: Scope): readonly Scope[];
  /** The blocks around a place in a scope, outermost first. */
  blocksAround(scope: Scope, block: BlockId): readonly Block[];
}

interface ScopeIndex {
  readonly names: Map<string, Effect[]>;
  readonly fields: Map<string, Effect[]>;
  readonly blocks: Map<BlockId, readonly Block[]>;
}

interface FileIndex {
  readonly imports: ReadonlyMap<string, Import>;
  /** Scopes that change a name without declaring it. */
  readonly changers: ReadonlyMap<string, readonly Scope[]>;
  readonly methods: ReadonlyMap<ScopeId, readonly Scope[]>;
  /** `Class.field = …`, wherever in the file, as effects on a variable of the field's name. */
  readonly classFields: ReadonlyMap<string, readonly Effect[]>;
}

export function createLookup(): Lookup {
  const scopes = new Map<Scope, ScopeIndex>();
  const files = new Map<CodeSummary, FileIndex>();

  const lookup: Lookup = {
    effectsOn: (scope, name) => indexOf(scope).names.get(name) ?? [],
    effectsOnField: (scope, key) => indexOf(scope).fields.get(key) ?? [],
    importOf: (summary, scope, name) => fileIndex(summary).imports.get(`${scope} ${name}`),
    changesFromInside(summary, scope, name) {
      const changers = fileIndex(summary).changers.get(name) ?? [];
      return changers.flatMap(changer =>
        changer !== scope && seesThrough(lookup, summary, changer, scope, name)
          ? [{ scope: changer, effects: lookup.effectsOn(changer, name) }]
          : [],
      );
    },
    effectsOnClass: (summary, type, key) => fileIndex(summary).classFields.get(`${type.name}.${key}`) ?? [],
    methodsOf: (summary, type) => fileIndex(summary).methods.get(type.id) ?? [],
    blocksAround(scope, block) {
      const { blocks } = indexOf(scope);
      const known = blocks.get(block);
      if (known !== undefined) return known;
      const own = scope.blocks[block];
      const chain = own === undefined || own.parent >= own.id ? [] : [...lookup.blocksAround(scope, own.parent), own];
      blocks.set(block, chain);
      return chain;
    },
  };
  return lookup;

  function indexOf(scope: Scope): ScopeIndex {
    let index = scopes.get(scope);
    if (index === undefined) {
      index = indexScope(scope);
      scopes.set(scope, index);
    }
    return index;
  }

  function fileIndex(summary: CodeSummary): FileIndex {
    let index = files.get(summary);
    if (index === undefined) {
      index = indexFile(summary);
      files.set(summary, index);
    }
    return index;
  }
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

function indexScope(scope: Scope): ScopeIndex {
  const names = new Map<string, Effect[]>();
  const fields = new Map<string, Effect[]>();
  for (const effect of scope.effects) {
    if (effect.kind === 'return') continue;
    const { root, path } = effect.target;
    if (root !== 'self') add(names, root.name, effect);
    else if (path[0] !== undefined)
      add(fields, path[0], { ...effect, target: { root: { name: fieldName(path[0]) }, path: path.slice(1) } });
  }
  return { names, fields, blocks: new Map() };
}

function indexFile(summary: CodeSummary): FileIndex {
  const imports = new Map<string, Import>();
  for (const found of summary.imports) {
    const key = `${found.scope} ${found.local}`;
    // Of two imports of one name (`try: … except ImportError: …`) the first is the one that is wanted.
    if (!imports.has(key)) imports.set(key, found);
  }
  const changers = new Map<string, Scope[]>();
  const methods = new Map<ScopeId, Scope[]>();
  const classFields = new Map<string, Effect[]>();
  const classes = new Set(summary.scopes.flatMap(scope => (scope.kind === 'class' && scope.name !== '' ? [scope.name] : [])));
  for (const scope of summary.scopes) {
    const type = scope.kind === 'function' ? enclosingClass(summary, scope) : undefined;
    if (type !== undefined) add(methods, type, scope);
    const names = new Set<string>();
    for (const effect of scope.effects) {
      if (effect.kind === 'return' || effect.target.root === 'self' || (effect.kind === 'assign' && effect.declares)) continue;
      const { root, path } = effect.target;
      const [key, ...rest] = path;
      if (key === undefined || !classes.has(root.name)) names.add(root.name);
      else add(classFields, `${root.name}.${key}`, { ...effect, target: { root: { name: fieldName(key) }, path: rest } });
    }
    for (const name of names) add(changers, name, scope);
  }
  return { imports, changers, classFields, methods };
}

function seesThrough(lookup: Lookup, summary: CodeSummary, from: Scope, outer: Scope, name: string): boolean {
  for (
    let scope: Scope | undefined = from;
    scope !== undefined;
    scope = scope.parent === undefined ? undefined : summary.scopes[scope.parent]
  ) {
    if (scope === outer) return true;
    if (scope.kind !== 'class' && binds(lookup, summary, scope, name)) return false;
  }
  return false;
}

/** Whether a name means something of this scope itself. */
function binds(lookup: Lookup, summary: CodeSummary, scope: Scope, name: string): boolean {
  return (
    scope.params.some(param => param.name === name || (param.fields?.some(field => field.name === name) ?? false)) ||
    lookup.effectsOn(scope, name).some(effect => effect.kind === 'assign' && effect.declares && effect.target.path.length === 0) ||
    lookup.importOf(summary, scope.id, name) !== undefined
  );
}

function add<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
