import { bySource } from '../../by-source';
import { findProblems } from '../../find-problems';
import type { LanguageAdapter } from '../../language';
import { type FileDraft, finished, openScope } from './draft';
import { Locals } from './locals';
import { fileMembers } from './namespaces';

export const lower: LanguageAdapter['lower'] = ({ uri, text, root, language }) => {
  const file: FileDraft = { uri, text, scopes: [], imports: [], exportAll: [], calls: [], exports: new Map(), depth: 0 };
  const scope = openScope(file, 'module', '', undefined, { uri, start: 0, end: text.length });
  fileMembers(root, { file, scope, block: -1, type: undefined, namespace: '', locals: new Locals() });
  return {
    kind: 'code',
    uri,
    language,
    scopes: file.scopes.map(finished),
    imports: file.imports,
    exportAll: file.exportAll,
    exports: Object.fromEntries(file.exports),
    calls: file.calls.sort(bySource),
    problems: findProblems(root, uri, text),
  };
};
