import type { Block, BlockId, CallPlace, CodeSummary, Effect, Import, Scope } from '../source/summary';
import type { ScopeId } from '../source/values';
import { answersOf, type FileAnswers } from './file-answers';
import type { Changes } from './file-index';
import { SameValues } from './same-values';
import { ScopeEffects } from './scope-effects';
import { WrittenSizes } from './written-sizes';

/** Finds what a file says of a name without going through all of it each time. */
export interface Lookup {
  /** What happens to a name in a scope's own body, in order. */
  effectsOn(scope: Scope, name: string): readonly Effect[];
  /** The same with the calls that the name is handed to by statements, which may change what it holds. */
  effectsWithPasses(scope: Scope, name: string): readonly Effect[];
  /** What happens to a field of the object (`self.x`, `this.x`) in a scope's own body, as effects on a variable of that name. */
  effectsOnField(scope: Scope, key: string): readonly Effect[];
  /** The same with the calls that the field is handed to by statements. */
  effectsOnFieldWithPasses(scope: Scope, key: string): readonly Effect[];
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
  /** The calls of what ends in a name, wherever in the file (`name(…)`, `anything.name(…)`), or in none; of a class that is written there: its scope. */
  callsEndingIn(summary: CodeSummary, name: string | ScopeId): readonly CallPlace[];
  /** The calls that a function is handed to: as it is written (its scope), or by a bare name. */
  callsTaking(summary: CodeSummary, fn: ScopeId | string): readonly CallPlace[];
  /** The functions of a class, those inside of its methods included. */
  methodsOf(summary: CodeSummary, type: Scope): readonly Scope[];
  /** The blocks around a place in a scope, outermost first. */
  blocksAround(scope: Scope, block: BlockId): readonly Block[];
  /** What is made of a name's values and the effects on it. */
  readonly same: SameValues;
  readonly sizes: WrittenSizes;
}

const NONE: readonly never[] = [];

export function createLookup(): Lookup {
  // By the objects themselves: what is known of a file goes with its summary.
  const blocks = new WeakMap<Scope, Map<BlockId, readonly Block[]>>();
  const files = new WeakMap<CodeSummary, FileAnswers>();
  const effects = new ScopeEffects();

  return {
    effectsOn: (scope, name) => effects.on(scope, name),
    effectsWithPasses: (scope, name) => effects.onWithPasses(scope, name),
    effectsOnField: (scope, key) => effects.onField(scope, key),
    effectsOnFieldWithPasses: (scope, key) => effects.onFieldWithPasses(scope, key),
    effectsOnClass: (summary, type, key) => of(summary).effectsOnClass(type.name, key),
    classesNamed: (summary, name) => of(summary).classesNamed(name),
    effectsAnywhere: ({ scopes }, name) =>
      scopes.map(scope => ({ scope, effects: effects.on(scope, name) })).filter(({ effects }) => effects.length > 0),
    importOf: (summary, scope, name) => of(summary).importOf(scope, name),
    changesFromInside: (summary, scope, name) => of(summary).changesFromInside(scope.id, name),
    callsRunBy: (summary, scope) => of(summary).callsRunBy(scope),
    callsNamed: (summary, name) => of(summary).callsNamed(name),
    callsEndingIn: (summary, name) => of(summary).callsEndingIn(name),
    callsTaking: (summary, fn) => of(summary).callsTaking(fn),
    methodsOf: (summary, type) => of(summary).methodsOf(type.id),
    blocksAround,
    same: new SameValues(),
    sizes: new WrittenSizes(),
  };

  function blocksAround(scope: Scope, block: BlockId): readonly Block[] {
    if (block === -1) return NONE;
    let ofScope = blocks.get(scope);
    if (ofScope === undefined) {
      ofScope = new Map();
      blocks.set(scope, ofScope);
    }
    const known = ofScope.get(block);
    if (known !== undefined) return known;
    const own = scope.blocks[block];
    const chain = own === undefined || own.parent >= own.id ? NONE : [...blocksAround(scope, own.parent), own];
    ofScope.set(block, chain);
    return chain;
  }

  function of(summary: CodeSummary): FileAnswers {
    let answers = files.get(summary);
    if (answers === undefined) {
      answers = answersOf(summary, effects);
      files.set(summary, answers);
    }
    return answers;
  }
}
