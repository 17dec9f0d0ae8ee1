import { isAddress } from '../source/is-address';
import type { Packages, ProjectFiles } from '../source/language';
import { isJavaScript, languageFor } from '../source/languages/index';
import type { Span, Uri } from '../source/span';
import type { CodeSummary, Scope } from '../source/summary';
import type { Value } from '../source/values';
import { declares } from './block-scope';
import { createCodeNear } from './code-near';
import { type Evaluation, NO_CONTEXT } from './evaluation';
import { frozen } from './frozen';
import { importRoots } from './import-roots';
import type { Lookup } from './lookup';
import type { Kept } from './memory';
import { createAliases } from './module-aliases';
import type { Records } from './records';

/** Finds the files and exports that imports mean. */
export type Modules = Pick<
  Evaluation,
  'codeOf' | 'moduleOf' | 'fileOf' | 'exportOf' | 'packageOf' | 'codeIn' | 'mayImplement' | 'mayPass' | 'declaring' | 'filesOfProject'
>;

/** `isPackage`: modules that are never files of the project (the SDKs'). */
export function createModules(
  records: Records,
  isPackage: (module: string) => boolean,
  lookup: Lookup,
  evaluation: () => Evaluation,
): Modules {
  /** By file and module: asked at every use of an imported name. */
  const resolved = new Map<Uri, Map<string, Kept<Uri | undefined>>>();
  const packages = new Map<Uri, Kept<readonly CodeSummary[]>>();
  /** By the folder of the project. */
  const projects = new Map<Uri, Kept<readonly Uri[]>>();
  const aliasesOf = createAliases(records.consult, records.configs);
  const project = projectFiles(records);
  const near = createCodeNear(records, project, filesOfProject);
  return { codeOf, moduleOf, fileOf: records.consult, exportOf, packageOf, codeIn, ...near, declaring, filesOfProject };

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
      const named = importCandidates(module, from, project);
      // Only JavaScript's imports go by names that a configuration gives to paths.
      if (named.length > 0 || !isJavaScript(importer.language)) return named;
      return aliasesOf(module, from).flatMap(target => importCandidates(target.path, target.from, project));
    };
    return records.shared(importer, `module ${module}`, () => records.consult(candidates())?.uri ?? below(importer, module));
  }

  /** A module in a folder that the file adds to those in which modules are looked for. */
  function below(importer: CodeSummary, module: string): Uri | undefined {
    const { importCandidates } = languageFor(importer.language);
    if (module.startsWith('.') || importCandidates(module, importer.uri, project).length === 0) return undefined;
    const { once } = evaluation();
    const roots = once(`${importer.uri} roots of imports`, () => importRoots(evaluation(), importer)) ?? [];
    return records.consult(roots.flatMap(root => importCandidates(`.${module}`, `${root}/__init__.py`, project)))?.uri;
  }

  function exportOf(uri: Uri, name: string, at: Span): Value | undefined {
    if (!isAddress(uri)) return undefined;
    if (uri.endsWith('/')) return exportOfFolder(uri, name, at);
    const summary = codeOf(uri);
    const module = summary?.scopes[0];
    if (summary === undefined || module === undefined) return undefined;
    return records.shared(summary, `export ${name}`, () => exported(summary, module, name, at));
  }

  function exportOfFolder(folder: Uri, name: string, at: Span): Value | undefined {
    const importer = codeOf(at.uri);
    const known = importer && languageFor(importer.language).packages;
    const files = known?.filesOf(folder, project);
    if (known?.closed === true && files !== undefined) gathered(files);
    const file = files?.find(each => {
      const summary = known?.closed === true ? codeOf(each) : codeRestedOn(each);
      return summary !== undefined && declaresName(lookup, summary, name);
    });
    return file === undefined ? undefined : exportOf(file, name, at);
  }

  /** The code files of the folder that an import means. */
  function codeIn(module: string, importer: CodeSummary): readonly CodeSummary[] {
    const folder = moduleOf(module, importer.uri);
    const files = folder?.endsWith('/') ? languageFor(importer.language).packages?.filesOf(folder, project) : undefined;
    return gathered(files ?? []);
  }

  /** The other code files of a file's package. */
  function packageOf(summary: CodeSummary): readonly CodeSummary[] {
    const language = languageFor(summary.language);
    if (language.packages === undefined) return [];
    const { filesAround } = language.packages;
    let kept = packages.get(summary.uri);
    if (kept === undefined) {
      // With the file itself, so that all files of a package rest on the same.
      const read = () => gathered([...filesAround(summary.uri, project), summary.uri].sort()).filter(({ uri }) => uri !== summary.uri);
      kept = records.apart(() => records.shared(summary, 'package', read));
      packages.set(summary.uri, kept);
    }
    records.restOn(kept.grounds);
    return kept.answer;
  }

  /** The file of a project that declares a name: one whose namespace the file sees, else the likeliest. */
  function declaring(summary: CodeSummary, name: string): CodeSummary | undefined {
    const { packages: known } = languageFor(summary.language);
    if (known?.projectOf === undefined || known.mayDeclare === undefined) return undefined;
    const { projectOf, mayDeclare } = known;
    return records.shared(summary, `declares ${name}`, () => {
      const root = projectOf(summary.uri, project, false);
      const namespaces = summary.exportAll.map(({ module }) => module);
      const files = root === undefined ? [] : mayDeclare(name, summary.uri, filesBelow(root, known), namespaces);
      let first: CodeSummary | undefined;
      for (const file of files) {
        const code = codeRestedOn(file);
        if (code === undefined || !declaresName(lookup, code, name)) continue;
        if (namespaces.some(namespace => Object.hasOwn(code.exports ?? {}, `${namespace}.${name}`))) return code;
        first ??= code;
      }
      return first;
    });
  }

  function filesOfProject(summary: CodeSummary, wide: boolean): readonly Uri[] {
    const { packages: known } = languageFor(summary.language);
    const root =
      known?.projectOf === undefined
        ? undefined
        : records.shared(summary, `project ${wide}`, () => known.projectOf?.(summary.uri, project, wide));
    return known === undefined || root === undefined ? [] : filesBelow(root, known);
  }

  function filesBelow(root: Uri, { filesOf }: Packages): readonly Uri[] {
    let kept = projects.get(root);
    if (kept === undefined) {
      kept = records.apart(() => filesOf(root, project));
      projects.set(root, kept);
    }
    records.restOn(kept.grounds);
    return kept.answer;
  }

  function gathered(files: readonly Uri[]): readonly CodeSummary[] {
    return records.gather(files).flatMap(summary => (summary.kind === 'code' ? [summary] : []));
  }

  function codeRestedOn(uri: Uri): CodeSummary | undefined {
    const summary = records.consult([uri]);
    return summary?.kind === 'code' ? summary : undefined;
  }

  function exported(summary: CodeSummary, module: Scope, name: string, at: Span): Value | undefined {
    const { uri } = summary;
    const { evaluate, once, edited } = evaluation();
    edited.lookFor(summary, `export ${name}`, ({ exports }) => [exports === undefined ? '' : `${exports[name]}`]);
    edited.lookFor(summary, 'stars', ({ exportAll }) => exportAll);
    const local = summary.exports === undefined ? name : Object.hasOwn(summary.exports, name) ? summary.exports[name] : undefined;
    if (local !== undefined) {
      const end = { uri, start: module.at.end, end: module.at.end };
      const value = once(`${uri}!${name}`, () => evaluate({ kind: 'name', at: end, name: local, scope: 0 }, NO_CONTEXT));
      if (value !== undefined && !(value.kind === 'external' && value.module === 'global')) return frozen(lookup.same, value);
    }
    for (const star of summary.exportAll) {
      const file = moduleOf(star.module, uri);
      const value = file === undefined ? undefined : once(`${uri}*${file}!${name}`, () => exportOf(file, name, at));
      if (value !== undefined) return value;
    }
    return undefined;
  }
}

/** Whether a file declares a name at its top. */
export function declaresName(lookup: Lookup, { scopes }: CodeSummary, name: string): boolean {
  const [module] = scopes;
  return module !== undefined && lookup.effectsOn(module, name).some(declares);
}

function projectFiles(records: Records): ProjectFiles {
  return {
    textOf(candidates) {
      const file = records.consult(candidates);
      const text = file === undefined || file.kind === 'code' || file.kind === 'folder' ? undefined : file.text;
      return file === undefined || text === undefined ? undefined : { uri: file.uri, text };
    },
    entriesOf(folder) {
      const found = records.consult([folder]);
      return found?.kind === 'folder' ? found.entries : [];
    },
  };
}
