import type { TaskClass } from './task-class';
import { NEGATED, TASK_CUES, type TaskCue, TOLD_ABOUT } from './task-cues';

/** Words of a prompt that speak for a class, with their offsets. */
export interface TaskWords {
  readonly task: TaskClass;
  readonly weight: number;
  readonly from: number;
  readonly to: number;
}

/** What a prompt says first or last is what it is about. */
const AT_EITHER_END = 0.5;
/** Behind other words an instruction is one of several. */
const FURTHER_BACK_SHARE = 0.75;
const TOLD_SHARE = 0.3;

/** Reads each sentence for what it asks. The first match of a cue in a sentence counts. */
export function taskWordsIn(text: string): readonly TaskWords[] {
  const sentences = sentencesOf(text);
  return sentences.flatMap((sentence, index) => {
    const isEnd = index === 0 || index === sentences.length - 1;
    return strongest(TASK_CUES.flatMap(cue => wordsOf(cue, sentence, isEnd) ?? []));
  });
}

/** Words that two cues of one class share are one reason. */
function strongest(found: readonly TaskWords[]): readonly TaskWords[] {
  const overlaps = (one: TaskWords, other: TaskWords) => one.task === other.task && one.from < other.to && other.from < one.to;
  const kept: TaskWords[] = [];
  for (const words of [...found].sort((a, b) => b.weight - a.weight || b.to - b.from - (a.to - a.from)))
    if (!kept.some(other => overlaps(words, other))) kept.push(words);
  return kept;
}

interface Sentence {
  readonly from: number;
  readonly content: string;
}

function wordsOf(cue: TaskCue, { from, content }: Sentence, isEnd: boolean): TaskWords | undefined {
  const match = cue.words.exec(content);
  if (match === null || cue.unless?.test(content) === true) return undefined;
  const before = content.slice(0, match.index);
  if (NEGATED.test(before)) return undefined;
  const start = from + match.index;
  const found = { task: cue.task, from: start, to: start + match[0].length };
  if (TOLD_ABOUT.test(before)) return { ...found, weight: cue.weight * TOLD_SHARE };
  const isFirst = !/[\p{L}]/u.test(before);
  const share = cue.anywhere === true || isFirst ? 1 : FURTHER_BACK_SHARE;
  return { ...found, weight: cue.weight * share + (isEnd ? AT_EITHER_END : 0) };
}

/** A dot within a word or a number ends no sentence. */
function sentencesOf(text: string): readonly Sentence[] {
  return [...text.matchAll(/[^\n.!?]+(?:[.!?](?!\s|$)[^\n.!?]*)*[.!?]*/g)]
    .map(match => ({ from: match.index, content: match[0] }))
    .filter(({ content }) => /\p{L}{2}/u.test(content));
}
