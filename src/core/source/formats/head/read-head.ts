import type { Uri } from '../../span';
import type { Problem } from '../../summary';
import { type FenceRules, type FrontMatter, splitFrontMatter } from './front-matter';
import { parseHead, type YamlHead } from './yaml-head';

export interface ReadHead {
  readonly front: FrontMatter;
  readonly head: YamlHead | undefined;
  readonly problems: readonly Problem[];
}

export function readHead(uri: Uri, text: string, rules: FenceRules): ReadHead {
  const front = splitFrontMatter(uri, text, rules);
  const head = front.yaml === undefined ? undefined : parseHead(uri, text, front.yaml);
  return {
    front,
    head,
    problems: [...(front.problem === undefined ? [] : [front.problem]), ...(head?.problems ?? []), ...strange(uri, text)],
  };
}

/** What no prompt contains on purpose. The text is still read. */
export function strange(uri: Uri, text: string): readonly Problem[] {
  const nul = text.indexOf('\0');
  if (nul !== -1)
    return [{ message: 'This file contains binary bytes: its tokens can not be counted well.', at: { uri, start: nul, end: nul + 1 } }];
  const lone = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.exec(text)?.index;
  if (lone === undefined) return [];
  return [
    { message: 'Half of a character pair stands here: it is sent as a replacement character.', at: { uri, start: lone, end: lone + 1 } },
  ];
}
