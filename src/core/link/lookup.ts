import type { Block, BlockId, CallPlace, CodeSummary, Effect, Import, Scope } from '../source/summary';
import type { ScopeId } from '../source/values';
import { type Changes, type FileIndex, fieldName, indexFile } from './file-index';
import { SameValues } from './same-values';

/** Finds what a file says of a name without going through all of it each time. */
export interface Lookup {
  /** What happens to a name in a scope's own body, in order. */
  effectsOn(scope: Scope, name: string): readonly Effect[];
  /** What happens to a field of the object (`self.x`, `this.x`) in a scope's own body, as effects on a variable of that name. */
  effectsOnField(scope: Scope, key: string): readonly Effect[];
  /** What is set on a class by its name (`Llm.client = …`, `cls.client = …`). */
  effectsOnClass(summary: CodeSummary, type: Scope, key: string): readonly Effect[];
  /** The classes that a file declares at its top by one name. */
  classesNamed(summary: CodeSummary, name: string): readonly Scope[];
  /** What happens to a name anywhere in a file, scope by scope. */
  effectsAnywhere(summary: CodeSummary, name: string): readonly Changes[];
  importOf(summary: CodeSummary, scope: ScopeId, name: string): Import | undefined;
  /** What inner functions do to a name that `scope` binds: they see it, and may change it whenever they are called. */
  changesFromInside(summary: CodeSummary, scope: Scope, name: string): readonly Changes[];
  /** The calls that run when a function does: those of its body and of callbacks written in it. */
  callsRunBy(summary: CodeSummary, scope: ScopeId): readonly CallPlace[];
  /** The calls of something by its bare name, wherever in the file. */
  callsNamed(summary: CodeSummary, name: string): readonly CallPlace[];
  /** The calls that a function is handed to: as it is written (its scope), or by a bare name. */
  callsTaking(summary: CodeSummary, fn: ScopeId | string): readonly CallPlace[];
  /** The functions of a class, those inside of its methods included. */
  methodsOf(summary: CodeSummary, type: Scope): readonly Scope[];
  /** The blocks around a place in a scope, outermost first. */
  blocksAround(scope: Scope, block: BlockId): readonly Block[];
  /** What is made of a name's values and the effects on it. */
  readonly same: SameValues;
}

interface ScopeIndex {
  readonly names: Map<string, Effect[]>;
  readonly fields: Map<string, Effect[]>;
  readonly blocks: Map<BlockId, readonly Block[]>;
}

const NONE: readonly never[] = [];

export function createLookup(): Lookup {
  // By the objects themselves: the index of a file goes with its summary.
  const scopes = new WeakMap<Scope, ScopeIndex>();
  const files = new WeakMap<CodeSummary, FileIndex>();
  const effectsOn = (scope: Scope, name: string) => scopeIndex(scope).names.get(name) ?? NONE;

  return {
    effectsOn,
    effectsOnField: (scope, key) => scopeIndex(scope).fields.get(key) ?? NONE,
    effectsOnClass: (summary, type, key) => fileIndex(summary).classFields.get(`${type.name}.${key}`) ?? NONE,
    classesNamed: (summary, name) => fileIndex(summary).classes.get(name) ?? NONE,
    effectsAnywhere: ({ scopes }, name) =>
      scopes.map(scope => ({ scope, effects: effectsOn(scope, name) })).filter(({ effects }) => effects.length > 0),
    importOf: (summary, scope, name) => fileIndex(summary).imports.get(`${scope} ${name}`),
    changesFromInside: (summary, scope, name) => fileIndex(summary).fromInside.get(`${scope.id} ${name}`) ?? NONE,
    callsRunBy: (summary, scope) => fileIndex(summary).calls.get(scope) ?? NONE,
    callsNamed: (summary, name) => fileIndex(summary).named.get(name) ?? NONE,
    callsTaking: (summary, fn) => fileIndex(summary).takers.get(fn) ?? NONE,
    methodsOf: (summary, type) => fileIndex(summary).methods.get(type.id) ?? NONE,
    blocksAround,
    same: new SameValues(),
  };

  function blocksAround(scope: Scope, block: BlockId): readonly Block[] {
    if (block === -1) return NONE;
    const { blocks } = scopeIndex(scope);
    const known = blocks.get(block);
    if (known !== undefined) return known;
    const own = scope.blocks[block];
    const chain = own === undefined || own.parent >= own.id ? NONE : [...blocksAround(scope, own.parent), own];
    blocks.set(block, chain);
    return chain;
  }

  function scopeIndex(scope: Scope): ScopeIndex {
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
      index = indexFile(summary, effectsOn);
      files.set(summary, index);
    }
    return index;
  }
}

function indexScope(scope: Scope): ScopeIndex {
  const names = new Map<string, Effect[]>();
  const fields = new Map<string, Effect[]>();
  const add = (map: Map<string, Effect[]>, key: string, effect: Effect) => {
    const list = map.get(key);
    if (list === undefined) map.set(key, [effect]);
    else list.push(effect);
  };
  for (const effect of scope.effects) {
    if (effect.kind === 'return') continue;
    const { root, path } = effect.target;
    if (root !== 'self') add(names, root.name, effect);
    else if (path[0] !== undefined)
      add(fields, path[0], { ...effect, target: { root: { name: fieldName(path[0]) }, path: path.slice(1) } });
  }
  return { names, fields, blocks: new Map() };
}
