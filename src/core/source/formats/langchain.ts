import { isMap, isScalar, isSeq } from 'yaml';
import type { PromptFormat } from '../format';
import type { PromptDocument, PromptMessage, TextPiece } from '../prompt-document';
import { relativeUris } from '../relative-uri';
import type { Uri } from '../span';
import type { Problem, PromptSummary } from '../summary';
import type { MappedText } from '../text-map';
import type { Hole } from '../values';
import type { EmbeddedText } from './head/embedded-text';
import { textAt } from './head/scalar-text';
import { readWholeYaml } from './head/whole-yaml';
import { nodeAt, scalarAt, spanOf, stringAt, type YamlHead } from './head/yaml-head';
import { moveInString, type PromptString } from './message/move-in-string';
import { messageOf, type PieceItem, toPieces } from './message/pieces';
import { expand } from './template/expand';
import { lexFString } from './template/f-string';
import { lexHandlebars } from './template/handlebars';
import { expandInString } from './template/in-string';
import { lexJinja } from './template/jinja';
import type { Lexed } from './template/tag';

/** How many folders, from the file's own up, a template's path may start from. */
const MOST_FOLDERS = 5;
const types = ['prompt', 'few_shot', 'chat'];
const templateFormats = ['f-string', 'jinja2', 'mustache'];

/** Prompts as LangChain's `load_prompt` reads them: langchain_core/prompts/loading.py. Neither model nor cap is part of them. */
export const format: PromptFormat = {
  id: 'langchain',
  name: 'LangChain prompt',
  endings: [],
  claims: {
    // Search engines and content stores write `_type` too.
    traces: [/(?:^|["'{,\s])(?:_type["']?\s*:\s*["']?(?:prompt|few_shot|chat)\b|input_variables["']?\s*:)/, /template|prefix|suffix/],
    hold(uri, text) {
      const { head } = readWholeYaml(uri, text);
      if (!isMap(head.document.contents) || sourcesOf(head).length === 0) return false;
      const type = scalarAt(head, ['_type'])?.value;
      return type === undefined ? isUntyped(head) : types.includes(String(type));
    },
  },
  read,
  readIncluded,
  setOutputCap: () => ({ refused: 'A LangChain prompt has no place for an output cap. Set it on the chat model.' }),
  moveToEndOfMessage(text, summary, stretch) {
    const strings = (uri: Uri, changed: string): readonly PromptString[] => {
      const { head } = readWholeYaml(uri, changed);
      return sourcesOf(head).flatMap(path => {
        const embedded = textAt(head, path);
        return embedded === undefined ? [] : [{ embedded, lex: lexerOf(head, path) }];
      });
    };
    return moveInString(text, summary, stretch, { read, strings });
  },
};

/** `load_prompt` takes what has no `_type` for a prompt; Semantic Kernel describes its variables, and has settings and templates of its own. */
function isUntyped(head: YamlHead): boolean {
  const variables = nodeAt(head.document, ['input_variables']);
  const template = scalarAt(head, ['template_format'])?.value ?? 'f-string';
  const isOther = ['_type', 'execution_settings'].some(key => nodeAt(head.document, [key]) !== undefined);
  const isText = sourcesOf(head).some(path => stringAt(head, path) !== undefined);
  return (
    isText && isSeq(variables) && variables.items.every(item => isScalar(item)) && templateFormats.includes(String(template)) && !isOther
  );
}

function read(uri: Uri, text: string): PromptSummary {
  const { head, problems } = readWholeYaml(uri, text);
  const found: Problem[] = [];
  const pieces = sourcesOf(head).flatMap(path => piecesAt(head, path, found));
  const body = { uri, start: head.start, end: head.end };
  const messages: readonly PromptMessage[] = pieces.length === 0 ? [] : [messageOf('user', pieces, undefined, body)];
  const document: PromptDocument = { format: 'langchain', parameters: {}, messages, uncounted: [], flatRate: false };
  return { kind: 'prompt', uri, document, problems: [...problems, ...limitsOf(head), ...found].slice(0, 20) };
}

/** Where the prompt's text stands, in the order it is sent. A template in another file is a path as well: a hole. */
function sourcesOf(head: YamlHead): readonly (readonly string[])[] {
  const either = (path: readonly string[], name: string) =>
    [name, `${name}_path`].map(key => [...path, key]).filter(candidate => nodeAt(head.document, candidate) !== undefined);
  const type = scalarAt(head, ['_type'])?.value;
  if (type === 'few_shot') return [...either([], 'prefix'), ...either([], 'examples').slice(0, 1), ...either([], 'suffix')];
  if (type === 'chat') return either(['messages', '0', 'prompt'], 'template').slice(0, 1);
  return either([], 'template').slice(0, 1);
}

function piecesAt(head: YamlHead, path: readonly string[], problems: Problem[]): readonly TextPiece[] {
  const key = path[path.length - 1] ?? '';
  const embedded = textAt(head, path);
  if (key === 'examples') return [hole(head, path, 'examples', 'the examples, which LangChain writes out by their own template')];
  if (key.endsWith('_path')) return [includeAt(head, path)];
  if (embedded === undefined) return [];
  const expanded = expandInString(embedded.text, lexerOf(head, path)(embedded.text));
  problems.push(...expanded.problems);
  return toPieces(
    head.uri,
    expanded.items.filter((item): item is PieceItem => item.kind !== 'signal'),
  );
}

function hole(head: YamlHead, path: readonly string[], label: string, reason: string): Hole {
  const node = nodeAt(head.document, path);
  const at = node === undefined ? { uri: head.uri, start: head.start, end: head.end } : spanOf(head, node);
  return { kind: 'hole', at, label, volatility: 'static', growth: 'replace', proven: true, reason };
}

/** The program's working folder is what the path starts from: often the file's own, or one above. */
function includeAt(head: YamlHead, path: readonly string[]): TextPiece {
  const file = stringAt(head, path)?.value;
  const found = hole(head, path, file ?? path.join('.'), 'the text of another file, which is not found');
  if (file === undefined || !file.toLowerCase().endsWith('.txt') || file.startsWith('/')) return found;
  return { ...found, include: { files: relativeUris(head.uri, file, MOST_FOLDERS), template: templateFormat(head, path) } };
}

function readIncluded(uri: Uri, text: string, template: string): readonly PromptMessage[] {
  const expanded = expand(uri, text, lexAs(template, uri, text));
  const pieces = toPieces(
    uri,
    expanded.items.filter((item): item is PieceItem => item.kind !== 'signal'),
  );
  return [messageOf('user', pieces, undefined, { uri, start: 0, end: text.length })];
}

/** A template's own format counts, then the file's; f-strings are the default. */
function templateFormat(head: YamlHead, path: readonly string[]): string {
  return (stringAt(head, [...path.slice(0, -1), 'template_format']) ?? stringAt(head, ['template_format']))?.value ?? 'f-string';
}

function lexerOf(head: YamlHead, path: readonly string[]): (text: EmbeddedText['text']) => Lexed {
  return ({ text, uri }: MappedText) => lexAs(templateFormat(head, path), uri, text);
}

function lexAs(template: string, uri: Uri, text: string): Lexed {
  if (template === 'mustache') return lexHandlebars(uri, text, 0, text.length, 'mustache');
  if (template === 'jinja2') return lexJinja(uri, text, 0, text.length);
  return lexFString(uri, text, 0, text.length);
}

/** What LangChain itself does not do with such a file. */
function limitsOf(head: YamlHead): readonly Problem[] {
  const problems: Problem[] = [];
  const templateFormat = nodeAt(head.document, ['template_format']);
  if (isScalar(templateFormat) && templateFormat.value === 'jinja2')
    problems.push({
      message: 'LangChain refuses to load jinja2 templates from files: write an f-string.',
      at: spanOf(head, templateFormat),
    });
  const second = nodeAt(head.document, ['messages', '1']);
  if (scalarAt(head, ['_type'])?.value === 'chat' && second !== undefined)
    problems.push({ message: 'LangChain loads only the first message of a chat prompt: the rest is not sent.', at: spanOf(head, second) });
  return problems;
}
