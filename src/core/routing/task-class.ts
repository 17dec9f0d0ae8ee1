import type { Span } from '../source/span';

/** What kinds of tasks requests are, by what their answer is. */
export const TASK_CLASSES = [
  'classification',
  'routing',
  'extraction',
  'formatting',
  'short answer',
  'summarising',
  'question over context',
  'translation',
  'drafting',
  'code',
  'multi-step reasoning',
  'agent with tools',
  'vision',
  'embedding',
] as const;

export type TaskClass = (typeof TASK_CLASSES)[number];

/** What was read of a request's task. `unclear` is an answer: nothing is suggested on it. */
export interface TaskReading {
  readonly task: TaskClass | 'unclear';
  /** `stated`: by the user. `high`: wrong in few of a hundred, as measured. `low`: more likely than any other class, and no ground to act. */
  readonly certainty: 'stated' | 'high' | 'low';
  /** Strongest first; for `unclear` what speaks for the classes that came closest. */
  readonly evidence: readonly TaskEvidence[];
}

export interface TaskEvidence {
  readonly task: TaskClass;
  /** A stretch of the prompt as written, or the parameter that says it: `max_tokens=5`. */
  readonly quote: string;
  /** Undefined where it has no place of its own in the source. */
  readonly at?: Span;
}

/** The kind of task of a name, whatever stands between its words; undefined: it is none. */
export function taskClass(name: string): TaskClass | undefined {
  const wanted = name
    .trim()
    .toLowerCase()
    .replace(/[-_\s]+/g, ' ');
  return TASK_CLASSES.find(task => task.replace(/-/g, ' ') === wanted);
}
