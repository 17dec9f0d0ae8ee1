import * as z from 'zod';
import { EXPORT_FORMATS } from '../core/present/estimator/exports';
import { scenarioSchema } from '../core/spend/scenario';
import { currencySchema } from './currency';
import { estimatorDataSchema, spanSchema } from './estimator-data';

const name = z.string().min(1).max(200);

/** From the estimator's page to the host. */
export const fromEstimatorSchema = z.discriminatedUnion('type', [
  /** The page runs and can take its data. */
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('scan') }),
  z.object({ type: z.literal('import-usage') }),
  z.object({ type: z.literal('open'), at: spanSchema }),
  z.object({ type: z.literal('save-scenario'), name, scenario: scenarioSchema }),
  z.object({ type: z.literal('delete-scenario'), name }),
  z.object({ type: z.literal('export'), format: z.enum([...EXPORT_FORMATS, 'svg']), text: z.string().max(50_000_000) }),
  /** The scenario as a file of its own, to hand on; and such a file, to take in. */
  z.object({ type: z.literal('share-scenario'), name, scenario: scenarioSchema }),
  z.object({ type: z.literal('take-scenario') }),
  /** A model that somebody named: its facts come with the next data. */
  z.object({ type: z.literal('find-model'), id: z.string().min(1).max(200) }),
]);

export type FromEstimator = z.infer<typeof fromEstimatorSchema>;

/** From the host to the page. */
export const toEstimatorSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('data'), data: estimatorDataSchema, currency: currencySchema }),
  z.object({ type: z.literal('scenario'), name, scenario: scenarioSchema }),
]);

export type ToEstimator = z.infer<typeof toEstimatorSchema>;
