import { bySource } from './by-source';
import { MovedCall, MovedScope, moveBy } from './moved-later';
import type { Span, Uri } from './span';
import type { Block, CallPlace, Effect, Import, Scope } from './summary';
import type { Value } from './values';

/** What reading the statements of a module adds to; `S` is a scope while it is read. */
export interface ModuleDraft<S> {
  readonly uri: Uri;
  readonly text: string;
  readonly scopes: S[];
  readonly imports: Import[];
  readonly exportAll: { readonly module: string; readonly at: Span }[];
  readonly calls: CallPlace[];
  /** Exported name → local name, for languages that state them. */
  readonly exports?: Map<string, string>;
  /** The module's own scope. */
  readonly module: ModuleScope;
}

interface ModuleScope {
  readonly effects: Effect[];
  readonly blocks: Block[];
  /** The next number for a group of blocks. */
  groups: number;
  /** Effects at the front of `effects` that count before all others. */
  hoisted?: number;
  /** What `yield` hands out, for languages that let it stand anywhere. */
  readonly yielded?: Value[];
}

/** What one statement adds. Scopes, blocks and groups are numbered through the file, so it fits only where their numbers begin alike. */
export interface Content {
  readonly firstScope: number;
  readonly firstBlock: number;
  readonly firstGroup: number;
  readonly groups: number;
  readonly hoisted: readonly Effect[];
  readonly effects: readonly Effect[];
  readonly blocks: readonly Block[];
  readonly yielded: readonly Value[];
  readonly scopes: readonly Scope[];
  readonly imports: readonly Import[];
  readonly exportAll: ModuleDraft<unknown>['exportAll'];
  readonly exports: readonly (readonly [string, string])[];
  /** In source order. */
  readonly calls: readonly CallPlace[];
}

/** Whether what a statement said can be taken over where a draft has got to. */
export function fits({ firstScope, firstBlock, firstGroup }: Content, { scopes, module }: ModuleDraft<unknown>): boolean {
  return firstScope === scopes.length && firstBlock === module.blocks.length && firstGroup === module.groups;
}

/** What reading one statement adds. */
export function addedBy<S>(draft: ModuleDraft<S>, read: () => void): Omit<Content, 'scopes'> & { readonly scopes: readonly S[] } {
  const { module, scopes, imports, exportAll, calls, exports } = draft;
  const from = { effects: module.effects.length, hoisted: module.hoisted ?? 0, imports: imports.length, calls: calls.length };
  const [firstScope, firstBlock, firstGroup, exportAllFrom] = [scopes.length, module.blocks.length, module.groups, exportAll.length];
  const yieldedFrom = module.yielded?.length ?? 0;
  // A name may be exported twice, so what is exported here is told apart from what was before.
  const others = [...(exports ?? [])];
  exports?.clear();
  read();
  const own = [...(exports ?? [])];
  exports?.clear();
  for (const [name, local] of [...others, ...own]) exports?.set(name, local);
  const hoisted = (module.hoisted ?? 0) - from.hoisted;
  return {
    firstScope,
    firstBlock,
    firstGroup,
    groups: module.groups - firstGroup,
    hoisted: module.effects.slice(from.hoisted, from.hoisted + hoisted),
    effects: module.effects.slice(from.effects + hoisted),
    blocks: module.blocks.slice(firstBlock),
    yielded: module.yielded?.slice(yieldedFrom) ?? [],
    scopes: scopes.slice(firstScope),
    imports: imports.slice(from.imports),
    exportAll: exportAll.slice(exportAllFrom),
    exports: own,
    calls: calls.slice(from.calls).sort(bySource),
  };
}

/** What a statement says, where it stands after it has moved. */
export function moved(content: Content, uri: Uri, by: number): Content {
  if (by === 0) return content;
  const move = moveBy(uri, by);
  const { scopes, calls, exports, ...rest } = content;
  return {
    ...move(rest),
    exports,
    scopes: scopes.map(scope => new MovedScope(scope, move)),
    calls: calls.map(call => new MovedCall(call, move)),
  };
}

/** Goes on as if the statement had been read, but for scopes and calls: see `ReadPassages`. */
export function append<S>(draft: ModuleDraft<S>, content: Content): void {
  const { module } = draft;
  if (content.hoisted.length > 0) {
    module.effects.splice(module.hoisted ?? 0, 0, ...content.hoisted);
    module.hoisted = (module.hoisted ?? 0) + content.hoisted.length;
  }
  module.effects.push(...content.effects);
  module.blocks.push(...content.blocks);
  module.yielded?.push(...content.yielded);
  module.groups += content.groups;
  // Nothing that is read looks into another statement's scopes, but scopes are numbered.
  draft.scopes.length += content.scopes.length;
  draft.imports.push(...content.imports);
  draft.exportAll.push(...content.exportAll);
  for (const [name, local] of content.exports) draft.exports?.set(name, local);
}
