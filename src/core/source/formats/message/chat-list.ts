import { isMap, isSeq } from 'yaml';
import type { PromptMessage } from '../../prompt-document';
import type { Problem } from '../../summary';
import { type EmbeddedText, wholeText } from '../head/embedded-text';
import { textOf } from '../head/scalar-text';
import { nodeAt, spanOf, stringAt, type YamlHead } from '../head/yaml-head';
import { expandInString } from '../template/in-string';
import type { Lexed } from '../template/tag';
import { isBlank, messageOf, type PieceItem, toPieces } from './pieces';
import { roleNamed } from './roles';

export interface ChatList {
  readonly messages: readonly PromptMessage[];
  readonly strings: readonly EmbeddedText[];
  readonly problems: readonly Problem[];
}

/** Messages as a list of maps with `role` and `content`, each content a template of its own. */
export function readChatList(head: YamlHead, path: readonly string[], lex: (text: EmbeddedText['text']) => Lexed): ChatList {
  const list = nodeAt(head.document, path);
  const messages: PromptMessage[] = [];
  const strings: EmbeddedText[] = [];
  const problems: Problem[] = [];
  if (list === undefined || !isSeq(list)) return { messages, strings, problems };
  for (const [index, node] of list.items.entries()) {
    const at = [...path, String(index)];
    const role = stringAt(head, [...at, 'role']);
    const content = nodeAt(head.document, [...at, 'content']);
    if (!isMap(node) || content === undefined) continue;
    const known = role === undefined ? undefined : roleNamed(role.value);
    if (role !== undefined && known === undefined && !role.value.includes('{'))
      problems.push({ message: `The role ${role.value.slice(0, 60)} is not known here: read as the user's.`, at: role.at });
    const embedded = textOf(head, content) ?? partsOf(head, content);
    if (embedded === undefined) continue;
    const expanded = expandInString(embedded.text, lex(embedded.text));
    const items = expanded.items.filter((item): item is PieceItem => item.kind !== 'signal');
    const pieces = toPieces(head.uri, items);
    strings.push(embedded);
    problems.push(...expanded.problems);
    if (!isBlank(pieces)) messages.push(messageOf(known ?? 'user', pieces, role?.at, spanOf(head, node)));
  }
  return { messages, strings, problems };
}

/** Content in parts (`- type: text`, an image): one part's text is read where it is the only one. */
function partsOf(head: YamlHead, content: ReturnType<typeof nodeAt>): EmbeddedText | undefined {
  if (!isSeq(content)) return undefined;
  const texts = content.items.flatMap(item => {
    const value = isMap(item) ? item.get('text', true) : undefined;
    return value === undefined ? [] : (textOf(head, value) ?? []);
  });
  const [only] = texts;
  if (texts.length === 1 && only !== undefined) return only;
  const span = spanOf(head, content);
  const joined = texts.map(part => part.text.text).join('');
  return joined === '' ? undefined : { text: wholeText(head.uri, joined, span.start, span.end - span.start), span, ownLines: false };
}
