import { findProblems } from '../../find-problems';
import type { LanguageAdapter } from '../../language';
import { readPassages } from '../../read-passages';
import { type FileDraft, finish, openScope, type Site } from './draft';
import { body, statement } from './statements';

export const lower: LanguageAdapter['lower'] = ({ uri, text, root, editing }) => {
  const file: FileDraft = { uri, text, broken: root.hasError, scopes: [], imports: [], exportAll: [], calls: [], depth: 0 };
  const scope = openScope(file, 'module', '', undefined, { uri, start: 0, end: text.length });
  const site: Site = { file, scope, block: -1, receiver: undefined, loopVariables: undefined, unsure: false, typeOnly: false };
  if (editing === undefined) {
    body(root, site);
    return finish(file, findProblems(root, uri, text));
  }
  file.depth += 1;
  const passages = readPassages(root, { ...file, module: scope }, editing.before, node => statement(node, site));
  return { ...finish(file, findProblems(root, uri, text)), passages };
};
