import { languageFor } from '../source/languages/index';
import type { Span, Uri } from '../source/span';
import type { CodeSummary, Scope } from '../source/summary';
import type { Value } from '../source/values';
import { type Evaluation, NO_CONTEXT } from './evaluation';
import { frozen } from './frozen';
import type { Kept } from './memory';
import { createAliases } from './module-aliases';
import type { Records } from './records';

/** Finds the files and exports that imports mean. */
export type Modules = Pick<Evaluation, 'codeOf' | 'moduleOf' | 'fileOf' | 'exportOf'>;

/** `isPackage`: modules that are never files of the project (the SDKs'). */
export function createModules(
  records: Records,
  isPackage: (module: string) => boolean,
  evaluation: () => Pick<Evaluation, 'evaluate' | 'once'>,
): Modules {
  /** By file and module: asked at every use of an imported name. */
  const resolved = new Map<Uri, Map<string, Kept<Uri | undefined>>>();
  const aliasesOf = createAliases(records.consult, records.configs);
  return { codeOf, moduleOf, fileOf: records.consult, exportOf };

  function codeOf(uri: Uri): CodeSummary | undefined {
    const summary = records.read(uri);
    return summary?.kind === 'code' ? summary : undefined;
  }

  function moduleOf(module: string, from: Uri): Uri | undefined {
    const ofFile = resolved.get(from) ?? new Map<string, Kept<Uri | undefined>>();
    let kept = ofFile.get(module);
    if (kept === undefined) {
      kept = records.apart(() => resolve(module, from));
      resolved.set(from, ofFile.set(module, kept));
    }
    records.restOn(kept.grounds);
    return kept.answer;
  }

  function resolve(module: string, from: Uri): Uri | undefined {
    const importer = isPackage(module) ? undefined : codeOf(from);
    if (importer === undefined) return undefined;
    const { importCandidates } = languageFor(importer.language);
    const candidates = () => {
      const named = importCandidates(module, from);
      if (named.length > 0 || importer.language === 'python') return named;
      return aliasesOf(module, from).flatMap(target => importCandidates(target.path, target.from));
    };
    return records.shared(importer, `module ${module}`, () => records.consult(candidates())?.uri);
  }

  function exportOf(uri: Uri, name: string, at: Span): Value | undefined {
    if (!uri.includes('://') && !uri.startsWith('untitled:')) return undefined;
    const summary = codeOf(uri);
    const module = summary?.scopes[0];
    if (summary === undefined || module === undefined) return undefined;
    return records.shared(summary, `export ${name}`, () => exported(summary, module, name, at));
  }

  function exported(summary: CodeSummary, module: Scope, name: string, at: Span): Value | undefined {
    const { uri } = summary;
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
