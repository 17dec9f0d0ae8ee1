import * as z from 'zod';
import { CRITERIA } from '../../verify/agreement';
import { DEFAULT_RUBRIC } from '../../verify/judge';

/** More is no verification any more, but a workload. */
export const MOST_SAMPLES = 1000;

/** What a person has set in the verification panel. The editor keeps it over hiding and reloading. */
export const verifyStateSchema = z.object({
  /** Samples typed in: a line each, JSON lines, or a table. Used where no file is chosen. */
  typed: z.string().max(2_000_000),
  samples: z.number().int().min(1).max(MOST_SAMPLES),
  /** Undefined: as fits the task. */
  criterion: z.enum(CRITERIA).exactOptional(),
  /** Share that has to agree. */
  bar: z.number().min(0).max(1),
  /** US dollars; undefined: as in the settings. */
  limitUsd: z.number().min(0).max(1e6).exactOptional(),
  judge: z.string().max(200),
  rubric: z.string().max(10_000),
  /** Ids of routes; empty: the first. */
  todayRoute: z.string().max(500),
  changedRoute: z.string().max(500),
  keepsAnswers: z.boolean(),
});

export type VerifyState = z.infer<typeof verifyStateSchema>;

export const FIRST_VERIFY_STATE: VerifyState = {
  typed: '',
  samples: 50,
  bar: 0.95,
  judge: '',
  rubric: DEFAULT_RUBRIC,
  todayRoute: '',
  changedRoute: '',
  keepsAnswers: false,
};
