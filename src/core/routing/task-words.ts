import { remembered } from '../source/remembered';
import { ANSWER_CUES } from './cues/answer-cues';
import { CONTENT_CUES } from './cues/content-cues';
import type { TaskCue } from './cues/cue';
import { WORK_CUES } from './cues/work-cues';
import type { TaskClass } from './task-class';

/** Words of a prompt that speak for a class, with their offsets. */
export interface TaskWords {
  readonly task: TaskClass;
  readonly weight: number;
  readonly from: number;
  readonly to: number;
}

const TASK_CUES: readonly TaskCue[] = [...ANSWER_CUES, ...CONTENT_CUES, ...WORK_CUES];

/** What is told not to be done says nothing of what is to be done. */
const NEGATED = /\b(?:not|never|no|without|avoid|refrain from|instead of|rather than|unless)\s+(?:\w+\s+){0,3}$|n['’]t\s+(?:\w+\s+){0,3}$/i;
/** What others do, in a text that is told about. */
const TOLD_ABOUT = /\b(?:about|who|whom|whose|where|such as|contain(?:s)? (?:instructions|text)|called|titled)\b[^.!?\n]*$/i;

/** What a prompt says first or last is what it is about. */
const AT_EITHER_END = 0.5;
/** Behind other words an instruction is one of several. */
const FURTHER_BACK_SHARE = 0.75;
const TOLD_SHARE = 0.3;
/** A noun that fits is less than an instruction. */
const MENTIONED_SHARE = 0.9;

/** Reads each sentence for what it asks. The first match of a cue in a sentence counts. Remembers sentences: many prompts share theirs. */
export function createTaskWords(): (text: string) => readonly TaskWords[] {
  const wordsIn = remembered(
    (content: string, isEnd: boolean) => TASK_CUES.flatMap(cue => wordsOf(cue, content, isEnd) ?? []),
    (content, isEnd) => (isEnd ? `!${content}` : ` ${content}`),
  );
  return text => {
    const sentences = sentencesOf(text);
    const found = sentences.flatMap(({ from, content }, index) => {
      const isEnd = index === 0 || index === sentences.length - 1;
      return wordsIn(content, isEnd).map(words => ({ ...words, from: from + words.from, to: from + words.to }));
    });
    return strongest(found).map(({ cue: _, ...words }) => words);
  };
}

/** Who is told: what follows is the instruction itself. */
const TOLD_WHO = /\b(?:you|please|your (?:task|job|goal) is to)\b/i;

interface CueWords extends TaskWords {
  readonly cue: TaskCue;
}

/** What is said twice, or by two cues about the same words, is one reason. */
function strongest(found: readonly CueWords[]): readonly CueWords[] {
  const overlaps = (one: CueWords, other: CueWords) =>
    one.cue === other.cue || (one.task === other.task && one.from < other.to && other.from < one.to);
  const kept: CueWords[] = [];
  for (const words of [...found].sort((a, b) => b.weight - a.weight || b.to - b.from - (a.to - a.from)))
    if (!kept.some(other => overlaps(words, other))) kept.push(words);
  return kept;
}

interface Sentence {
  readonly from: number;
  readonly content: string;
}

/** Offsets are those within the sentence. */
function wordsOf(cue: TaskCue, content: string, isEnd: boolean): CueWords | undefined {
  const match = cue.words.exec(content);
  if (match === null || cue.unless?.test(content) === true) return undefined;
  const before = content.slice(0, match.index);
  if (NEGATED.test(before)) return undefined;
  const found = { cue, task: cue.task, from: match.index, to: match.index + match[0].length };
  if (TOLD_ABOUT.test(before)) return { ...found, weight: cue.weight * TOLD_SHARE };
  const isFirst = !/[\p{L}]/u.test(before.replace(TOLD_WHO, ''));
  const share = cue.anywhere === true ? MENTIONED_SHARE : isFirst ? 1 : FURTHER_BACK_SHARE;
  return { ...found, weight: cue.weight * share + (isEnd ? AT_EITHER_END : 0) };
}

/** A dot within a word or a number ends no sentence. */
function sentencesOf(text: string): readonly Sentence[] {
  return [...text.matchAll(/[^\n.!?]+(?:[.!?](?!\s|$)[^\n.!?]*)*[.!?]*/g)]
    .map(match => ({ from: match.index, content: match[0] }))
    .filter(({ content }) => /\p{L}{2}/u.test(content));
}
