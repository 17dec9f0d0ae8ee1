import type { LanguageAdapter } from '../../language';
import { readPassages } from '../../read-passages';
import type { Uri } from '../../span';
import type { CallPlace, Problem } from '../../summary';
import type { SyntaxNode } from '../../syntax';
import { bodyFrame, closeScope, type FileLowering, openScope } from './frame';
import { lowerStatement, lowerStatements } from './statements';

/** Reads a parsed file. Total: what could not be parsed is left out, and the first such part is a problem. */
export const lower: LanguageAdapter['lower'] = ({ uri, text, language, root, editing }) => {
  const file: FileLowering = { uri, text, scopes: [], imports: [], exportAll: [], exports: new Map(), calls: [], depth: 0 };
  const module = openScope(file, { kind: 'module', name: '', at: { uri, start: 0, end: text.length } });
  const frame = bodyFrame(file, module);
  const read = (node: SyntaxNode) => lowerStatement(frame, node);
  const passages = editing && readPassages(root, { ...file, module }, editing.before, read);
  if (editing === undefined) lowerStatements(frame, root);
  return {
    kind: 'code',
    uri,
    language,
    scopes: file.scopes.map(closeScope),
    imports: file.imports,
    exportAll: file.exportAll,
    exports: Object.fromEntries(file.exports),
    calls: file.calls.sort(bySource),
    ...(passages && { passages }),
    problems: problemsOf(uri, root),
  };
};

/** Source order; of calls that start together, the outermost comes first. */
function bySource(a: CallPlace, b: CallPlace): number {
  return a.call.at.start - b.call.at.start || b.call.at.end - a.call.at.end;
}

/** Only the first error is told: those after it are mostly its consequences. */
function problemsOf(uri: Uri, root: SyntaxNode): readonly Problem[] {
  let node = root;
  if (!node.hasError) return [];
  while (!node.isError && !node.isMissing) {
    const inner = node.children.find(child => child !== null && (child.hasError || child.isError || child.isMissing));
    if (!inner) break;
    node = inner;
  }
  return [{ message: 'This part could not be parsed', at: { uri, start: node.startIndex, end: node.endIndex } }];
}
