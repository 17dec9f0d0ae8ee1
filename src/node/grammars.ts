import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type * as TreeSitter from '@vscode/tree-sitter-wasm';
import { coveringEdit } from '../core/source/covering-edit';
import type { SyntaxNode } from '../core/source/syntax';

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
  const ready = library.Parser.init({ locateFile: file => join(directory, file) });
  const loaded = new Map<string, Promise<Parse>>();
  return name => {
    const known = loaded.get(name);
    if (known !== undefined) return known;
    const loading = ready
      .then(() => library.Language.load(join(directory, `tree-sitter-${name}.wasm`)))
      .then(language => createParse(new library.Parser().setLanguage(language)));
    loaded.set(name, loading);
    return loading;
  };
}

function createParse(parser: TreeSitter.Parser): Parse {
  const trees = new WeakMap<ParsedTree, TreeSitter.Tree>();
  return (text, limits, previous) => {
    // A copy (it costs next to nothing), so that a stopped parse leaves `previous` as it was.
    const base = previous === undefined ? undefined : trees.get(previous)?.copy();
    if (base !== undefined && previous !== undefined) editTree(base, previous.text, text);
    const deadline = performance.now() + limits.budget;
    let stopped: 'cancelled' | 'out-of-time' | undefined;
    const tree = parser.parse(text, base ?? null, {
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
  tree.edit({
    startIndex: edit.start,
    oldEndIndex: edit.oldEnd,
    newEndIndex: edit.newEnd,
    startPosition: pointAt(before, edit.start),
    oldEndPosition: pointAt(before, edit.oldEnd),
    newEndPosition: pointAt(after, edit.newEnd),
  });
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
