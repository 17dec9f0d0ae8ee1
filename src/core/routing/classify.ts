import type { PromptReader } from '../compression/prompt-reader';
import type { CallSite } from '../request/call-site';
import { type RequestText, requestText, VALUE } from './request-text';
import { TASK_CLASSES, type TaskClass, type TaskEvidence, type TaskReading } from './task-class';
import { settledTask, taskSignals } from './task-signals';

/** One thing that speaks for a class, or against it. */
export interface Weighed extends TaskEvidence {
  readonly weight: number;
}

/** A second reason says less than the first. */
const FURTHER_SHARE = 0.4;
const MOST_FURTHER = 2;
const LEAST = 2.4;
const CLEAR = 3.4;
const LEAST_MARGIN = 0.7;
const CLEAR_MARGIN = 1.5;
const MOST_EVIDENCE = 5;
/** Three tasks in one request are none. */
const SEVERAL = 3;

/** Where most of an answer's worth can be lost: taken for a light task, it would be answered badly. */
const HEAVY = new Set<TaskClass>(['drafting', 'code', 'multi-step reasoning', 'question over context']);

/** Reads what kind of task a request is from its prompt, parameters and the use of its answer. Pure and total. */
export function classifyTask(site: CallSite, reader: Pick<PromptReader, 'taskWords'>): TaskReading {
  const settled = settledTask(site);
  if (settled !== undefined) return settled;
  const text = requestText(site.request);
  const weighed = [...wordEvidence(text, reader), ...taskSignals(site, text)];
  const scores = TASK_CLASSES.map(task => ({ task, score: scoreOf(weighed.filter(each => each.task === task)) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const [first, second] = scores;
  if (first === undefined) return { task: 'unclear', certainty: 'low', evidence: [] };
  const margin = first.score - (second?.score ?? 0);
  const close = scores.filter(({ score }) => score > first.score - CLEAR_MARGIN);
  const heavier = !HEAVY.has(first.task) && close.some(({ task }) => HEAVY.has(task));
  const isUnclear = first.score < LEAST || margin < LEAST_MARGIN || close.length >= SEVERAL;
  if (isUnclear)
    return {
      task: 'unclear',
      certainty: 'low',
      evidence: evidenceFor(
        weighed,
        close.map(({ task }) => task),
      ),
    };
  const certainty = first.score >= CLEAR && margin >= CLEAR_MARGIN && !heavier ? 'high' : 'low';
  return { task: first.task, certainty, evidence: evidenceFor(weighed, [first.task]) };
}

function scoreOf(weighed: readonly Weighed[]): number {
  const positive = weighed
    .map(({ weight }) => weight)
    .filter(weight => weight > 0)
    .sort((a, b) => b - a);
  const against = weighed.reduce((sum, { weight }) => sum + Math.min(0, weight), 0);
  const [best = 0, ...further] = positive;
  return best + Math.min(MOST_FURTHER, FURTHER_SHARE * further.reduce((sum, weight) => sum + weight, 0)) + against;
}

function evidenceFor(weighed: readonly Weighed[], tasks: readonly TaskClass[]): readonly TaskEvidence[] {
  return weighed
    .filter(({ task, weight }) => weight > 0 && tasks.includes(task))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_EVIDENCE)
    .map(({ weight: _, ...evidence }) => evidence);
}

/** What the prompt's words say, each with the stretch that it was read from. */
function wordEvidence(text: RequestText, reader: Pick<PromptReader, 'taskWords'>): readonly Weighed[] {
  return reader.taskWords(text.text).map(({ task, weight, from, to }) => {
    const at = text.sourceOf(from, to);
    return { task, weight, quote: text.text.slice(from, to).replaceAll(VALUE, '…').trim(), ...(at === undefined ? {} : { at }) };
  });
}
