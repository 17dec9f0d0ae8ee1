import { isMap, isScalar, isSeq } from 'yaml';
import type { PromptMessage } from '../../prompt-document';
import type { Span } from '../../span';
import type { Problem } from '../../summary';
import type { MappedText } from '../../text-map';
import type { EmbeddedText } from '../head/embedded-text';
import { textAt } from '../head/scalar-text';
import { childrenAt, nodeAt, parseHead, spanOf, stringAt, type YamlHead } from '../head/yaml-head';
import { composed, expandInString, placesOf } from '../template/in-string';
import { lexJinja } from '../template/jinja';
import { readChatList } from './chat-list';
import type { PromptString } from './move-in-string';
import { isBlank, messageOf, type PieceItem, toPieces } from './pieces';

/** One of promptfoo's prompts. */
export interface PromptfooPrompt {
  readonly label: string;
  readonly messages: readonly PromptMessage[];
  readonly string?: PromptString;
  readonly problems: readonly Problem[];
  readonly at: Span;
}

const elsewhere =
  /^(?:file|langfuse|portkey|helicone|https?):\/\/|^exec:|^[^\s{}]+\.(?:txt|md|j2|jsonl?|ya?ml|csv|[cm]?[jt]s|py|sh)(?::\w+)?$/;

/** `prompts`: one prompt, or a list of them; each is text, a path, or a map with `raw` or `id`. */
export function promptfooPrompts(head: YamlHead): readonly PromptfooPrompt[] {
  const list = nodeAt(head.document, ['prompts']);
  if (isScalar(list)) return promptAt(head, ['prompts']);
  return isSeq(list) ? childrenAt(head, ['prompts']).flatMap((_, index) => promptAt(head, ['prompts', String(index)])) : [];
}

function promptAt(head: YamlHead, path: readonly string[]): readonly PromptfooPrompt[] {
  const node = nodeAt(head.document, path);
  if (node === undefined) return [];
  const key = isMap(node) ? ['raw', 'id'].map(name => [...path, name]).find(candidate => textAt(head, candidate) !== undefined) : path;
  const embedded = key === undefined ? undefined : textAt(head, key);
  if (embedded === undefined) return [];
  const label = stringAt(head, [...path, 'label'])?.value ?? embedded.text.text;
  const at = spanOf(head, node);
  const { uri } = head;
  const source = embedded.text.text.trim();
  if (elsewhere.test(source)) {
    const hole = {
      kind: 'hole',
      at: embedded.span,
      label: source.slice(0, 60),
      volatility: 'static',
      growth: 'replace',
      proven: false,
    } as const;
    const messages = [messageOf('user', [{ ...hole, reason: 'the text of another file, which is not read' }], undefined, at)];
    return [{ label, messages, problems: [], at }];
  }
  const chat = chatIn(embedded, head);
  if (chat !== undefined) return [{ label, ...chat, at }];
  const expanded = expandInString(embedded.text, lex(embedded.text));
  const pieces = toPieces(
    uri,
    expanded.items.filter((item): item is PieceItem => item.kind !== 'signal'),
  );
  const messages = isBlank(pieces) ? [] : [messageOf('user', pieces, undefined, at)];
  return [{ label, messages, string: { embedded, lex }, problems: expanded.problems, at }];
}

/** A string that holds a list of messages, as JSON or YAML, is a chat; anything else is one message. */
function chatIn(embedded: EmbeddedText, head: YamlHead): Pick<PromptfooPrompt, 'messages' | 'problems'> | undefined {
  const { text } = embedded.text;
  if (!/^\s*(?:\[|-\s)/.test(text) || !/\brole\b/.test(text)) return undefined;
  const inner = parseHead(head.uri, text, { start: 0, end: text.length });
  const list = inner.document.contents;
  if (inner.document.errors.length > 0 || !isSeq(list) || !list.items.every(item => isMap(item) && item.has('role'))) return undefined;
  const chat = readChatList(inner, [], lex);
  const places = placesOf(embedded.text);
  const inSource = (span: Span): Span => places.span(span.start, span.end);
  const messages = chat.messages.map(
    (message): PromptMessage => ({
      role: message.role,
      ...(message.roleAt === undefined ? {} : { roleAt: inSource(message.roleAt) }),
      at: inSource(message.at),
      pieces: message.pieces.map(piece =>
        piece.kind === 'text' ? { kind: 'text', text: composed(piece.text, embedded.text) } : { ...piece, at: inSource(piece.at) },
      ),
    }),
  );
  return { messages, problems: chat.problems.map(problem => ({ ...problem, at: inSource(problem.at) })) };
}

/** Nunjucks is written as Jinja is. */
function lex({ text, uri }: MappedText) {
  return lexJinja(uri, text, 0, text.length);
}
