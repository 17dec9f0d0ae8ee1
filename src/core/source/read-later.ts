import type { Uri } from './span';
import type { CodeSummary, LanguageId } from './summary';

/** What a file of code says, read when it is first asked for more than whether its text has a word: most files near a class have nothing to do with it. */
export class ReadLater implements CodeSummary {
  readonly kind = 'code';
  readonly uri: Uri;
  readonly language: LanguageId;
  readonly #text: string;
  readonly #read: () => CodeSummary;
  #summary: CodeSummary | undefined;

  constructor(uri: Uri, language: LanguageId, text: string, read: () => CodeSummary) {
    this.uri = uri;
    this.language = language;
    this.#text = text;
    this.#read = read;
  }

  mentions(word: string): boolean {
    return this.#text.includes(word);
  }

  get scopes() {
    return this.#said.scopes;
  }

  get imports() {
    return this.#said.imports;
  }

  get exportAll() {
    return this.#said.exportAll;
  }

  get exports() {
    return this.#said.exports;
  }

  get namesEndpoint() {
    return this.#said.namesEndpoint;
  }

  get marksLater() {
    return this.#said.marksLater;
  }

  get calls() {
    return this.#said.calls;
  }

  get problems() {
    return this.#said.problems;
  }

  get #said(): CodeSummary {
    this.#summary ??= this.#read();
    return this.#summary;
  }
}
