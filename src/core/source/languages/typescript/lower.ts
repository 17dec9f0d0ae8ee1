import { bySource } from '../../by-source';
import { findProblems } from '../../find-problems';
import type { LanguageAdapter } from '../../language';
import { readPassages } from '../../read-passages';
import type { SyntaxNode } from '../../syntax';
import { bodyFrame, closeScope, type FileLowering, openScope } from './frame';
import { lowerStatement, lowerStatements } from './statements';

/** Reads a parsed file. Total: what could not be parsed is left out, and the first such part is a problem. */
export const lower: LanguageAdapter['lower'] = ({ uri, text, language, root, editing }) => {
  const file: FileLowering = { uri, text, scopes: [], imports: [], exportAll: [], exports: new Map(), calls: [], depth: 0 };
  const module = openScope(file, { kind: 'module', name: '', at: { uri, start: 0, end: text.length } });
  const frame = bodyFrame(file, module);
  const read = (node: SyntaxNode) => lowerStatement(frame, node);
  const passages = editing && readPassages(root, { ...file, module }, editing.before, { read, finished: closeScope });
  if (editing === undefined) lowerStatements(frame, root);
  return {
    kind: 'code',
    uri,
    language,
    scopes: passages === undefined ? file.scopes.map(closeScope) : [closeScope(module), ...passages.scopes],
    imports: file.imports,
    exportAll: file.exportAll,
    exports: Object.fromEntries(file.exports),
    calls: passages?.calls ?? file.calls.sort(bySource),
    ...(passages && { passages }),
    problems: findProblems(root, uri, text),
  };
};
