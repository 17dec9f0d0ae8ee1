import type { LanguageAdapter } from '../language';
import type { LanguageId } from '../summary';
import { python } from './python/index';
import { typescript } from './typescript/index';

const ADAPTERS: readonly LanguageAdapter[] = [python, typescript];

export function languageFor(id: LanguageId): LanguageAdapter {
  const adapter = ADAPTERS.find(candidate => candidate.ids.includes(id));
  if (adapter === undefined) throw new Error(`no adapter for ${id}`);
  return adapter;
}

/** Whether an editor's language id is one that we read. */
export function isLanguageId(id: string): id is LanguageId {
  return ADAPTERS.some(adapter => adapter.ids.some(known => known === id));
}

/** The language of a file by its ending; undefined for files that are not code we read. */
export function languageOfUri(uri: string): LanguageId | undefined {
  const ending = /\.[^./]+$/.exec(uri)?.[0];
  return ending === undefined ? undefined : LANGUAGE_OF_ENDING[ending];
}

const LANGUAGE_OF_ENDING: Readonly<Record<string, LanguageId>> = {
  '.py': 'python',
  '.pyi': 'python',
  '.ts': 'typescript',
  '.mts': 'typescript',
  '.cts': 'typescript',
  '.tsx': 'typescriptreact',
  '.js': 'javascript',
  '.mjs': 'javascript',
  '.cjs': 'javascript',
  '.jsx': 'javascriptreact',
};
