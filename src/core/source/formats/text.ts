import { isMap } from 'yaml';
import type { PromptFormat } from '../format';
import type { PromptDocument, Role } from '../prompt-document';
import type { Uri } from '../span';
import type { PromptSummary } from '../summary';
import type { FenceRules } from './head/front-matter';
import { type ReadHead, readHead } from './head/read-head';
import { stringAt, type YamlHead } from './head/yaml-head';
import { moveLines } from './message/move-lines';
import { messageOf, type PieceItem, toPieces } from './message/pieces';
import { isEditorFile, speaksForUser } from './select/editor-files';
import { pathOf } from './select/globs';
import { expand } from './template/expand';
import { lexHandlebars } from './template/handlebars';
import { lexJinja } from './template/jinja';
import { doubleBraces, editorVariables, lexPlaceholders } from './template/placeholders';
import type { Lexed } from './template/tag';

const rules: FenceRules = { fences: ['---'], blankBefore: false, commentsBefore: false, mustClose: false };

/** Markdown and text as one prompt. Front matter is not part of it; a `model` in it is read. */
export const format: PromptFormat = {
  id: 'text',
  name: 'Markdown or text',
  endings: [],
  read,
  setOutputCap: () => ({ refused: 'A Markdown or text file has no place for an output cap. Set it where the prompt is sent.' }),
  moveToEndOfMessage(text, summary, stretch) {
    return moveLines(text, summary, stretch, { read, lex: (uri, changed) => lex(uri, changed, headOf(uri, changed).front.bodyStart) });
  },
};

function read(uri: Uri, text: string): PromptSummary {
  const { head, front, problems } = headOf(uri, text);
  const flatRate = isEditorFile(uri);
  const expanded = expand(uri, text, lex(uri, text, front.bodyStart));
  const items: readonly PieceItem[] = expanded.items.flatMap(item => (item.kind === 'signal' ? [] : [item]));
  const pieces = toPieces(uri, items);
  const role: Role = speaksForUser(uri) ? 'user' : 'system';
  const body = { uri, start: front.bodyStart, end: text.length };
  const document: PromptDocument = {
    format: 'text',
    ...(head === undefined ? {} : modelOf(head)),
    parameters: {},
    messages: pieces.length === 0 ? [] : [messageOf(role, pieces, undefined, body)],
    uncounted: [],
    flatRate,
  };
  return { kind: 'prompt', uri, document, problems: [...problems, ...expanded.problems].slice(0, 20) };
}

/** Two horizontal rules with prose between them are no front matter: that is a map, or empty. */
function headOf(uri: Uri, text: string): ReadHead {
  const read = readHead(uri, text, rules);
  const contents = read.head?.document.contents;
  if (read.head === undefined || contents === null || isMap(contents)) return read;
  const problems = read.problems.filter(problem => !read.head?.problems.includes(problem));
  return { front: { bodyStart: text.startsWith('\uFEFF') ? 1 : 0 }, head: undefined, problems };
}

/** Of a list of models in order of priority the first is taken; `inherit` names none. */
function modelOf(head: YamlHead): Pick<PromptDocument, 'model'> {
  const model = stringAt(head, ['model']) ?? stringAt(head, ['model', '0']);
  return model === undefined || model.value === 'inherit' ? {} : { model };
}

/** A template says its language by its ending. Editors' files are literal but for the editor's own variables. */
function lex(uri: Uri, text: string, from: number): Lexed {
  if (isEditorFile(uri)) return lexPlaceholders(text, from, text.length, editorVariables);
  const ending = /\.(\w+)$/.exec(pathOf(uri).toLowerCase())?.[1];
  if (ending === 'j2' || ending === 'jinja' || ending === 'jinja2') return lexJinja(uri, text, from, text.length);
  if (ending === 'hbs' || ending === 'handlebars') return lexHandlebars(uri, text, from, text.length, 'handlebars');
  if (ending === 'mustache') return lexHandlebars(uri, text, from, text.length, 'mustache');
  return lexPlaceholders(text, from, text.length, doubleBraces);
}
