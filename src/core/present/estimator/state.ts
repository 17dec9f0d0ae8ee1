import * as z from 'zod';
import { scenarioSchema } from '../../spend/scenario';

export const TABS = [
  'next',
  'composition',
  'waterfall',
  'features',
  'turns',
  'models',
  'caching',
  'breakEvens',
  'growth',
  'measured',
  'scenarios',
] as const;
export type Tab = (typeof TABS)[number];

/** What a person has set in the estimator. The editor keeps it over hiding and reloading. */
export const estimatorStateSchema = z.object({
  tab: z.enum(TABS),
  /** Calls of one feature only; empty: all. */
  feature: z.string(),
  /** Of each call, where the workspace file states none. */
  callsPerDay: z.number().positive().max(1e12).exactOptional(),
  scenario: scenarioSchema,
  /** Under which the scenario is saved; empty: nowhere. */
  name: z.string(),
});

export type EstimatorState = z.infer<typeof estimatorStateSchema>;

/** To begin with: what the provider's caching would do wherever it pays, with the fixes that were found. */
export const FIRST_STATE: EstimatorState = {
  tab: 'next',
  feature: '',
  scenario: { levers: { caching: { onlyWhereItPays: true, afterFixes: true } } },
  name: '',
};
