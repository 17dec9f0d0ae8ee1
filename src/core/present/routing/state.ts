import * as z from 'zod';

export const SHOWN = ['all', 'suggested', 'unclear'] as const;
export const SORTS = ['saving', 'ratio', 'call', 'task'] as const;
export const STRATEGIES = ['static', 'dynamic', 'cascade'] as const;

const share = z.number().min(0).max(1);
const usd = z.number().min(0).max(1e6);

/** What a person has set in the routing panel. The editor keeps it over hiding and reloading. */
export const routingStateSchema = z.object({
  search: z.string().max(200),
  /** One class; empty: all. */
  task: z.string().max(50),
  shown: z.enum(SHOWN),
  sort: z.enum(SORTS),
  /** Ids of rows. */
  selected: z.array(z.string()),
  strategy: z.enum(STRATEGIES),
  easyShare: share,
  classifierUsd: usd,
  classifierMs: z.number().min(0).max(1e6),
  escalationRate: share,
  scorerUsd: usd,
});

export type RoutingState = z.infer<typeof routingStateSchema>;

/** A classifier of 5 to 15 ms, an easy share of 40% and one answer in five that is asked for again: to begin with, and to be changed. */
export const FIRST_STATE: RoutingState = {
  search: '',
  task: '',
  shown: 'all',
  sort: 'saving',
  selected: [],
  strategy: 'static',
  easyShare: 0.4,
  classifierUsd: 0.05,
  classifierMs: 10,
  escalationRate: 0.2,
  scorerUsd: 0.1,
};
