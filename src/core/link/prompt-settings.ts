import type { LinkedDocument } from '../request/document-site';
import type { PromptDocument } from '../source/prompt-document';
import type { Uri } from '../source/span';
import type { FileSummary } from '../source/summary';

/** Model, cap and parameters from the file that has them; a reference to them is then resolved. `get`: undefined while a file isn't read. */
export function withSettings(document: PromptDocument, get: (uri: Uri) => FileSummary | null | undefined): LinkedDocument {
  const { settingsIn, modelReference: _, ...rest } = document;
  for (const file of settingsIn?.files ?? []) {
    const summary = get(file);
    if (summary === undefined) break;
    const found = summary?.kind === 'prompt' ? summary.settings?.find(({ name }) => name === settingsIn?.name) : undefined;
    if (found === undefined) continue;
    const { name: __, ...settings } = found;
    return { ...rest, ...settings, settingsFile: file };
  }
  return document;
}
