import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Language, Parser } from '@vscode/tree-sitter-wasm';
import { readableBy } from '../../src/core/source/languages/index';
import type { SyntaxNode } from '../../src/core/source/syntax';

/** Parses text and returns the tree's root. */
export type ParseSource = (text: string) => SyntaxNode;

const wasmDirectory = dirname(createRequire(__filename).resolve('@vscode/tree-sitter-wasm'));
const loaded = new Map<string, Promise<ParseSource>>();

/** A parser for a grammar by its name: `python`, `typescript`, `tsx`, `javascript`. Call it in a `before` hook. */
export function loadParser(grammar: string): Promise<ParseSource> {
  const known = loaded.get(grammar);
  if (known !== undefined) return known;
  const loading = load(grammar);
  loaded.set(grammar, loading);
  return loading;
}

async function load(grammar: string): Promise<ParseSource> {
  await Parser.init({ locateFile: file => join(wasmDirectory, file) });
  const parser = new Parser();
  parser.setLanguage(await Language.load(join(wasmDirectory, `tree-sitter-${grammar}.wasm`)));
  return text => {
    const tree = parser.parse(readableBy(grammar, text));
    if (tree === null) throw new Error(`The ${grammar} parser gave no tree`);
    return tree.rootNode;
  };
}
