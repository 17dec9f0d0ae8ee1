import { documentSites, documentsOf, type LinkedDocument } from '../request/document-site';
import { formatById } from '../source/formats/index';
import type { Include, PromptMessage } from '../source/prompt-document';
import type { Uri } from '../source/span';
import type { FileSummary, PromptSummary } from '../source/summary';
import type { Linked, SummaryStore } from './linked';
import { withSettings } from './prompt-settings';

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
  const documents = documentsOf(summary).map(document => withTexts(withSettings(document, asked.get), asked));
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

function withTexts(document: LinkedDocument, asked: Asked): LinkedDocument {
  if (!document.messages.some(({ pieces }) => pieces.some(piece => piece.kind === 'hole' && piece.include !== undefined))) return document;
  return { ...document, messages: document.messages.flatMap(message => withIncluded(message, document.format, asked)) };
}

/** One message without a role is put in the hole's place; several take the place of a message that holds nothing else. */
function withIncluded(message: PromptMessage, format: string, asked: Asked): readonly PromptMessage[] {
  let result = message;
  for (const piece of message.pieces) {
    const messages = piece.kind === 'hole' && piece.include !== undefined ? included(piece.include, format, asked) : undefined;
    if (messages === undefined) continue;
    const [only] = messages;
    if (messages.length === 1 && only !== undefined && only.roleAt === undefined)
      result = { ...result, pieces: result.pieces.flatMap(other => (other === piece ? only.pieces : [other])) };
    else if (message.pieces.length === 1) return messages;
  }
  return [result];
}

/** Undefined where no file can be read as what it should be. */
function included({ files, template }: Include, format: string, asked: Asked): readonly PromptMessage[] | undefined {
  for (const file of files) {
    const summary = asked.get(file);
    // What comes after a file that is not read yet may not be what is meant.
    if (summary === undefined) return undefined;
    if (summary === null) continue;
    const text = summary.kind === 'code' || summary.kind === 'folder' ? undefined : summary.text;
    return text === undefined ? undefined : formatById(format)?.readIncluded?.(file, text, template);
  }
  return undefined;
}
