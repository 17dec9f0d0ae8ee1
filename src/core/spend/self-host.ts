import * as z from 'zod';

export const selfHostSchema = z
  .strictObject({
    gpuUsdPerHour: z.number().positive().max(1e6).meta({ description: 'Rent of one GPU.' }),
    gpuMemoryGb: z.number().positive().max(1e5),
    parametersBillions: z.number().positive().max(1e5).meta({ description: 'Size of the model.' }),
    quantisation: z
      .enum(['fp16', 'int8', 'int4'])
      .meta({ description: 'int8 halves the memory of the weights, int4 takes a quarter of it.' }),
    tokensPerSecond: z
      .number()
      .positive()
      .max(1e9)
      .meta({ description: 'What one copy of the model serves, input and output together, measured under load.' }),
    utilisation: z.number().positive().max(1).meta({ description: 'Share of that which is used in the mean of a month.' }),
    operationsUsdPerMonth: z.number().min(0).max(1e9).optional().meta({ description: 'People and what else it takes.' }),
  })
  .meta({ description: 'A model on GPUs of your own, to see from which volume it pays.' });

export type SelfHost = z.infer<typeof selfHostSchema>;

const HOURS_PER_MONTH = 730;
const BYTES_PER_PARAMETER = { fp16: 2, int8: 1, int4: 0.5 } as const;
/** What a server needs over the weights themselves, for the caches of its requests. */
const MEMORY_OVER_WEIGHTS = 1.2;

export interface SelfHostCost {
  readonly memoryGb: number;
  /** Of one copy of the model. */
  readonly gpus: number;
  readonly usdPerMonth: number;
  /** Tokens that one copy serves in a month. */
  readonly capacityTokens: number;
  /** At that use, without operations. */
  readonly usdPerMillion: number;
}

/** What one copy of the model costs and serves. A GPU is paid by the hour, whether it works or not. */
export function selfHostCost(host: SelfHost): SelfHostCost {
  const memoryGb = host.parametersBillions * BYTES_PER_PARAMETER[host.quantisation] * MEMORY_OVER_WEIGHTS;
  const gpus = Math.ceil(memoryGb / host.gpuMemoryGb - 1e-9);
  const usdPerMonth = gpus * host.gpuUsdPerHour * HOURS_PER_MONTH;
  const capacityTokens = host.tokensPerSecond * 3600 * HOURS_PER_MONTH * host.utilisation;
  return { memoryGb, gpus, usdPerMonth, capacityTokens, usdPerMillion: (usdPerMonth / capacityTokens) * 1e6 };
}

/** What a volume costs on as many copies as it takes. */
export function selfHostUsd(host: SelfHost, tokensPerMonth: number): number {
  const { usdPerMonth, capacityTokens } = selfHostCost(host);
  return Math.max(1, Math.ceil(tokensPerMonth / capacityTokens - 1e-9)) * usdPerMonth + (host.operationsUsdPerMonth ?? 0);
}

/**
 * The tokens a month from which it costs less than a provider's `apiUsdPerMillion` (input and output in their mix); undefined: never,
 * because each copy costs more than what it serves would. With k copies it pays from (k·m + o)/a on, if k copies serve as much.
 */
export function selfHostBreakEvenTokens(host: SelfHost, apiUsdPerMillion: number): number | undefined {
  const { usdPerMonth, capacityTokens } = selfHostCost(host);
  const operations = host.operationsUsdPerMonth ?? 0;
  const perToken = apiUsdPerMillion / 1e6;
  const gain = perToken * capacityTokens - usdPerMonth;
  if (gain <= 0) return undefined;
  const copies = Math.max(1, Math.ceil(operations / gain - 1e-9));
  return (copies * usdPerMonth + operations) / perToken;
}
