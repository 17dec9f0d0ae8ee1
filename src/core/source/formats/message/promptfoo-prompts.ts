import { isMap, isScalar, isSeq } from 'yaml';
import type { Include, PromptMessage } from '../../prompt-document';
import { relativeUri } from '../../relative-uri';
import type { Span, Uri } from '../../span';
import type { Problem } from '../../summary';
import type { MappedText } from '../../text-map';
import type { EmbeddedText } from '../head/embedded-text';
import { textAt } from '../head/scalar-text';
import { readWholeYaml } from '../head/whole-yaml';
import { childrenAt, nodeAt, parseHead, spanOf, stringAt, type YamlHead } from '../head/yaml-head';
import { expand } from '../template/expand';
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
    const include = includeOf(uri, source);
    const hole = {
      kind: 'hole',
      at: embedded.span,
      label: source.slice(0, 60),
      volatility: 'static',
      growth: 'replace',
      proven: false,
      reason: include === undefined ? 'made elsewhere, when the evaluation starts' : 'the text of another file, which is not found',
      ...(include === undefined ? {} : { include }),
    } as const;
    return [{ label, messages: [messageOf('user', [hole], undefined, at)], problems: [], at }];
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

/** A path to text is relative to the configuration; code, tables and patterns are not read. */
function includeOf(uri: Uri, source: string): Include | undefined {
  const path = /^(?:file:\/\/)?((?!\/|[a-z]+:)[^*?{}]+\.(?:txt|md|j2|json|ya?ml))$/i.exec(source)?.[1];
  const file = path === undefined ? undefined : relativeUri(uri, path);
  return path === undefined || file === undefined
    ? undefined
    : { files: [file], template: path.slice(path.lastIndexOf('.') + 1).toLowerCase() };
}

/** A file of prompts: JSON and YAML hold a chat. Text may hold several prompts between lines of dashes, which are then not told apart. */
export function includedPrompt(uri: Uri, text: string, ending: string): readonly PromptMessage[] | undefined {
  if (ending === 'txt' && /^---\r?$/m.test(text)) return undefined;
  if (ending !== 'txt' && ending !== 'md' && ending !== 'j2') {
    const { head } = readWholeYaml(uri, text);
    return isSeq(head.document.contents) ? readChatList(head, [], lex).messages : undefined;
  }
  const expanded = expand(uri, text, lexJinja(uri, text, 0, text.length));
  const pieces = toPieces(
    uri,
    expanded.items.filter((item): item is PieceItem => item.kind !== 'signal'),
  );
  return [messageOf('user', pieces, undefined, { uri, start: 0, end: text.length })];
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
