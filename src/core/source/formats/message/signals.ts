import type { PromptMessage, Role } from '../../prompt-document';
import type { Span, Uri } from '../../span';
import type { Item } from '../template/item';
import { isBlank, messageOf, type PieceItem, toPieces } from './pieces';

const roles: ReadonlyMap<string, Role> = new Map([
  ['system', 'system'],
  ['user', 'user'],
  ['model', 'assistant'],
  ['assistant', 'assistant'],
  ['tool', 'tool'],
]);

/**
 * Splits at Dotprompt's `{{role}}` and `{{history}}`. Text before the first role is the user's, text behind a history the model's.
 * White space between roles, images and sections is no part of the request.
 */
export function messagesBySignals(uri: Uri, items: readonly Item[], body: Span): readonly PromptMessage[] {
  const messages: PromptMessage[] = [];
  let role: Role = 'user';
  let roleAt: Span | undefined;
  let parts: PieceItem[] = [];
  let part: PieceItem[] = [];

  const endPart = () => {
    if (part.some(item => item.kind === 'hole' || item.text.trim() !== '')) parts.push(...part);
    part = [];
  };
  const finish = () => {
    endPart();
    const pieces = toPieces(uri, parts);
    if (!isBlank(pieces)) messages.push(messageOf(role, pieces, roleAt, body));
    parts = [];
  };

  for (const item of items) {
    if (item.kind !== 'signal') part.push(item);
    else if (item.name === 'role') {
      finish();
      role = roles.get(item.argument) ?? 'user';
      roleAt = item.at;
    } else if (item.name === 'history' && item.hole !== undefined) {
      finish();
      messages.push(messageOf('user', [item.hole], undefined, body));
      role = 'assistant';
      roleAt = undefined;
    } else {
      endPart();
      if (item.hole !== undefined) parts.push({ kind: 'hole', hole: item.hole });
    }
  }
  finish();
  return messages;
}
