import * as z from 'zod';
import { verifyStateSchema } from '../core/present/verify/state';
import type { VerifyView } from '../core/present/verify/verify-view';
import { CRITERIA } from '../core/verify/agreement';

/** From the verification panel's page to the host. */
export const fromVerifySchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('choose-file') }),
  z.object({ type: z.literal('forget-file') }),
  /** The samples that are typed in have changed, or how many are wanted. */
  z.object({ type: z.literal('samples'), state: verifyStateSchema }),
  z.object({ type: z.literal('run'), state: verifyStateSchema }),
  z.object({ type: z.literal('cancel') }),
  z.object({ type: z.literal('set-key'), side: z.enum(['today', 'changed']) }),
  z.object({ type: z.literal('open') }),
]);

export type FromVerify = z.infer<typeof fromVerifySchema>;

const texts = z.array(z.string());

const viewSchema: z.ZodType<VerifyView> = z.object({
  title: z.string(),
  path: z.string(),
  change: z.string(),
  refused: z.string().exactOptional(),
  holes: texts,
  notes: texts,
  sides: z.array(
    z.object({
      side: z.enum(['today', 'changed']),
      model: z.string(),
      routes: z.array(z.object({ id: z.string(), label: z.string() })),
    }),
  ),
  samples: z.object({ text: z.string(), problems: texts }).exactOptional(),
  progress: z.object({ done: z.number(), of: z.number(), text: z.string() }).exactOptional(),
  result: z
    .object({
      verdict: z.string(),
      kind: z.enum(['met', 'below', 'open', 'none']),
      stopped: z.string().exactOptional(),
      saved: z.string().exactOptional(),
      figures: z.array(z.object({ measure: z.string(), today: z.string(), changed: z.string() })),
      pairs: z.array(
        z.object({
          sample: z.string(),
          agreement: z.string(),
          kind: z.enum(['agree', 'differ', 'none']),
          today: z.string(),
          changed: z.string(),
        }),
      ),
    })
    .exactOptional(),
  defaults: z.object({ limitUsd: z.number(), criterion: z.enum(CRITERIA) }),
});

/** From the host to the page. No view: nothing was chosen to be verified, as after a reload. */
export const toVerifySchema = z.object({ type: z.literal('view'), view: viewSchema.exactOptional() });

export type ToVerify = z.infer<typeof toVerifySchema>;
