import type { LanguageAdapter } from '../../language';
import type { Uri } from '../../span';
import type { CallPlace, Problem } from '../../summary';
import type { SyntaxNode } from '../../syntax';
import { isType } from './classes';
import { closeScope, type FileLowering, type Frame, openScope, partsOf, sourceOf } from './frame';
import { generatedAt } from './generated';
import { importDeclaration, packageDeclaration } from './imports';
import { statement } from './statements';

/** Reads a parsed file. Total: what could not be parsed is left out, and the first such part is a problem. */
export const lower: LanguageAdapter['lower'] = ({ uri, text, root }) => {
  const file: FileLowering = {
    ...{ uri, text, packageName: '', scopes: [], imports: [], calls: [], known: new Set() },
    ...{ packages: [], staticClasses: [], depth: 0 },
  };
  const scope = openScope(file, { kind: 'module', name: '', at: { uri, start: 0, end: text.length } });
  const locals = { names: new Map(), outer: undefined };
  const frame: Frame = { file, scope, block: -1, type: undefined, locals, yields: undefined };
  const generated = generatedAt(uri, text);
  const parts = generated === undefined ? partsOf(frame, root) : [];
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
    ...{ kind: 'code', uri, language: 'java', scopes: file.scopes.map(closeScope), imports: file.imports, exportAll: [] },
    ...{
      calls: file.calls.sort(bySource),
      problems: generated === undefined ? problemsOf(uri, root) : [{ message: 'Generated code is not read', at: generated }],
    },
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
