import { isJavaScript, languageFor } from '../source/languages/index';
import type { Span, Uri } from '../source/span';
import type { CodeSummary, Import } from '../source/summary';
import type { Value, ValueOf } from '../source/values';
import { requestOfPackage } from './asked-by-request';
import { type Evaluation, NO_CONTEXT } from './evaluation';
import { importedText } from './file-texts';
import { hole } from './hole';
import { declaresName } from './modules';

/** What an import's name means: an export of a project file, a module of the project, or something of a package. */
export function importValue(evaluation: Evaluation, summary: CodeSummary, found: Import, name: ValueOf<'name'>): Value {
  if (found.packages !== undefined && found.name !== undefined) return ofPackages(evaluation, summary, found.packages, found.name, name);
  const file = evaluation.moduleOf(found.module, summary.uri);
  if (file === undefined) {
    const submodule = found.name === undefined ? undefined : evaluation.moduleOf(joined(found.module, found.name), summary.uri);
    if (submodule !== undefined) return namespace(submodule, name);
    const external = ofPackage(found.module, found.name === undefined ? [] : [found.name], name.at);
    return requestOfPackage(external) ?? external;
  }
  const text = file.endsWith('/') ? undefined : importedText(evaluation, file, name.at);
  if (text !== undefined) {
    const isWhole = found.name === undefined || found.name === 'default';
    return isWhole ? text : evaluation.evaluate({ kind: 'member', at: name.at, object: text, key: found.name ?? '' }, NO_CONTEXT);
  }
  if (found.name === undefined) return namespace(file, name);
  const exported = evaluation.exportOf(file, found.name, name.at);
  if (exported !== undefined) return exported;
  const submodule = evaluation.moduleOf(joined(found.module, found.name), summary.uri);
  if (submodule !== undefined) return namespace(submodule, name);
  // A folder of the project may have the name of a package (`agents`): what it doesn't have is the package's.
  if (!found.module.startsWith('.')) return { kind: 'external', at: name.at, module: found.module, path: [found.name] };
  return hole(name.at, name.name, `not found in ${fileName(file)}`);
}

/** `require('openai')` where its result is used at once: the module, or what a file of data says. */
export function required(evaluation: Evaluation, module: string, at: Span): Value {
  const file = evaluation.moduleOf(module, at.uri);
  const text = file === undefined || file.endsWith('/') ? undefined : importedText(evaluation, file, at);
  return text ?? ofPackage(file ?? module, [], at);
}

/** Something of a package. What Node.js has everywhere may be imported as well: Node's own `process`. */
function ofPackage(module: string, path: readonly string[], at: Span): ValueOf<'external'> {
  if (!/^(?:node:)?process$/.test(module)) return { kind: 'external', at, module, path };
  return { kind: 'external', at, module: 'global', path: ['process', ...(path[0] === 'default' ? path.slice(1) : path)] };
}

/** A class whose file has its name: the project's own where there is one, else an SDK's, else one of the last package. */
function ofPackages(
  evaluation: Evaluation,
  summary: CodeSummary,
  packages: readonly string[],
  type: string,
  { at }: ValueOf<'name'>,
): Value {
  const fullName = (folder: string) => (folder === '' ? type : `${folder}.${type}`);
  for (const folder of packages) {
    const file = evaluation.moduleOf(fullName(folder), summary.uri);
    const exported = file === undefined ? undefined : evaluation.exportOf(file, type, at);
    if (exported !== undefined) return exported;
  }
  const module = packages.find(folder => evaluation.isPackage(folder)) ?? packages[packages.length - 1] ?? '';
  return { kind: 'external', at, module, path: [type] };
}

/** A module of the project as a value: members are its exports. */
function namespace(file: Uri, name: ValueOf<'name'>): Value {
  return { kind: 'external', at: name.at, module: file, path: [] };
}

/** A name that only `from x import *` can have brought in. */
export function fromStar(evaluation: Evaluation, summary: CodeSummary, name: ValueOf<'name'>): Value | undefined {
  if (isJavaScript(summary.language)) return undefined;
  evaluation.edited.lookFor(summary, 'stars', now => now.exportAll);
  for (const star of summary.exportAll) {
    const file = evaluation.moduleOf(star.module, summary.uri);
    const value = file === undefined ? undefined : evaluation.exportOf(file, name.name, name.at);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** A name of one of the packages that a file takes all names of (`using OpenAI.Chat;`). */
export function fromWholePackage(evaluation: Evaluation, summary: CodeSummary, { name, at }: ValueOf<'name'>): Value | undefined {
  const named = (file: CodeSummary) => file.exportAll.find(({ module }) => evaluation.hasExport(module, name));
  const star = named(summary) ?? sharedImports(evaluation, summary).flatMap(file => named(file) ?? [])[0];
  return star && { kind: 'external', at, module: star.module, path: [name] };
}

/** Files that import for all of a project (`global using`), by their names. */
function sharedImports(evaluation: Evaluation, summary: CodeSummary): readonly CodeSummary[] {
  if (summary.language !== 'csharp') return [];
  const files = evaluation.filesOfProject(summary, false).filter(file => /\/(?:\w*\.)?(?:Global)?(?:Usings?|Imports?)\.cs$/i.test(file));
  return files.flatMap(file => {
    const found = evaluation.fileOf([file]);
    return found?.kind === 'code' ? [found] : [];
  });
}

/** A name that another file of the package declares. */
export function fromPackage(evaluation: Evaluation, summary: CodeSummary, { name, at }: ValueOf<'name'>): Value | undefined {
  const { packages } = languageFor(summary.language);
  if (packages === undefined || packages.predeclared.has(name)) return undefined;
  const file = evaluation.packageOf(summary).find(each => declaresName(evaluation.lookup, each, name));
  if (file !== undefined) return evaluation.exportOf(file.uri, name, at);
  const own = evaluation.declaring(summary, name);
  return own && evaluation.exportOf(own.uri, name, at);
}

function joined(module: string, name: string): string {
  return module.endsWith('.') ? `${module}${name}` : `${module}.${name}`;
}

function fileName(uri: Uri): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name; // a stray % is part of the name then
  }
}
