import * as z from 'zod';
import { CRITERIA } from './agreement';

const VERSION = 1;

const share = z.number().min(0).max(1);
const amount = z.number().min(0);
const band = z.object({ value: amount, low: amount, high: amount });
const text = z.string().max(1_000_000);

const sideSchema = z.object({
  model: z.string(),
  fingerprint: z.string(),
  usdPerCall: band.exactOptional(),
  medianMs: amount.exactOptional(),
  cacheReadShare: share.exactOptional(),
  /** What real counts say of this request. */
  outputTokens: band.exactOptional(),
  inputFactor: band.exactOptional(),
  samples: z.number().int().min(0),
});

const answerSchema = z.object({ today: text, changed: text });

const verificationSchema = z.object({
  /** From the folder on. */
  path: z.string().min(1),
  identity: z.string().min(1),
  /** ISO 8601. */
  at: z.string(),
  change: z.enum(['model', 'request']),
  /** What was changed, as the title of the fix has it; absent for models. */
  title: z.string().max(500).exactOptional(),
  criterion: z.enum(CRITERIA),
  bar: share,
  compared: z.number().int().min(0),
  agreeing: z.number().int().min(0),
  interval: z.object({ low: share, high: share }),
  verdict: z.enum(['met', 'below', 'open', 'none']),
  today: sideSchema,
  changed: sideSchema,
  spentUsd: amount,
  /** Only where somebody asked for it. */
  answers: z.array(answerSchema).exactOptional(),
});

/** What a run of two requests on samples showed. Figures and fingerprints: no text of a prompt, a sample or an answer, unless asked for. */
export type Verification = z.infer<typeof verificationSchema>;

const fileSchema = z.object({ version: z.literal(VERSION), results: z.array(z.unknown()) });

/** Total: what isn't a result is left out. Undefined: it isn't a file of results of this version, and must not be written over. */
export function readVerifications(content: string): readonly Verification[] | undefined {
  if (content.trim() === '') return [];
  const file = fileSchema.safeParse(jsonOf(content));
  return file.success ? file.data.results.flatMap(result => verificationSchema.safeParse(result).data ?? []) : undefined;
}

/** A later result of the same call and change takes the place of the earlier one. */
export function writeVerifications(results: readonly Verification[], added: Verification): string {
  const key = ({ path, identity, today, changed }: Verification) =>
    JSON.stringify([path, identity, today.model, today.fingerprint, changed.model, changed.fingerprint]);
  const kept = results.filter(result => key(result) !== key(added));
  return `${JSON.stringify({ version: VERSION, results: [...kept, added] }, null, 2)}\n`;
}

function jsonOf(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    // Half written, or by hand: no results.
    return undefined;
  }
}
