import { asRead } from '../source/moved-later';
import type { Effect, Scope } from '../source/summary';
import { fieldName } from './file-index';

/** Stands for a field's name where an effect is on the object itself. */
export const WHOLE_OBJECT = '';

/** Effects of a scope by what they are on, as indexes: those of a scope that moves stay the same. */
interface ScopeIndex {
  readonly names: ReadonlyMap<string, readonly number[]>;
  /** The same with what statements' calls are handed; of names without any nothing. */
  readonly passed: ReadonlyMap<string, readonly number[]>;
  readonly fields: ReadonlyMap<string, readonly number[]>;
  readonly passedFields: ReadonlyMap<string, readonly number[]>;
}

/** Lists that were given of a scope where it stands now. */
interface Given {
  readonly names: Map<string, readonly Effect[]>;
  readonly passed: Map<string, readonly Effect[]>;
  readonly fields: Map<string, readonly Effect[]>;
  readonly passedFields: Map<string, readonly Effect[]>;
}

const NONE: readonly never[] = [];

/** What happens to names and to an object's fields in scopes' own bodies; the same list for the same question. */
export class ScopeEffects {
  // By the objects themselves: what is kept of a file goes with its summary.
  readonly #indexes = new WeakMap<Scope, ScopeIndex>();
  readonly #given = new WeakMap<Scope, Given>();

  on(scope: Scope, name: string): readonly Effect[] {
    const indexes = this.#indexOf(scope).names.get(name);
    return indexes === undefined ? NONE : this.#list(scope, 'names', name, indexes, effect => effect);
  }

  /** With the calls that it is handed to by statements, which may change it. */
  onWithPasses(scope: Scope, name: string): readonly Effect[] {
    const indexes = this.#indexOf(scope).passed.get(name);
    return indexes === undefined ? this.on(scope, name) : this.#list(scope, 'passed', name, indexes, effect => effect);
  }

  onField(scope: Scope, key: string): readonly Effect[] {
    const indexes = this.#indexOf(scope).fields.get(key);
    return indexes === undefined ? NONE : this.#list(scope, 'fields', key, indexes, asOnField);
  }

  onFieldWithPasses(scope: Scope, key: string): readonly Effect[] {
    const indexes = this.#indexOf(scope).passedFields.get(key);
    return indexes === undefined ? this.onField(scope, key) : this.#list(scope, 'passedFields', key, indexes, asOnField);
  }

  #list(scope: Scope, kind: keyof Given, key: string, indexes: readonly number[], as: (effect: Effect) => Effect): readonly Effect[] {
    let given = this.#given.get(scope);
    if (given === undefined) {
      given = { names: new Map(), passed: new Map(), fields: new Map(), passedFields: new Map() };
      this.#given.set(scope, given);
    }
    let list = given[kind].get(key);
    if (list === undefined) {
      const { effects } = scope;
      list = indexes.flatMap(index => effects[index] ?? []).map(as);
      given[kind].set(key, list);
    }
    return list;
  }

  #indexOf(scope: Scope): ScopeIndex {
    const read = asRead(scope);
    let index = this.#indexes.get(read);
    if (index === undefined) {
      index = indexScope(read);
      this.#indexes.set(read, index);
    }
    return index;
  }
}

/** An effect on a field, as one on a variable of the field's name. */
export function asOnField(effect: Effect): Effect {
  if (effect.kind === 'return') return effect;
  const [key, ...path] = effect.target.path;
  return key === undefined ? effect : { ...effect, target: { root: { name: fieldName(key) }, path } };
}

function indexScope({ effects }: Scope): ScopeIndex {
  const names = new Map<string, number[]>();
  const fields = new Map<string, number[]>();
  const passed = new Map<string, number[]>();
  const passedFields = new Map<string, number[]>();
  const add = (map: Map<string, number[]>, key: string, index: number) => {
    const list = map.get(key);
    if (list === undefined) map.set(key, [index]);
    else list.push(index);
  };
  for (const [index, effect] of effects.entries()) {
    if (effect.kind === 'return') continue;
    const { root, path } = effect.target;
    const [key, all, withPasses] = root === 'self' ? [path[0] ?? WHOLE_OBJECT, fields, passedFields] : [root.name, names, passed];
    const isPassed = effect.kind === 'pass' && effect.byStatement === true;
    if (isPassed && !withPasses.has(key)) withPasses.set(key, [...(all.get(key) ?? [])]);
    withPasses.get(key)?.push(index);
    if (!isPassed) add(all, key, index);
  }
  return { names, passed, fields, passedFields };
}
