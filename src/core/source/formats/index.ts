import type { PromptFormat } from '../format';
import type { Uri } from '../span';
import { FORMATS } from './registry';
import { pathMatcherOf, pathOf } from './select/globs';

/** Names that say too little: only the content settles them. */
const structured = /\.(?:ya?ml|json)$/;
/** Names for prompts of more than one maker: the content is asked first. */
const shared = /\.prompt$/;
/** What a folder of prompts says of itself to people; editors leave it out as well. */
const readme = /(?:^|\/)readme\.md$/;
/** A larger file is data, not a prompt, and is not parsed to find that out. */
export const MOST_CHARACTERS_LOOKED_INTO = 1_000_000;
/** Formats that are known by where a file stands. */
const placed = FORMATS.flatMap(format => (format.globs === undefined ? [] : [{ format, stands: pathMatcherOf(format.globs) }]));

/**
 * Compiles the globs once: for many files. The name settles most formats; the user's globs choose the rest. A `.yaml` or `.json` is
 * looked into where its text is given, whatever it is called, and is otherwise only a prompt where its name or the globs say so.
 */
export function formatSelector(promptFileGlobs: readonly string[]): (uri: Uri, text?: string) => PromptFormat | undefined {
  const chosen = pathMatcherOf(promptFileGlobs);
  return (uri, text) => {
    const written = pathOf(uri);
    const path = written.toLowerCase();
    const byEnding = FORMATS.find(format => format.endings.some(ending => path.endsWith(ending)));
    const byName = byEnding ?? (readme.test(path) ? undefined : placed.find(({ stands }) => stands(written))?.format);
    // `x.prompt.yaml` is such a name, too.
    const claimed = text === undefined || !(structured.test(path) || shared.test(path)) ? undefined : claimant(uri, text);
    return claimed ?? byName ?? (chosen(written) ? amongChosen(path) : undefined);
  };
}

/** Whether a file may be a prompt once its text is known: what a gate asks that has only the name. */
export function mayBePrompt(uri: Uri): boolean {
  return structured.test(pathOf(uri).toLowerCase());
}

/** Searches the text for traces first: only what has them is parsed. */
function claimant(uri: Uri, text: string): PromptFormat | undefined {
  if (text.length > MOST_CHARACTERS_LOOKED_INTO) return undefined;
  return FORMATS.find(({ claims }) => claims?.traces.every(trace => trace.test(text)) === true && claims.hold(uri, text));
}

/** The longest ending wins, so that `.j2` is Jinja and any other text is text. */
function amongChosen(path: string): PromptFormat | undefined {
  const fits = FORMATS.flatMap(format => {
    const ending = (format.chosenEndings ?? []).filter(candidate => path.endsWith(candidate)).sort((a, b) => b.length - a.length)[0];
    return ending === undefined ? [] : [{ format, length: ending.length }];
  });
  return fits.sort((a, b) => b.length - a.length)[0]?.format;
}

export function formatFor(uri: Uri, promptFileGlobs: readonly string[], text?: string): PromptFormat | undefined {
  return formatSelector(promptFileGlobs)(uri, text);
}

/** The format that read a document, by `PromptDocument.format`. */
export function formatById(id: string): PromptFormat | undefined {
  return FORMATS.find(format => format.id === id);
}
