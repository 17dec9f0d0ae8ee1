import type { QuoteSettings } from '../quote/settings';
import type { Uri } from '../source/span';
import { measuredBy } from './results-of-calls';
import { readVerifications } from './verification';

/** Adds what the folders' files of results say: the results themselves, and their real counts as facts. */
export function settingsWithVerifications(
  settings: QuoteSettings,
  files: readonly { readonly folder: Uri; readonly text: string }[],
): QuoteSettings {
  const read = files.map(({ folder, text }) => ({ folder, results: readVerifications(text) ?? [] }));
  if (read.every(({ results }) => results.length === 0)) return settings;
  return {
    ...settings,
    measured: [...(settings.measured ?? []), ...read.flatMap(({ folder, results }) => measuredBy(results, folder))],
    // Answers are for those who look into the file.
    verifications: read.map(({ folder, results }) => ({ folder, results: results.map(({ answers: _, ...result }) => result) })),
  };
}
