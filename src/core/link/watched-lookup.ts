import type { CodeSummary, Effect, Scope } from '../source/summary';
import type { EditedFile } from './edited-file';
import type { Lookup } from './lookup';

/**
 * A lookup that notes what answers take from the file that is being edited. A scope within a passage is looked at with its passage;
 * what concerns the module, or a class by its name, may come from anywhere in the file.
 */
export function watchedLookup(lookup: Lookup, edited: CodeSummary, { lookAt, lookFor }: EditedFile): Lookup {
  const isModule = (scope: Scope) => scope.id === 0 && scope.at.uri === edited.uri;
  const inModule = (key: string, find: (module: Scope, summary: CodeSummary) => readonly Effect[]) =>
    lookFor(edited, key, summary => summary.scopes.slice(0, 1).flatMap(module => find(module, summary)));
  const lookAtScope = (summary: CodeSummary, id: number) => {
    const scope = summary.scopes[id];
    if (scope !== undefined) lookAt(scope.at);
  };
  return {
    effectsOn(scope, name) {
      if (isModule(scope)) inModule(`effects on ${name}`, module => lookup.effectsOn(module, name));
      else lookAt(scope.at);
      return lookup.effectsOn(scope, name);
    },
    effectsWithPasses(scope, name) {
      if (isModule(scope)) inModule(`effects and passes on ${name}`, module => lookup.effectsWithPasses(module, name));
      else lookAt(scope.at);
      return lookup.effectsWithPasses(scope, name);
    },
    effectsOnField(scope, key) {
      if (isModule(scope)) inModule(`effects on field ${key}`, module => lookup.effectsOnField(module, key));
      else lookAt(scope.at);
      return lookup.effectsOnField(scope, key);
    },
    effectsOnFieldWithPasses(scope, key) {
      if (isModule(scope)) inModule(`effects and passes on field ${key}`, module => lookup.effectsOnFieldWithPasses(module, key));
      else lookAt(scope.at);
      return lookup.effectsOnFieldWithPasses(scope, key);
    },
    effectsOnClass(summary, type, key) {
      lookAt(type.at);
      lookFor(summary, `${type.name}.${key}`, now => lookup.effectsOnClass(now, type, key));
      return lookup.effectsOnClass(summary, type, key);
    },
    effectsAnywhere(summary, name) {
      lookFor(summary, `effects on ${name} anywhere`, now => lookup.effectsAnywhere(now, name).flatMap(({ effects }) => effects));
      return lookup.effectsAnywhere(summary, name);
    },
    importOf(summary, scope, name) {
      if (scope === 0) lookFor(summary, `imports of ${name}`, now => now.imports.filter(each => each.scope === 0 && each.local === name));
      else lookAtScope(summary, scope);
      return lookup.importOf(summary, scope, name);
    },
    changesFromInside(summary, scope, name) {
      if (isModule(scope))
        inModule(`changes of ${name} from inside`, (module, now) =>
          lookup.changesFromInside(now, module, name).flatMap(change => change.effects),
        );
      else lookAt(scope.at);
      return lookup.changesFromInside(summary, scope, name);
    },
    callsRunBy(summary, scope) {
      if (scope === 0) lookFor(summary, 'calls of the module', now => lookup.callsRunBy(now, 0).map(({ call }) => call));
      else lookAtScope(summary, scope);
      return lookup.callsRunBy(summary, scope);
    },
    classesNamed(summary, name) {
      lookFor(summary, `classes ${name}`, now => lookup.classesNamed(now, name));
      return lookup.classesNamed(summary, name);
    },
    callsNamed(summary, name) {
      lookFor(summary, `calls of ${name}`, now => lookup.callsNamed(now, name).map(({ call }) => call));
      return lookup.callsNamed(summary, name);
    },
    callsEndingIn(summary, name) {
      lookFor(summary, `calls ending in ${name}`, now => lookup.callsEndingIn(now, name).map(({ call }) => call));
      return lookup.callsEndingIn(summary, name);
    },
    callsTaking(summary, fn) {
      lookFor(summary, `calls taking ${fn}`, now => lookup.callsTaking(now, fn).map(({ call }) => call));
      return lookup.callsTaking(summary, fn);
    },
    methodsOf(summary, type) {
      lookAt(type.at);
      return lookup.methodsOf(summary, type);
    },
    blocksAround(scope, block) {
      const blocks = lookup.blocksAround(scope, block);
      const [outermost] = blocks;
      if (outermost !== undefined) lookAt(outermost.at);
      return blocks;
    },
    same: lookup.same,
    sizes: lookup.sizes,
  };
}
