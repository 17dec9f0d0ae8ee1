import type { PromptFormat } from '../format';
import type { Uri } from '../span';
import { FORMATS } from './registry';
import { matcherOf, pathOf } from './select/globs';

/** Compiles the globs once: for many files. Formats with endings of their own come first, the globs choose the rest. */
export function formatSelector(promptFileGlobs: readonly string[]): (uri: Uri) => PromptFormat | undefined {
  const chosen = matcherOf(promptFileGlobs);
  const fallback = FORMATS.find(format => format.endings.length === 0);
  return uri => {
    const path = pathOf(uri).toLowerCase();
    const owner = FORMATS.find(format => format.endings.some(ending => path.endsWith(ending)));
    return owner ?? (chosen(uri) ? fallback : undefined);
  };
}

export function formatFor(uri: Uri, promptFileGlobs: readonly string[]): PromptFormat | undefined {
  return formatSelector(promptFileGlobs)(uri);
}

/** The format that read a document, by `PromptDocument.format`. */
export function formatById(id: string): PromptFormat | undefined {
  return FORMATS.find(format => format.id === id);
}
