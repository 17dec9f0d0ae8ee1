import { findNodeAtLocation, getNodeValue, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Span, Uri } from '../span';
import type { LanguageId, Problem } from '../summary';
import { type MappedText, textBuilder, toSource } from '../text-map';
import { type JoinedCells, joinCells, placeInCell } from './join-cells';
import { kernelLanguage } from './kernel-language';

/** A Jupyter notebook (`.ipynb`, nbformat 3 and 4) as one unit of code. */
export interface Notebook {
  readonly uri: Uri;
  /** Of its code cells; undefined: none that is read. */
  readonly language: LanguageId | undefined;
  /** What is parsed; offsets in summaries and analyses of the notebook are offsets in its text. */
  readonly joined: JoinedCells;
  /** Each code cell with the place of its characters in the file. */
  readonly cells: readonly MappedText[];
}

/** Whether an address is that of a notebook file. */
export function isNotebook(uri: Uri): boolean {
  return /\.ipynb$/i.test(uri);
}

/** Reads the JSON of a notebook. Total: what is no notebook is a problem. */
export function readNotebook(uri: Uri, text: string): Notebook | Problem {
  const unread = (why: string): Problem => ({ message: `This notebook ${why}, so it was not analysed.`, at: { uri, start: 0, end: 0 } });
  const errors: ParseError[] = [];
  const root = parseJson(text, errors);
  const [error] = errors;
  if (error !== undefined) {
    const line = text.slice(0, error.offset).split('\n').length;
    return unread(`is not valid JSON (${inWords(printParseErrorCode(error.error))}, line ${line})`);
  }
  if (root === undefined) return unread('is nested too deeply');
  const listed = cellsOf(root);
  if (listed === undefined) return unread('has no list of cells');
  const language = languageOf(root);
  if (language === undefined) return { uri, language, joined: { text: '', cells: [] }, cells: [] };
  const cells = listed.filter(cell => isCodeIn(cell, language)).map(cell => sourceOf(uri, text, cell));
  const joined = joinCells(
    cells.map(cell => cell.text),
    language,
  );
  return { uri, language, joined, cells };
}

/** "CloseBracketExpected", as people write it. */
function inWords(code: string): string {
  return code.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
}

/** Where a stretch of a notebook's joined text stands in its file. */
export function placeInFile({ joined, cells, uri }: Notebook, start: number, end: number): Span {
  const place = placeInCell(joined, start, end);
  const cell = cells[place.cell];
  return (cell && toSource(cell, place.start, place.end)) ?? { uri, start: 0, end: 0 };
}

/** Undefined when it is nested so deeply that reading it takes more stack than there is. */
function parseJson(text: string, errors: ParseError[]): Node | undefined {
  try {
    return parseTree(text, errors, { disallowComments: true });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function cellsOf(root: Node): readonly Node[] | undefined {
  const cells = findNodeAtLocation(root, ['cells']);
  if (cells?.type === 'array') return cells.children ?? [];
  // nbformat 3 has them in worksheets.
  const sheets = findNodeAtLocation(root, ['worksheets']);
  if (sheets?.type !== 'array') return undefined;
  return (sheets.children ?? []).flatMap(sheet => findNodeAtLocation(sheet, ['cells'])?.children ?? []);
}

function languageOf(root: Node): LanguageId | undefined {
  const said = (...path: string[]) => stringAt(root, ['metadata', ...path]);
  return kernelLanguage({
    language: said('language_info', 'name') ?? said('kernelspec', 'language') ?? said('application/vnd.databricks.v1+notebook', 'language'),
    kernel: said('kernelspec', 'name'),
    displayName: said('kernelspec', 'display_name'),
  });
}

function isCodeIn(cell: Node, language: LanguageId): boolean {
  if (stringAt(cell, ['cell_type']) !== 'code') return false;
  return (stringAt(cell, ['metadata', 'vscode', 'languageId']) ?? language) === language;
}

/** The source is one string, or one string a line. */
function sourceOf(uri: Uri, text: string, cell: Node): MappedText {
  const source = findNodeAtLocation(cell, ['source']) ?? findNodeAtLocation(cell, ['input']);
  const strings = source?.type === 'array' ? (source.children ?? []) : source === undefined ? [] : [source];
  const built = textBuilder(uri);
  for (const { type, offset, length } of strings) {
    if (type !== 'string') continue;
    const body = text.slice(offset + 1, offset + length - 1);
    for (const { 0: piece, index } of body.matchAll(/\\(?:u[\da-fA-F]{4}|[^u])|[^\\]+/g)) {
      const isEscape = piece.startsWith('\\');
      built.add(isEscape ? (JSON.parse(`"${piece}"`) as string) : piece, offset + 1 + index, piece.length);
    }
  }
  return built.build();
}

function stringAt(node: Node, path: readonly string[]): string | undefined {
  const found = node.type === 'object' ? findNodeAtLocation(node, [...path]) : undefined;
  return found?.type === 'string' ? (getNodeValue(found) as string) : undefined;
}
