import type { PromptMessage, Role } from '../../prompt-document';
import type { Span, Uri } from '../../span';
import type { Item } from '../template/item';
import { isBlank, messageOf, type PieceItem, toPieces, trimPieces } from './pieces';
import { roleNamed } from './roles';

/**
 * Splits at roles and histories (`{{role}}` and `{{history}}` of Dotprompt, `_.role()` of BAML). Text before the first role is of the
 * role `first`, text behind a history the model's.
 * White space between roles, images and sections is no part of the request.
 */
export function messagesBySignals(
  uri: Uri,
  items: readonly Item[],
  body: Span,
  { first, trims }: { readonly first: Role; readonly trims: boolean } = { first: 'user', trims: false },
): readonly PromptMessage[] {
  const messages: PromptMessage[] = [];
  let role: Role = first;
  let roleAt: Span | undefined;
  let parts: PieceItem[] = [];
  let part: PieceItem[] = [];

  const endPart = () => {
    if (part.some(item => item.kind === 'hole' || item.text.trim() !== '')) parts.push(...part);
    part = [];
  };
  const finish = () => {
    endPart();
    const pieces = trims ? trimPieces(toPieces(uri, parts)) : toPieces(uri, parts);
    if (!isBlank(pieces)) messages.push(messageOf(role, pieces, roleAt, body));
    parts = [];
  };

  for (const item of items) {
    if (item.kind !== 'signal') part.push(item);
    else if (item.name === 'role') {
      finish();
      role = roleNamed(item.argument) ?? 'user';
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
