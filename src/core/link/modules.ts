import { languageFor } from '../source/languages/index';
import type { Span, Uri } from '../source/span';
import type { CodeSummary, FileSummary } from '../source/summary';
import type { Value } from '../source/values';
import { type Evaluation, NO_CONTEXT } from './evaluation';
import { frozen } from './frozen';
import type { SummaryStore } from './linked';

/** Finds the files and exports that imports mean, and remembers what was asked for. */
export interface Modules extends Pick<Evaluation, 'codeOf' | 'moduleOf' | 'fileOf' | 'exportOf'> {
  readonly pending: ReadonlySet<Uri>;
  readonly dependsOn: ReadonlySet<Uri>;
}

/** `isPackage`: modules that are never files of the project (the SDKs'). */
export function createModules(
  store: SummaryStore,
  isPackage: (module: string) => boolean,
  evaluation: () => Pick<Evaluation, 'evaluate' | 'once'>,
): Modules {
  const pending = new Set<Uri>();
  const dependsOn = new Set<Uri>();
  const files = new Map<string, Uri | undefined>();
  return { pending, dependsOn, codeOf, moduleOf, fileOf, exportOf };

  function codeOf(uri: Uri): CodeSummary | undefined {
    const summary = store.get(uri);
    if (summary === undefined) pending.add(uri);
    return summary?.kind === 'code' ? summary : undefined;
  }

  function moduleOf(module: string, from: Uri): Uri | undefined {
    const key = `${module} ${from}`;
    if (files.has(key)) return files.get(key);
    const found = isPackage(module) ? undefined : firstThatExists(module, from);
    files.set(key, found);
    return found;
  }

  function firstThatExists(module: string, from: Uri): Uri | undefined {
    const importer = store.get(from);
    if (importer?.kind !== 'code') return undefined;
    return fileOf(languageFor(importer.language).importCandidates(module, from))?.uri;
  }

  function fileOf(candidates: readonly Uri[]): FileSummary | undefined {
    for (const candidate of candidates) {
      const summary = store.get(candidate);
      dependsOn.add(candidate);
      // What comes after a file that is not read yet may not be what is meant.
      if (summary === undefined) {
        pending.add(candidate);
        return undefined;
      }
      if (summary !== null) return summary;
    }
    return undefined;
  }

  function exportOf(uri: Uri, name: string, at: Span): Value | undefined {
    if (!uri.includes('://') && !uri.startsWith('untitled:')) return undefined;
    const summary = codeOf(uri);
    const module = summary?.scopes[0];
    if (summary === undefined || module === undefined) return undefined;
    const { evaluate, once } = evaluation();
    const local = summary.exports === undefined ? name : Object.hasOwn(summary.exports, name) ? summary.exports[name] : undefined;
    if (local !== undefined) {
      const end = { uri, start: module.at.end, end: module.at.end };
      const value = once(`${uri}!${name}`, () => evaluate({ kind: 'name', at: end, name: local, scope: 0 }, NO_CONTEXT));
      if (value !== undefined && !(value.kind === 'external' && value.module === 'global')) return frozen(value);
    }
    for (const star of summary.exportAll) {
      const file = moduleOf(star.module, uri);
      const value = file === undefined ? undefined : once(`${uri}*${file}!${name}`, () => exportOf(file, name, at));
      if (value !== undefined) return value;
    }
    return undefined;
  }
}
