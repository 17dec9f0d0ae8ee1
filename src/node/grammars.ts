import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type * as TreeSitter from '@vscode/tree-sitter-wasm';
import { coveringEdit } from '../core/source/covering-edit';
import { readableBy } from '../core/source/languages/index';
import type { SyntaxNode } from '../core/source/syntax';
import { shortenMemoryAccess } from './parser-memory';

/** A tree with the text it was parsed from. Lives outside the garbage collector's reach: `release` it. */
export interface ParsedTree {
  readonly text: string;
  readonly root: SyntaxNode;
  release(): void;
}

type ParseOutcome = ParsedTree | 'cancelled' | 'out-of-time';

interface ParseLimits {
  /** Asked often while parsing; true ends it. */
  readonly cancelled?: () => boolean;
  /** Longest parse in milliseconds. */
  readonly budget: number;
}

/**
 * Parses a text. `previous`, a tree of an earlier state of the same document, makes it quick; it is released when a new tree
 * takes its place, and kept when parsing was stopped.
 */
export type Parse = (text: string, limits: ParseLimits, previous?: ParsedTree) => ParseOutcome;

/** Loads each grammar once, when it is first asked for, by its name: `python`, `tsx`. */
export type Grammars = (name: string) => Promise<Parse>;

/** Beside the bundle when packaged, from the package when run from sources. */
function grammarDirectory(): string {
  const packaged = join(__dirname, 'grammars');
  return existsSync(packaged) ? packaged : dirname(createRequire(__filename).resolve('@vscode/tree-sitter-wasm'));
}

/** Once a thread: the library has one runtime, and a second one started meanwhile would replace it. */
export function createGrammars(directory = grammarDirectory()): Grammars {
  const library: typeof TreeSitter = createRequire(__filename)(join(directory, 'tree-sitter.js'));
  const runtime = { locateFile: (file: string) => join(directory, file) };
  const ready = library.Parser.init(runtime).then(() => shortenMemoryAccess(runtime));
  const loaded = new Map<string, Promise<Parse>>();
  return name => {
    const known = loaded.get(name);
    if (known !== undefined) return known;
    const loading = ready
      .then(() => library.Language.load(join(directory, `tree-sitter-${name}.wasm`)))
      .then(language => createParse(new library.Parser().setLanguage(language), text => readableBy(name, text)));
    loaded.set(name, loading);
    return loading;
  };
}

function createParse(parser: TreeSitter.Parser, readable: (text: string) => string): Parse {
  const trees = new WeakMap<ParsedTree, TreeSitter.Tree>();
  return (text, limits, previous) => {
    // A copy (it costs next to nothing), so that a stopped parse leaves `previous` as it was.
    const base = previous === undefined ? undefined : trees.get(previous)?.copy();
    if (base !== undefined && previous !== undefined) editTree(base, readable(previous.text), readable(text));
    const deadline = performance.now() + limits.budget;
    let stopped: 'cancelled' | 'out-of-time' | undefined;
    const tree = parser.parse(readable(text), base ?? null, {
      progressCallback: () => {
        if (limits.cancelled?.()) stopped = 'cancelled';
        else if (performance.now() > deadline) stopped = 'out-of-time';
        return stopped !== undefined;
      },
    });
    base?.delete();
    if (tree === null) {
      // Otherwise the next parse, of whatever text, would go on from here.
      parser.reset();
      if (stopped === undefined) throw new Error('The parser gave no tree');
      return stopped;
    }
    previous?.release();
    const parsed: ParsedTree = {
      text,
      root: tree.rootNode,
      release: () => {
        if (trees.delete(parsed)) tree.delete();
      },
    };
    trees.set(parsed, tree);
    return parsed;
  };
}

function editTree(tree: TreeSitter.Tree, before: string, after: string): void {
  const edit = coveringEdit(before, after);
  if (edit === undefined) return;
  const start = endOfWritten(before, edit.start);
  const space = spaceFrom(before, edit.oldEnd);
  tree.edit({
    startIndex: start,
    oldEndIndex: edit.oldEnd + space,
    newEndIndex: edit.newEnd + space,
    startPosition: pointAt(before, start),
    oldEndPosition: pointAt(before, edit.oldEnd + space),
    newEndPosition: pointAt(after, edit.newEnd + space),
  });
}

/**
 * Where the last that is written before an offset begins to end: before the space in front of the offset, and one character more. The
 * ends of lines and blocks are tokens without a length there. Where an edit changes them and not what stands before them as well as the
 * space behind them, the parser compares its scanner's state before them with that behind them, and gives up the tree of all that follows.
 */
function endOfWritten(text: string, offset: number): number {
  let end = offset;
  while (end > 0 && isSpace(text.charCodeAt(end - 1))) end--;
  const isPair = /[\udc00-\udfff]/.test(text.charAt(end - 1));
  return Math.max(0, end - (isPair ? 2 : 1));
}

function spaceFrom(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && isSpace(text.charCodeAt(end))) end++;
  return end - offset;
}

function isSpace(unit: number): boolean {
  return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d);
}

/** Row and column as the parser counts them: a row ends with a line feed. */
function pointAt(text: string, offset: number): TreeSitter.Point {
  let row = 0;
  let lineStart = 0;
  for (let feed = text.indexOf('\n'); feed !== -1 && feed < offset; feed = text.indexOf('\n', lineStart)) {
    row++;
    lineStart = feed + 1;
  }
  return { row, column: offset - lineStart };
}
