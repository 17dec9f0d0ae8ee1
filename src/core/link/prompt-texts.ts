import type { LinkedDocument } from '../request/document-site';
import { formatById } from '../source/formats/index';
import type { Include, PromptMessage } from '../source/prompt-document';
import type { Uri } from '../source/span';
import type { FileSummary } from '../source/summary';

/** The first of some files that exists. */
type Find = (files: readonly Uri[]) => FileSummary | undefined;

/** A prompt with the texts in it that stand in other files. */
export function withTexts(document: LinkedDocument, find: Find): LinkedDocument {
  if (!document.messages.some(({ pieces }) => pieces.some(piece => piece.kind === 'hole' && piece.include !== undefined))) return document;
  return { ...document, messages: document.messages.flatMap(message => withIncluded(message, document.format, find)) };
}

/** One message without a role is put in the hole's place; several take the place of a message that holds nothing else. */
function withIncluded(message: PromptMessage, format: string, find: Find): readonly PromptMessage[] {
  let result = message;
  for (const piece of message.pieces) {
    const messages = piece.kind === 'hole' && piece.include !== undefined ? included(piece.include, format, find) : undefined;
    if (messages === undefined) continue;
    const [only] = messages;
    if (messages.length === 1 && only !== undefined && only.roleAt === undefined)
      result = { ...result, pieces: result.pieces.flatMap(other => (other === piece ? only.pieces : [other])) };
    else if (message.pieces.length === 1) return messages;
  }
  return [result];
}

/** Undefined where no file can be read as what it should be. */
function included({ files, template }: Include, format: string, find: Find): readonly PromptMessage[] | undefined {
  const summary = find(files);
  if (summary === undefined || summary.kind === 'code' || summary.kind === 'folder' || summary.text === undefined) return undefined;
  return formatById(format)?.readIncluded?.(summary.uri, summary.text, template);
}
