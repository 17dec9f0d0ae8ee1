import type { Edit, Refusal } from './edit';
import type { Literal } from './literal';
import type { Editing } from './read-passages';
import type { Span, Uri } from './span';
import type { CodeSummary, LanguageId, LoopParts } from './summary';
import type { SyntaxNode } from './syntax';
import type { Argument, Call, Value } from './values';

/** One of the editor's languages; `known-languages.ts` is generated of all of them. */
export interface Language {
  /** The editor's id, e.g. `typescriptreact`. */
  readonly id: LanguageId;
  /** As people call it; several ids may be one language. */
  readonly name: string;
  /** Endings of its files, with the dot. */
  readonly endings: readonly string[];
  /** The grammar's name, e.g. `python`, `typescript`, `tsx`. It is loaded when a file of the language is first read. */
  readonly grammar: string;
  /** Begins a comment that ends with its line. */
  readonly lineComment: '#' | '//';
}

/** What a language brings: reading (syntax to neutral values; it knows no SDK) and writing. */
export interface LanguageAdapter {
  readonly languages: readonly Language[];
  /** The text as the grammar can read it, every offset the same: what the grammar is too old for, as comments. */
  readable?(text: string): string;
  /** Total: broken syntax gives what can be read, plus problems. */
  lower(source: {
    readonly uri: Uri;
    readonly text: string;
    readonly language: LanguageId;
    readonly root: SyntaxNode;
    /** The file is being edited: a language that reads by `readPassages` leaves alone what the last edit did. */
    readonly editing?: Editing;
  }): CodeSummary;
  /**
   * URIs that an import may mean, best first, if it can be a file of the project; empty for packages and built-ins. A folder (with a
   * slash at its end) is meant where a module is all files of one.
   */
  importCandidates(module: string, from: Uri, project: ProjectFiles): readonly Uri[];
  /** Files near those of a folder that may hold types which implement their interfaces; absent where these are called like what they implement. */
  mayImplement?(folder: Uri, project: ProjectFiles): FilesNear;
  /** Files that may call what those of a folder define, or set what all of a program shares (`Settings.llm = …`); absent where nobody asks. */
  mayPass?(folder: Uri, project: ProjectFiles): FilesNear;
  /** Languages in which files see each other without an import. */
  readonly packages?: Packages;
  readonly printer: Printer;
}

/** Files that are looked through; `all`: none was left out because there are too many. */
export interface FilesNear {
  readonly files: readonly Uri[];
  readonly all: boolean;
}

/** How the files of one package see each other. */
export interface Packages {
  /** Other files whose names a file sees without importing them. */
  filesAround(from: Uri, project: ProjectFiles): readonly Uri[];
  /** The files of a folder that an import means. */
  filesOf(folder: Uri, project: ProjectFiles): readonly Uri[];
  /** The folder of the project that a file belongs to, all of whose files (`filesOf`) it may see; absent where folders are packages. `wide`: with the projects beside it. */
  projectOf?(from: Uri, project: ProjectFiles, wide: boolean): Uri | undefined;
  /** Of a project's files, those that may declare a name, the likeliest first. `namespaces`: those whose names the file sees. */
  mayDeclare?(name: string, from: Uri, files: readonly Uri[], namespaces: readonly string[]): readonly Uri[];
  /** A value of a package is only had through imports, each of which names it: what none of them leads to is never used. */
  readonly closed?: true;
  /** What the language itself declares: not looked for in other files. */
  readonly predeclared: ReadonlySet<string>;
}

/** What an adapter may ask of other files; whatever it asks, the answer rests on. */
export interface ProjectFiles {
  /** The first of some files that exists, with its text; undefined while that isn't known, and of code. */
  textOf(candidates: readonly Uri[]): { readonly uri: Uri; readonly text: string } | undefined;
  /** URIs of what a folder holds, those of folders with a slash at their end. Empty: there is none, or it isn't known yet. */
  entriesOf(folder: Uri): readonly Uri[];
}

/** Writes a language's syntax, so that a fix is written once for all languages. */
export interface Printer {
  /** Adds a named argument (a keyword, an entry of the options object). */
  insertArgument(text: string, call: Call, name: string, value: Literal): readonly Edit[] | Refusal;
  /** Adds an entry to a record that is written as a literal. */
  insertEntry(text: string, record: Value, name: string, value: Literal): readonly Edit[] | Refusal;
  /** Adds an item to a list behind one that is written in it. */
  insertItem(text: string, behind: Span, value: Literal): readonly Edit[] | Refusal;
  renameArgument(text: string, argument: NamedPart, newName: string): readonly Edit[] | Refusal;
  replaceLiteral(text: string, value: Value, newValue: number | string | boolean): readonly Edit[] | Refusal;
  /** Writes a literal over the value of an argument or entry (without a name: over all of it); `make` is handed the value as written. */
  replaceValue(text: string, part: NamedPart, make: (source: string) => Literal | Refusal): readonly Edit[] | Refusal;
  /** Takes an argument, entry or item out of the brackets (`whole`) around it, with its comma. */
  remove(text: string, whole: Span, part: Span): readonly Edit[] | Refusal;
  /** The sources of two literals that say together what one does, cut at an offset of its body; undefined where that changes the text. */
  splitLiteral(text: string, literal: Value, offset: number): readonly [head: string, tail: string] | undefined;
  /** The source between the quotes of one string literal; undefined for anything else. */
  bodyOf(text: string, literal: Value): Span | undefined;
  /** How one string literal breaks its lines in the source; undefined where it can't (a raw string on one line). */
  lineBreakIn(text: string, literal: Value): string | undefined;
  /**
   * Moves a stretch of one string literal's body (source offsets, between the quotes) to the end of that body.
   * `separator` is decoded text to stand before it there.
   */
  moveToEndOfLiteral(text: string, literal: Value, stretch: Span, separator: string): readonly Edit[] | Refusal;
  /** Writes decoded text over stretches of one string literal, as that literal writes text. */
  rewriteInLiteral(text: string, edits: readonly LiteralEdit[]): readonly Edit[] | Refusal;
  /** Adds imports, and a declaration behind them, at the head of a file; a name that is imported already is not imported again. Its lines end in `\n`. */
  addToHead(text: string, uri: Uri, imports: readonly ImportedName[], declaration: string): readonly Edit[];
  /** How declarations are written here. */
  styleOf(text: string): SourceStyle;
  /** Counts the rounds of a loop by a variable that nobody else uses, and throws behind the last that is allowed. */
  boundLoop(text: string, loop: Pick<LoopParts, 'at' | 'body'>, name: string, most: number, message: string): readonly Edit[] | Refusal;
  /** Writes the last items of a list, behind its first one if that is to stay, where its name stands. */
  lastItems(text: string, list: Span, count: number, keepFirst: boolean): readonly Edit[] | Refusal;
  /** The comment that suppresses a rule on the next line, without indentation. */
  comment(text: string): string;
}

/** `from module import name`, `import { name } from 'module'`. */
export interface ImportedName {
  readonly module: string;
  readonly name: string;
}

export interface SourceStyle {
  readonly quote: '"' | "'";
  /** One step of indentation. */
  readonly unit: string;
  /** Statements end in semicolons. */
  readonly semicolons: boolean;
}

/** A call's keyword argument or a record's entry: what a rename needs. */
export type NamedPart = Pick<Argument, 'at' | 'value'> & { readonly name: string };

/** Source offsets between the quotes, and the decoded text that is to stand there. */
export interface LiteralEdit {
  readonly literal: Value;
  readonly stretch: Span;
  readonly newText: string;
}
