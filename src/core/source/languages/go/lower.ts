import { bySource } from '../../by-source';
import { findProblems } from '../../find-problems';
import type { Uri } from '../../span';
import type { CodeSummary, LanguageId } from '../../summary';
import type { SyntaxNode } from '../../syntax';
import { collectTypes, declaration } from './declarations';
import { closeScope, type FileDraft, openScope, parts } from './draft';

/** Reads a parsed file. Total: what could not be parsed is left out, and the first such part is a problem. */
export function lower({
  uri,
  text,
  language,
  root,
}: {
  readonly uri: Uri;
  readonly text: string;
  readonly language: LanguageId;
  readonly root: SyntaxNode;
}): CodeSummary {
  const file: FileDraft = {
    ...{ uri, text, scopes: [], imports: [], exportAll: [], calls: [], depth: 0 },
    ...{ classes: new Map(), renamed: new Set() },
  };
  const scope = openScope(file, 'module', '', undefined, { uri, start: 0, end: text.length });
  const site = { file, scope, block: -1 };
  collectTypes(root, site);
  for (const node of parts(root)) declaration(node, site);
  return {
    kind: 'code',
    uri,
    language,
    scopes: file.scopes.map(closeScope),
    imports: file.imports,
    exportAll: file.exportAll,
    calls: file.calls.sort(bySource),
    problems: findProblems(root, uri, text),
  };
}
