import * as z from 'zod';
import type { RoutingData } from '../core/present/routing/data';
import { SCAN_STATES } from '../core/present/scan-state';
import { currencySchema } from './currency';
import { modelSchema, spanSchema, workloadSchema } from './estimator-data';

const id = z.string().min(1).max(5000);

/** From the routing panel's page to the host. */
export const fromRoutingSchema = z.discriminatedUnion('type', [
  /** The page runs and can take its data. */
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('scan') }),
  z.object({ type: z.literal('open'), at: spanSchema }),
  /** Write the suggestions of these rows, after a preview. */
  z.object({ type: z.literal('apply'), ids: z.array(id).max(10_000) }),
  z.object({ type: z.literal('export') }),
  /** Compare this row's models on samples. */
  z.object({ type: z.literal('verify'), id }),
]);

export type FromRouting = z.infer<typeof fromRoutingSchema>;

export const routingDataSchema: z.ZodType<RoutingData> = z.object({
  scan: z.enum(SCAN_STATES),
  rows: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      path: z.string(),
      identity: z.string(),
      at: spanSchema,
      model: z.string(),
      task: z.string(),
      certainty: z.enum(['stated', 'high', 'low']),
      evidence: z.array(z.string()),
      bar: z.string(),
      workload: workloadSchema,
      suggestion: z.string().exactOptional(),
      risks: z.array(z.string()),
      note: z.string(),
      elsewhere: z.array(z.string()),
      badge: z.object({ text: z.string(), kind: z.enum(['met', 'below', 'open', 'stale']), detail: z.string() }).exactOptional(),
      fix: z.object({ uri: z.string(), rule: z.string(), site: z.string(), nth: z.number(), fix: z.number() }).exactOptional(),
    }),
  ),
  models: z.array(modelSchema),
  withoutCap: z.number(),
  aside: z.number(),
});

/** From the host to the page. */
export const toRoutingSchema = z.object({ type: z.literal('data'), data: routingDataSchema, currency: currencySchema });

export type ToRouting = z.infer<typeof toRoutingSchema>;
