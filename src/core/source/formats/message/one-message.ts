import { isMap } from 'yaml';
import type { PromptFormat } from '../../format';
import type { PromptDocument, Role } from '../../prompt-document';
import type { Uri } from '../../span';
import type { PromptSummary } from '../../summary';
import type { FenceRules } from '../head/front-matter';
import { type ReadHead, readHead } from '../head/read-head';
import type { YamlHead } from '../head/yaml-head';
import { expand } from '../template/expand';
import type { Lexed } from '../template/tag';
import { moveLines } from './move-lines';
import { messageOf, type PieceItem, toPieces } from './pieces';

const rules: FenceRules = { fences: ['---'], blankBefore: false, commentsBefore: false, mustClose: false };

/** A format whose files are one message each; front matter is no part of it. */
export interface OneMessage extends Pick<PromptFormat, 'id' | 'name'> {
  readonly endings?: readonly string[];
  readonly globs?: readonly string[];
  readonly chosenEndings?: readonly string[];
  role(uri: Uri): Role;
  lex(uri: Uri, text: string, from: number, to: number): Lexed;
  readonly flatRate: boolean;
  /** What the front matter says of the model. */
  modelOf(head: YamlHead): Pick<PromptDocument, 'model' | 'modelReference'>;
  /** Why there is no place for an output cap. */
  readonly noCap: string;
}

export function oneMessageFormat(kind: OneMessage): PromptFormat {
  const read = (uri: Uri, text: string): PromptSummary => {
    const { head, front, problems } = headOf(uri, text);
    const expanded = expand(uri, text, kind.lex(uri, text, front.bodyStart, text.length));
    const items: readonly PieceItem[] = expanded.items.flatMap(item => (item.kind === 'signal' ? [] : [item]));
    const pieces = toPieces(uri, items);
    const body = { uri, start: front.bodyStart, end: text.length };
    const document: PromptDocument = {
      format: kind.id,
      ...(head === undefined ? {} : kind.modelOf(head)),
      parameters: {},
      messages: pieces.length === 0 ? [] : [messageOf(kind.role(uri), pieces, undefined, body)],
      uncounted: [],
      flatRate: kind.flatRate,
    };
    return { kind: 'prompt', uri, document, problems: [...problems, ...expanded.problems].slice(0, 20) };
  };
  return {
    id: kind.id,
    name: kind.name,
    endings: kind.endings ?? [],
    ...(kind.globs === undefined ? {} : { globs: kind.globs }),
    ...(kind.chosenEndings === undefined ? {} : { chosenEndings: kind.chosenEndings }),
    read,
    setOutputCap: () => ({ refused: kind.noCap }),
    moveToEndOfMessage: (text, summary, stretch) =>
      moveLines(text, summary, stretch, {
        read,
        lex: (uri, changed) => kind.lex(uri, changed, headOf(uri, changed).front.bodyStart, changed.length),
      }),
  };
}

/** Two horizontal rules with prose between them are no front matter: that is a map, or empty. */
function headOf(uri: Uri, text: string): ReadHead {
  const read = readHead(uri, text, rules);
  const contents = read.head?.document.contents;
  if (read.head === undefined || contents === null || isMap(contents)) return read;
  const problems = read.problems.filter(problem => !read.head?.problems.includes(problem));
  return { front: { bodyStart: text.startsWith('\uFEFF') ? 1 : 0 }, head: undefined, problems };
}
