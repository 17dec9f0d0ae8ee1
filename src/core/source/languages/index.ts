import type { Language, LanguageAdapter } from '../language';
import type { LanguageId } from '../summary';
import { LANGUAGES } from './known-languages';
import { ADAPTERS } from './registry';

export function languageFor(id: LanguageId): LanguageAdapter {
  const adapter = ADAPTERS.find(({ languages }) => languages.some(language => language.id === id));
  if (adapter === undefined) throw new Error(`no adapter for ${id}`);
  return adapter;
}

/** The name of the grammar that a language is parsed with. */
export function grammarFor(id: LanguageId): string {
  const language = LANGUAGES.find(known => known.id === id);
  if (language === undefined) throw new Error(`no grammar for ${id}`);
  return language.grammar;
}

/** A text as a grammar can read it, every offset the same. */
export function readableBy(grammar: string, text: string): string {
  const adapter = ADAPTERS.find(({ languages }) => languages.some(language => language.grammar === grammar));
  return adapter?.readable?.(text) ?? text;
}

/** Whether an editor's language id is one that we read. */
export function isLanguageId(id: string): id is LanguageId {
  return LANGUAGES.some(known => known.id === id);
}

/** JavaScript and what is compiled to it. */
export function isJavaScript(id: LanguageId): boolean {
  return LANGUAGES.some(known => known.id === id && /^(?:Java|Type)Script$/.test(known.name));
}

/** The language of a file by its ending; undefined for files that are not code we read. */
export function languageOfUri(uri: string): LanguageId | undefined {
  const ending = /\.[^./]+$/.exec(uri)?.[0];
  return ending === undefined ? undefined : LANGUAGE_OF_ENDING.get(ending);
}

const LANGUAGE_OF_ENDING: ReadonlyMap<string, LanguageId> = new Map(
  LANGUAGES.flatMap(({ id, endings }: Language) => endings.map(ending => [ending, id] as const)),
);
