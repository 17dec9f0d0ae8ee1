import type { LanguageAdapter } from '../../language';
import { type FileDraft, finish, openScope, type Site } from './draft';
import { findProblems } from './problems';
import { body } from './statements';

export const lower: LanguageAdapter['lower'] = ({ uri, text, root }) => {
  const file: FileDraft = { uri, text, broken: root.hasError, scopes: [], imports: [], exportAll: [], calls: [], depth: 0 };
  const scope = openScope(file, 'module', '', undefined, { uri, start: 0, end: text.length });
  const site: Site = { file, scope, block: -1, receiver: undefined, loopVariables: undefined, unsure: false, typeOnly: false };
  body(root, site);
  return finish(file, findProblems(root, uri, text));
};
