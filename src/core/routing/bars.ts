import type { Capabilities } from '../prices/capabilities/capabilities';
import type { TaskClass } from './task-class';

export type Tier = NonNullable<Capabilities['tier']>;

/** From the lowest up. */
export const TIERS: readonly Tier[] = ['small', 'mid', 'frontier'];

/** The lowest tier that is expected to do a kind of task well. */
export interface Bar {
  readonly tier: Tier;
  /** One clause, after "because". */
  readonly why: string;
  /** Whose word it is. `ours`: nobody's but that of this program; the user's samples decide. */
  readonly source: string;
  /** Day of the check, ISO. */
  readonly checked: string;
}

const CHECKED = '2026-11-21';
const OPENAI = { source: 'OpenAI, page of gpt-5-nano', checked: CHECKED } as const;
const GOOGLE = { source: 'Google, page of gemini-3.1-flash-lite', checked: CHECKED } as const;
const OURS = { source: 'ours', checked: CHECKED } as const;

/** Kinds of tasks that are missing have no bar: that depends on the very request, and nothing is suggested. */
const BARS: Readonly<Partial<Record<TaskClass, Bar>>> = {
  classification: { tier: 'small', why: 'makers offer their smallest models for classification', ...OPENAI },
  summarising: { tier: 'small', why: 'makers offer their smallest models for summaries', ...OPENAI },
  extraction: { tier: 'small', why: 'makers offer their smallest models for simple extraction', ...GOOGLE },
  translation: { tier: 'small', why: 'makers offer their smallest models for translation at scale', ...GOOGLE },
  routing: { tier: 'small', why: 'to choose the next step is to classify', ...OPENAI },
  formatting: { tier: 'small', why: 'the content is given and only its form changes', ...OURS },
  'short answer': { tier: 'small', why: 'a few words are asked for', ...OURS },
  'question over context': { tier: 'mid', why: 'the answer stands in what is sent', ...OURS },
  drafting: { tier: 'mid', why: 'people read it, and judge style rather than proof', ...OURS },
};

/** What a kind of task asks of a model; undefined: nobody says. */
export function barOf(task: TaskClass): Bar | undefined {
  return BARS[task];
}
