import type { LanguageId } from '../summary';

/** What a notebook's metadata says of its language; anything may be missing. */
export interface KernelNames {
  /** `language_info.name`, `kernelspec.language`, or what Databricks says. */
  readonly language?: string | undefined;
  /** `kernelspec.name`, e.g. `python3`, `deno`. */
  readonly kernel?: string | undefined;
  /** `kernelspec.display_name`, e.g. `Python 3 (ipykernel)`. */
  readonly displayName?: string | undefined;
}

const LANGUAGES: Readonly<Record<string, LanguageId>> = {
  python: 'python',
  ipython: 'python',
  // Languages that contain Python's.
  coconut: 'python',
  sage: 'python',
  typescript: 'typescript',
  javascript: 'javascript',
  deno: 'typescript',
  tslab: 'typescript',
  jslab: 'javascript',
};

/** The language of a notebook's cells; undefined: none that is read. A notebook that says nothing is Python: that is Jupyter's default. */
export function kernelLanguage({ language, kernel, displayName }: KernelNames): LanguageId | undefined {
  if (language !== undefined) return languageNamed(language);
  if (kernel === undefined && displayName === undefined) return 'python';
  return languageNamed(kernel ?? '') ?? (/^python\b/i.test(displayName ?? '') ? 'python' : undefined);
}

function languageNamed(name: string): LanguageId | undefined {
  const key = name.toLowerCase().replace(/(?<![\d.])[\d.]+$/, '');
  return Object.hasOwn(LANGUAGES, key) ? LANGUAGES[key] : undefined;
}
