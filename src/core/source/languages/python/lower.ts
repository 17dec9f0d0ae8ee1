import { findProblems } from '../../find-problems';
import type { LanguageAdapter } from '../../language';
import { readPassages } from '../../read-passages';
import type { SyntaxNode } from '../../syntax';
import { type FileDraft, finish, finishedScope, openScope, type Site } from './draft';
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
  const read = (node: SyntaxNode) => statement(node, site);
  const passages = readPassages(root, { ...file, module: scope }, editing.before, { read, finished: finishedScope });
  const said = { scopes: [finishedScope(scope), ...passages.scopes], calls: passages.calls };
  return { ...finish(file, findProblems(root, uri, text), said), passages };
};
