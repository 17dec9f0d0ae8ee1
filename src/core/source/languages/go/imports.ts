import type { SyntaxNode } from '../../syntax';
import { parts, type Site, sourceOf, spanOf } from './draft';

/** `import ( "a/b"; x "c/d"; . "e" )` */
export function importDeclaration(node: SyntaxNode, site: Site): void {
  for (const part of parts(node)) {
    if (part.type === 'import_spec_list') importDeclaration(part, site);
    else if (part.type === 'import_spec') importSpec(part, site);
  }
}

function importSpec(node: SyntaxNode, site: Site): void {
  const { file } = site;
  const path = node.childForFieldName('path');
  const name = node.childForFieldName('name');
  const module = sourceOf(path, site).replace(/^["`]|["`]$/g, '');
  const at = spanOf(node, site);
  const given = sourceOf(name, site);
  if (module === '' || given === '_') return;
  if (given === '.') file.exportAll.push({ module, at });
  else
    file.imports.push({
      local: given === '' ? localName(module, file.text) : given,
      ...{ module, name: undefined, at, scope: 0, typeOnly: false },
    });
}

/**
 * What a package is called whose own clause is not in sight: most often the last part of its path, but `go-openai` is `openai` and
 * `yaml.v3` is `yaml`. The name that the file uses is it.
 */
function localName(module: string, text: string): string {
  const segments = module.split('/');
  const last = segments.length > 1 && /^v\d+$/.test(segments[segments.length - 1] ?? '') ? segments[segments.length - 2] : segments.pop();
  const plain = (last ?? '').replace(/\.v\d+$/, '');
  const words = plain.split(/[-.]/).filter(word => word !== '');
  const candidates = [
    plain,
    plain.replace(/^go-|[-.]go$/g, ''),
    plain.replace(/-/g, ''),
    plain.replace(/-/g, '_'),
    ...words.filter(word => word !== 'go' && word !== 'sdk'),
  ];
  const isUsed = (name: string) => /^\w+$/.test(name) && new RegExp(`(?:^|[^\\w.])${name}\\.\\w`).test(text);
  return candidates.find(isUsed) ?? plain;
}
