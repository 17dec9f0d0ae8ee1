import type { SyntaxNode } from '../../syntax';
import { textBuilder } from '../../text-map';
import type { Value } from '../../values';
import { type Site, sourceOf, spanOf } from './draft';
import { EMBEDDED_FILES, EMBEDDED_TEXT } from './predeclared';

/** What `//go:embed prompts/system.md` above a variable makes of it. */
export function embeddedValue(spec: SyntaxNode, declaration: SyntaxNode, site: Site): Value | undefined {
  const start = spec.startIndex - declaration.startIndex < 8 ? declaration.startIndex : spec.startIndex;
  const above = /((?:^|\n)[ \t]*\/\/go:embed [^\n]*\n(?:[ \t]*\/\/[^\n]*\n)*)[ \t]*$/.exec(
    site.file.text.slice(Math.max(0, start - 2_000), start),
  );
  if (above === null) return undefined;
  const paths = [...(above[1] ?? '').matchAll(/\/\/go:embed ([^\n]*)/g)].flatMap(([, list = '']) => list.trim().split(/\s+/));
  const [path = ''] = paths;
  const at = spanOf(spec, site);
  const isFileSystem = /\bFS$/.test(sourceOf(spec.childForFieldName('type'), site));
  const built = textBuilder(site.file.uri);
  built.add(path.replace(/^["`]|["`]$/g, ''), at.start, 0);
  const text: Value = { kind: 'text', at, text: built.build() };
  const name = isFileSystem ? EMBEDDED_FILES : EMBEDDED_TEXT;
  const callee: Value = { kind: 'name', at, name, scope: site.scope.id };
  return { kind: 'call', at, callee, args: isFileSystem ? [] : [{ value: text, at }], argsAt: at };
}
