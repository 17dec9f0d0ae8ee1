import { asRead } from '../source/moved-later';
import type { CallPlace, CodeSummary, Effect, Import, Scope } from '../source/summary';
import type { ScopeId } from '../source/values';
import { type Changes, indexFile } from './file-index';
import { asOnField, type ScopeEffects } from './scope-effects';

/** What is asked of a file again and again, found once; see `Lookup`. */
export interface FileAnswers {
  importOf(scope: ScopeId, name: string): Import | undefined;
  effectsOnClass(type: string, key: string): readonly Effect[];
  classesNamed(name: string): readonly Scope[];
  changesFromInside(scope: ScopeId, name: string): readonly Changes[];
  callsRunBy(scope: ScopeId): readonly CallPlace[];
  callsNamed(name: string): readonly CallPlace[];
  callsEndingIn(name: string | ScopeId): readonly CallPlace[];
  callsTaking(fn: ScopeId | string): readonly CallPlace[];
  methodsOf(type: ScopeId): readonly Scope[];
}

const NONE: readonly never[] = [];

/**
 * A file that is being edited is indexed as it was read, since names don't move; what is found is handed out where it stands now.
 */
export function answersOf(summary: CodeSummary, effects: ScopeEffects): FileAnswers {
  const { passages } = summary;
  const read = passages === undefined ? summary : { ...summary, scopes: summary.scopes.map(asRead), calls: passages.callsAsRead };
  const index = indexFile(read, (scope, name) => effects.on(scope, name));
  const onClasses = new Map<string, readonly Effect[]>();
  const scopesNow = (scopes: readonly Scope[] = NONE): readonly Scope[] => scopes.flatMap(({ id }) => summary.scopes[id] ?? []);
  let places: ReadonlyMap<CallPlace, CallPlace> | undefined;
  const placesNow = (found: readonly CallPlace[] = NONE): readonly CallPlace[] => {
    if (passages === undefined || found.length === 0) return found;
    places ??= new Map(read.calls.map((place, nth) => [place, summary.calls[nth] ?? place]));
    return found.map(place => places?.get(place) ?? place);
  };
  return {
    importOf: (scope, name) => index.imports.get(`${scope} ${name}`),
    effectsOnClass(type, key) {
      const name = `${type}.${key}`;
      let found = onClasses.get(name);
      if (found === undefined) {
        const at = index.classFields.get(name) ?? NONE;
        found = at.flatMap(({ scope, nth }) => summary.scopes[scope]?.effects[nth] ?? []).map(asOnField);
        onClasses.set(name, found);
      }
      return found;
    },
    classesNamed: name => scopesNow(index.classes.get(name)),
    changesFromInside(scope, name) {
      const scopes = scopesNow(index.fromInside.get(`${scope} ${name}`));
      return scopes.map(each => ({ scope: each, effects: effects.onWithPasses(each, name) }));
    },
    callsRunBy: scope => placesNow(index.calls.get(scope)),
    callsNamed: name => placesNow(index.named.get(name)),
    callsEndingIn: name => placesNow(index.endings().get(name)),
    callsTaking: fn => placesNow(index.takers.get(fn)),
    methodsOf: type => scopesNow(index.methods.get(type)),
  };
}
