import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import type { Node } from '@vscode/tree-sitter-wasm';
import { build } from 'esbuild';
import { loadParser } from './parse-source';

/** A regular expression of the sources. */
export interface SourcePattern {
  /** The file, from the repository's root, and the line; the file alone for what is put together when a module is loaded. */
  readonly at: string;
  readonly source: string;
  readonly flags: string;
}

const REPOSITORY = path.resolve(__dirname, '../..');
/** Stands for a name that a pattern is made of when it is used. */
const SOME_NAME = 'name';

/** Literals, and `new RegExp` of texts and templates in functions, of all files below `src`. */
export async function writtenPatterns(): Promise<readonly SourcePattern[]> {
  const parsers = { '.ts': await loadParser('typescript'), '.tsx': await loadParser('tsx') };
  return sourceFiles('src').flatMap(file => {
    const text = readFileSync(path.join(REPOSITORY, file), 'utf8');
    if (!/RegExp\(|\//.test(text)) return [];
    const root = parsers[file.endsWith('.tsx') ? '.tsx' : '.ts'](text) as Node;
    return root.descendantsOfType(['regex', 'new_expression']).flatMap(node => {
      const pattern = node?.type === 'regex' ? ofLiteral(node.text) : ofConstruction(node);
      return pattern === undefined ? [] : [{ at: `${file}:${(node?.startPosition.row ?? 0) + 1}`, ...pattern }];
    });
  });
}

function ofLiteral(text: string): Omit<SourcePattern, 'at'> {
  const end = text.lastIndexOf('/');
  return { source: text.slice(1, end), flags: text.slice(end + 1) };
}

function ofConstruction(node: Node | null): Omit<SourcePattern, 'at'> | undefined {
  if (node?.childForFieldName('constructor')?.text !== 'RegExp') return undefined;
  const [pattern, flags] = node.childForFieldName('arguments')?.namedChildren ?? [];
  const source = pattern == null ? undefined : textOf(pattern);
  return source === undefined ? undefined : { source, flags: (flags && textOf(flags)) ?? '' };
}

/** What a text or a template says, with a name in each of its gaps. */
function textOf(node: Node): string | undefined {
  if (node.type !== 'string' && node.type !== 'template_string') return undefined;
  const pieces = node.namedChildren.map(piece => {
    if (piece?.type === 'template_substitution') return SOME_NAME;
    if (piece?.type !== 'escape_sequence') return piece?.text ?? '';
    const written: unknown = vm.runInNewContext(`"${piece.text}"`);
    return String(written);
  });
  return pieces.join('');
}

/** What core puts together while its modules are loaded: tables of words, patterns of patterns. */
export async function patternsOfModules(): Promise<readonly SourcePattern[]> {
  const files = sourceFiles('src/core').filter(file => !file.endsWith('.d.ts'));
  const bundled = await build({
    absWorkingDir: REPOSITORY,
    stdin: { contents: files.map(file => `import './${file}';`).join('\n'), resolveDir: REPOSITORY },
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    packages: 'external',
    treeShaking: false,
    define: { RegExp: 'RecordedRegExp' },
    logLevel: 'warning',
  });
  const found: SourcePattern[] = [];
  class RecordedRegExp extends RegExp {
    constructor(pattern: RegExp | string, flags?: string) {
      super(pattern, flags);
      found.push({ at: 'src/core', source: this.source, flags: this.flags });
    }
  }
  const run = vm.compileFunction(bundled.outputFiles[0]?.text ?? '', ['require', 'module', 'exports', 'RecordedRegExp']);
  run(require, { exports: {} }, {}, RecordedRegExp);
  return found;
}

/** Those of the grammars; what only TextMate knows is put as JavaScript has it. */
export function patternsOfGrammars(): readonly SourcePattern[] {
  const files = readdirSync(path.join(REPOSITORY, 'syntaxes')).filter(name => name.endsWith('.tmLanguage.json'));
  return files.flatMap(name => {
    const at = `syntaxes/${name}`;
    const text = readFileSync(path.join(REPOSITORY, at), 'utf8');
    const found: SourcePattern[] = [];
    JSON.parse(text, (key, value: unknown) => {
      if (['match', 'begin', 'end', 'while'].includes(key) && typeof value === 'string') {
        const isAnyCase = value.includes('(?i:');
        const source = value.replaceAll('\\A', '^').replaceAll('\\G', '').replaceAll('(?i:', '(?:');
        found.push({ at, source, flags: isAnyCase ? 'i' : '' });
      }
      return value;
    });
    return found;
  });
}

function sourceFiles(folder: string): readonly string[] {
  return readdirSync(path.join(REPOSITORY, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => /\.tsx?$/.test(name))
    .map(name => `${folder}/${name.replaceAll('\\', '/')}`)
    .sort();
}
