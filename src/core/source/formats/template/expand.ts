import type { Span, Uri } from '../../span';
import type { Problem } from '../../summary';
import { holeOf, type LoopScope, repeatHole } from './expression';
import type { Item, SignalItem } from './item';
import type { Block, Lexed, Tag, Token } from './tag';

export interface Expanded {
  readonly items: readonly Item[];
  readonly problems: readonly Problem[];
}

/** A format's own tags: what this expression means for messages; undefined: an ordinary expression. */
export type SignalOf = (expression: string, at: Span) => SignalItem | undefined;

interface OpenBlock {
  readonly name: string;
  readonly block: Block;
  readonly at: Span;
}

/** What the template emits, each block once: text keeps its source, variables are holes, a loop ends with a hole for its repetitions. */
export function expand(uri: Uri, text: string, lexed: Lexed, signalOf: SignalOf = () => undefined): Expanded {
  const items: Item[] = [];
  const problems: Problem[] = [...lexed.problems];
  const blocks: OpenBlock[] = [];
  const scopes = (): readonly LoopScope[] => blocks.slice(-30).flatMap(open => (open.block.kind === 'loop' ? [open.block] : []));
  let muted = 0;

  const emit = (item: Item) => {
    if (muted === 0) items.push(item);
  };
  const close = (tag: Tag, name: string, at: Span) => {
    let index = blocks.length - 1;
    while (index >= 0 && blocks[index]?.name !== name) index--;
    const opened = blocks[index];
    if (opened === undefined) {
      problems.push({ message: `\`${text.slice(tag.start, tag.end).slice(0, 60)}\` closes nothing.`, at });
      return;
    }
    const inner = blocks.splice(index);
    muted -= inner.filter(open => open.block.kind === 'muted').length;
    for (const open of inner.slice(1)) problems.push(unclosed(open));
    if (opened.block.kind === 'loop') emit({ kind: 'hole', hole: repeatHole(opened.block.label, opened.block.collection, at, scopes()) });
  };
  const read = (tag: Tag) => {
    const at = { uri, start: tag.start, end: tag.end };
    const action = tag.action;
    if (action.kind === 'open') {
      blocks.push({ name: action.name, block: action.block, at });
      if (action.block.kind === 'muted') muted++;
    } else if (action.kind === 'close') close(tag, action.name, at);
    else if (action.kind === 'print')
      emit(signalOf(action.expression, at) ?? { kind: 'hole', hole: holeOf(action.expression, at, scopes()) });
    else if (action.kind === 'emit') {
      const { label, reason, clock } = action;
      emit({
        kind: 'hole',
        hole: { kind: 'hole', at, label, reason, volatility: clock ?? 'unknown', growth: 'replace', proven: clock !== undefined },
      });
    }
  };

  for (const [index, token] of lexed.tokens.entries()) {
    if (token.kind === 'tag') read(token);
    else {
      const [start, end] = kept(text, lexed.tokens, index, token.start, token.end);
      if (token.emits !== undefined) emit({ kind: 'text', text: token.emits, source: token.start, sourceLength: token.end - token.start });
      else if (start < end) emit({ kind: 'text', text: text.slice(start, end), source: start, sourceLength: end - start });
    }
  }
  problems.push(...blocks.map(unclosed));
  return { items, problems };
}

function unclosed(open: OpenBlock): Problem {
  return { message: `The block \`${open.name}\` is never closed.`, at: open.at };
}

/** The part of a literal stretch that its neighbours' white space control leaves. */
function kept(text: string, tokens: readonly Token[], index: number, start: number, end: number): readonly [number, number] {
  const [before, behind] = [tagAt(tokens, index - 1), tagAt(tokens, index + 1)];
  let [from, to] = [start, end];
  if (before?.trimBehind) while (from < to && isSpace(text[from])) from++;
  else if (before !== undefined && standsAlone(text, tokens, index - 1)) from = Math.min(to, behindLine(text, from, to));
  if (behind?.trimBefore) while (to > from && isSpace(text[to - 1])) to--;
  else if (behind !== undefined && standsAlone(text, tokens, index + 1)) while (to > from && isBlank(text[to - 1])) to--;
  return [from, to];
}

/** Whether a tag that takes its line with it has that line for itself. */
function standsAlone(text: string, tokens: readonly Token[], index: number): boolean {
  const tag = tagAt(tokens, index);
  if (tag?.ownLine !== true) return false;
  const [previous, next] = [tokens[index - 1], tokens[index + 1]];
  if (previous?.kind === 'tag' || next?.kind === 'tag') return false;
  const lead = text.slice(previous?.start ?? tag.start, tag.start);
  const rest = text.slice(tag.end, Math.min(next?.end ?? tag.end, tag.end + 200));
  const startsLine = /(?:^|\n)[ \t]*$/.test(lead.slice(-200)) && (lead.includes('\n') || index <= 1);
  const endsLine = /^[ \t]*\r?\n/.test(rest) || (/^[ \t\r]*$/.test(rest) && index >= tokens.length - 2);
  return startsLine && endsLine;
}

function behindLine(text: string, from: number, to: number): number {
  const newline = text.indexOf('\n', from);
  return newline === -1 || newline >= to ? to : newline + 1;
}

function tagAt(tokens: readonly Token[], index: number): Tag | undefined {
  const token = tokens[index];
  return token?.kind === 'tag' ? token : undefined;
}

function isSpace(char: string | undefined): boolean {
  return char !== undefined && /\s/.test(char);
}

function isBlank(char: string | undefined): boolean {
  return char === ' ' || char === '\t';
}
