import type { Printer } from '../../../language';
import { lineEndOf } from '../../../written-lines';

/** Imports behind those that are there, or behind the package. A declaration has no place at a Java file's head. */
export const addToHead: Printer['addToHead'] = (text, uri, imports) => {
  const missing = imports.filter(({ module, name }) => !isImported(text, module, name));
  if (missing.length === 0) return [];
  const heads = [...text.matchAll(/^(?:import|package)\b[^;\r\n]*;[^\n]*(?:\n|$)/gm)];
  const last = heads.at(-1);
  const at = last === undefined ? 0 : last.index + last[0].length;
  const isPackage = last?.[0].startsWith('package') ?? false;
  const lines = missing.map(({ module, name }) => `import ${module}.${name};\n`).join('');
  const opening = at > 0 && text[at - 1] !== '\n' ? '\n' : '';
  const newText = opening + (isPackage ? '\n' : '') + lines + (last === undefined ? '\n' : '');
  return [{ uri, start: at, end: at, newText: newText.replaceAll('\n', lineEndOf(text)) }];
};

function isImported(text: string, module: string, name: string): boolean {
  const escaped = module.replace(/[.]/g, '\\.');
  return new RegExp(`^import\\s+${escaped}\\.(?:${name}|\\*)\\s*;`, 'm').test(text);
}
