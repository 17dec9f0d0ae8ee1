import { documentSites, documentsOf } from '../request/document-site';
import type { Uri } from '../source/span';
import type { FileSummary, PromptSummary } from '../source/summary';
import type { Linked, SummaryStore } from './linked';
import { withSettings } from './prompt-settings';
import { withTexts } from './prompt-texts';

/** Answers of the store, and what was asked for. */
interface Asked {
  readonly pending: Set<Uri>;
  readonly dependsOn: Set<Uri>;
  get(uri: Uri): FileSummary | null | undefined;
}

/** Step 2 for a prompt file: what its prompts send, with the settings and texts that stand in other files. */
export function linkPrompt(summary: PromptSummary, store: SummaryStore): Linked {
  const { uri: root, problems } = summary;
  const asked = asking(root, store);
  const documents = documentsOf(summary).map(document => withTexts(withSettings(document, asked.get), files => firstThere(files, asked)));
  return { root, sites: documentSites(root, documents), problems, pending: [...asked.pending], dependsOn: [...asked.dependsOn] };
}

function asking(root: Uri, store: SummaryStore): Asked {
  const pending = new Set<Uri>();
  const dependsOn = new Set<Uri>();
  const get = (uri: Uri) => {
    const summary = store.get(uri);
    if (uri !== root) dependsOn.add(uri);
    if (summary === undefined) pending.add(uri);
    return summary;
  };
  return { pending, dependsOn, get };
}

/** What comes after a file that is not read yet may not be what is meant. */
function firstThere(files: readonly Uri[], asked: Asked): FileSummary | undefined {
  for (const file of files) {
    const summary = asked.get(file);
    if (summary !== null) return summary;
  }
  return undefined;
}
