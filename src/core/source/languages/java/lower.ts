import { bySource } from '../../by-source';
import { findProblems } from '../../find-problems';
import type { LanguageAdapter } from '../../language';
import { isType } from './classes';
import { closeScope, type FileLowering, type Frame, openScope, partsOf, sourceOf } from './frame';
import { importDeclaration, packageDeclaration } from './imports';
import { statement } from './statements';

/** Reads a parsed file. Total: what could not be parsed is left out, and the first such part is a problem. */
export const lower: LanguageAdapter['lower'] = ({ uri, text, root }) => {
  const file: FileLowering = {
    ...{ uri, text, packageName: '', scopes: [], imports: [], calls: [], known: new Set() },
    ...{ packages: [], staticClasses: [], staticMembers: new Map(), depth: 0 },
  };
  const scope = openScope(file, { kind: 'module', name: '', at: { uri, start: 0, end: text.length } });
  const locals = { names: new Map(), outer: undefined };
  const frame: Frame = { file, scope, block: -1, type: undefined, locals, yields: undefined };
  const parts = partsOf(frame, root);
  // Classes may be used above the place that declares them.
  for (const node of parts) {
    const name = isType(node) ? node.childForFieldName('name') : null;
    if (name !== null) file.known.add(sourceOf(frame, name));
  }
  for (const node of parts) {
    if (node.type === 'package_declaration') packageDeclaration(frame, node);
    else if (node.type === 'import_declaration') importDeclaration(frame, node);
    else statement(frame, node);
  }
  return {
    kind: 'code',
    uri,
    language: 'java',
    scopes: file.scopes.map(closeScope),
    imports: file.imports,
    exportAll: [],
    calls: file.calls.sort(bySource),
    problems: findProblems(root, uri, text),
  };
};
