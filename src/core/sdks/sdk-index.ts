import { isNamedLikeData } from '../link/plain-methods';
import { lastName } from '../source/last-name';
import type { Value, ValueOf } from '../source/values';
import type { Sdk } from './sdk';

/** The SDKs that are read, by what is asked of them at every call of a project. */
export interface SdkIndex {
  /** Those that a value of a module may belong to: all others surely know nothing of it. */
  ofModule(module: string): readonly Sdk[];
  /** Last names of the calls that spend money. */
  readonly callNames: ReadonlySet<string>;
  /** Whether a method, as it is written, may be one of them; one that is named like a list's, by what it stands behind (`conversations.append`). */
  mayCall(written: Value): boolean;
  /** Paths of those calls: `chat.completions.create`. */
  readonly callPaths: ReadonlySet<string>;
  /** Those that have a call of such a path. */
  withCall(path: string): readonly Sdk[];
  /** That whose objects alone have such a method. */
  toldBy(method: string): Sdk | undefined;
  /** Last names of the methods that fix a model. */
  readonly fixingMethods: ReadonlySet<string>;
  /** Whether an export of a package may be a call that spends money, by its last name: most calls of a program are `console.log` and the like. */
  mayBeCalled(external: ValueOf<'external'>): boolean;
  /** Whether it may be what fixes a model, by its last name. */
  mayFixModel(external: ValueOf<'external'>): boolean;
}

export function createSdkIndex(sdks: readonly Sdk[]): SdkIndex {
  const byRoot = new Map<string, Sdk[]>();
  for (const sdk of sdks) {
    for (const root of new Set(sdk.modules.map(rootOf))) byRoot.set(root, [...(byRoot.get(root) ?? []), sdk]);
  }
  const byPath = new Map<string, Set<Sdk>>();
  for (const sdk of sdks) for (const { path } of sdk.calls) byPath.set(path, (byPath.get(path) ?? new Set()).add(sdk));
  const callPaths = new Set(byPath.keys());
  const callNames = new Set([...callPaths].map(lastName));
  const namesOf = new Map(sdks.map(sdk => [sdk, { calling: callingNames(sdk), fixing: fixingNames(sdk) }]));
  const lastTwoSteps = new Set([...callPaths].map(path => path.split('.').slice(-2).join('.')));
  const ofModule = (module: string): readonly Sdk[] => byRoot.get(rootOf(module)) ?? [];
  return {
    ofModule,
    callNames,
    mayCall: written => {
      if (written.kind !== 'member' || !callNames.has(written.key)) return false;
      if (!isNamedLikeData(written)) return true;
      const behind = written.object.kind === 'member' ? `${written.object.key}.${written.key}` : written.key;
      return callPaths.has(written.key) || lastTwoSteps.has(behind);
    },
    callPaths,
    toldBy: method => sdks.find(({ telling }) => telling?.methods.includes(method)),
    withCall: path => [...(byPath.get(path) ?? [])],
    fixingMethods: new Set(
      sdks.flatMap(sdk => (sdk.methods ?? []).filter(({ fixesModel }) => fixesModel === true).map(({ path }) => lastName(path))),
    ),
    mayBeCalled: ({ module, path }) => {
      const last = path[path.length - 1] ?? 'default';
      return ofModule(module).some(sdk => {
        const calling = namesOf.get(sdk)?.calling;
        return calling?.has(last) || calling?.has('*');
      });
    },
    mayFixModel: ({ module, path }) => {
      const last = path[path.length - 1] ?? 'default';
      return ofModule(module).some(sdk => namesOf.get(sdk)?.fixing.has(last));
    },
  };
}

/** Last names of the calls that spend money, and of the exports that are called themselves; `*`: any may be. */
function callingNames({ calls, makers }: Sdk): ReadonlySet<string> {
  const names = calls.map(({ path }) => lastName(path));
  return new Set(names.includes('') ? [...names, 'default', ...Object.keys(makers).map(lastName)] : names);
}

/** Last names of the exports and methods that fix a model. */
function fixingNames({ makers, methods = [] }: Sdk): ReadonlySet<string> {
  const exported = Object.entries(makers).filter(([, { fixesModel }]) => fixesModel !== undefined);
  const fixing = methods.filter(({ fixesModel }) => fixesModel === true);
  return new Set([...exported.map(([name]) => lastName(name)), ...fixing.map(({ path }) => lastName(path))]);
}

/** `@ai-sdk/openai`: `@ai-sdk`; `google.genai`: `google`. A module and what it is a part of have it in common. */
function rootOf(module: string): string {
  return /^[^./]*/.exec(module)?.[0] ?? '';
}
