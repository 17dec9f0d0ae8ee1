import * as z from 'zod';

/** The shape of genai-prices' data, bundled or refreshed, as far as it is used. */

const amount = z.number().finite().nonnegative();
const tieredAmount = z.object({ base: amount, tiers: z.array(z.object({ start: z.number().int().nonnegative(), price: amount })) });
const priceSchema = z.record(z.string(), z.union([amount, tieredAmount]));

const timeOfDay = z.string().regex(/^\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2})$/);
const constraint = z.union([z.object({ start_date: z.iso.date() }), z.object({ start_time: timeOfDay, end_time: timeOfDay })]);
const conditionalPrice = z.object({ constraint: constraint.optional(), prices: priceSchema });

export const modelSchema = z.object({
  id: z.string().min(1),
  name: z.string().optional(),
  /** Read clause by clause: see `declaredIds`. */
  match: z.unknown(),
  context_window: z.number().int().positive().optional(),
  prices: z.union([z.array(conditionalPrice), priceSchema]),
});

export const providerSchema = z.object({ id: z.string().min(1), models: z.array(z.unknown()) });

export type SourcePrice = z.infer<typeof priceSchema>;
export type SourceModel = z.infer<typeof modelSchema>;
export type SourceConstraint = z.infer<typeof constraint>;
