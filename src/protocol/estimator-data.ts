import * as z from 'zod';
import type { EstimatorData, UsageShown } from '../core/present/estimator/data';
import { PERIODS } from '../core/present/estimator/period';
import { SCAN_STATES } from '../core/present/scan-state';
import type { ModelFacts } from '../core/prices/model';
import type { Estimate, Money } from '../core/quote/basis';
import { agentSchema, conversationSchema, scenarioSchema } from '../core/spend/scenario';
import type { Workload } from '../core/spend/workload';
import type { MeasuredUsage } from '../core/usage/measured';

const basis = z.enum(['exact', 'measured', 'estimated', 'assumed', 'unknown']);

export const spanSchema = z.object({ uri: z.string(), start: z.int().min(0), end: z.int().min(0) });

/** An open end comes as null: messages are JSON, which has no endless numbers. */
const openEnded = z
  .number()
  .nullable()
  .transform(end => end ?? Number.POSITIVE_INFINITY);

const estimate: z.ZodType<Estimate> = z.object({
  value: z.number(),
  low: z.number(),
  high: openEnded,
  basis,
  why: z.string(),
});

const money: z.ZodType<Money> = z.union([estimate, z.object({ basis: z.literal('unknown'), why: z.string() })]);

const price = z.object({
  inputUsd: z.number(),
  outputUsd: z.number(),
  cacheReadUsd: z.number().exactOptional(),
  cacheWriteUsd: z.number().exactOptional(),
  cacheWriteLongUsd: z.number().exactOptional(),
});

const priceField = z.enum(['inputUsd', 'outputUsd', 'cacheReadUsd', 'cacheWriteUsd', 'cacheWriteLongUsd']);

export const modelSchema: z.ZodType<ModelFacts> = z.object({
  id: z.string(),
  provider: z.string(),
  name: z.string(),
  price: price.exactOptional(),
  tiers: z.array(z.object({ aboveInputTokens: z.number(), price })),
  batchFactor: z.number().exactOptional(),
  contextTokens: z.number().exactOptional(),
  maxOutputTokens: z.number().exactOptional(),
  counting: z
    .object({
      encoding: z.enum(['o200k_base', 'cl100k_base']),
      factorLow: z.number(),
      factor: z.number(),
      factorHigh: z.number(),
      why: z.string(),
    })
    .exactOptional(),
  caching: z
    .object({
      mode: z.enum(['automatic', 'explicit', 'none']),
      minimumTokens: z.number().exactOptional(),
      wholeRequestOnly: z.boolean(),
      ttl: z.string(),
      longTtl: z.string().exactOptional(),
      source: z.string(),
    })
    .exactOptional(),
  reasoning: z.boolean().exactOptional(),
  priceSource: z.object({
    layer: z.enum(['workspace', 'user', 'refreshed', 'overlay', 'base']),
    source: z.string(),
    checked: z.string(),
    thirdParty: z.boolean(),
    thirdPartyPrices: z.array(priceField).exactOptional(),
    effectiveFrom: z.string().exactOptional(),
  }),
  announced: z.array(z.object({ from: z.string(), price, source: z.string() })),
});

const measuredUsage: z.ZodType<MeasuredUsage> = z.object({
  requests: z.number(),
  inputTokens: estimate,
  outputTokens: estimate,
  cacheReadShare: z.number(),
  cacheWriteShare: z.number(),
  usd: estimate.exactOptional(),
  callsPerDay: estimate.exactOptional(),
  matchedBy: z.array(z.enum(['code location', 'name', 'tag', 'model'])),
  from: z.string().exactOptional(),
  to: z.string().exactOptional(),
});

const counted = z.int().min(0);

const usageShown: z.ZodType<UsageShown> = z.object({
  files: z.array(z.string()),
  formats: z.array(z.string()),
  records: counted,
  calls: z.array(
    z.object({
      workload: z.string(),
      label: z.string(),
      path: z.string(),
      at: spanSchema,
      inputTokens: estimate,
      measured: z.object({ usage: measuredUsage, inputDrift: openEnded, callUsd: money, usdPerMonth: estimate.exactOptional() }),
    }),
  ),
  unmatched: z.array(
    z.object({
      model: z.string(),
      names: z.array(z.string()),
      tags: z.array(z.string()),
      records: counted,
      inputTokens: z.number(),
      outputTokens: z.number(),
      why: z.string(),
    }),
  ),
  unmatchedGroups: counted,
  unmatchedRecords: counted,
  unknownRows: counted,
  otherRows: counted,
  faults: counted,
  firstFaults: z.array(z.string()),
  ungrouped: counted,
});

export const workloadSchema: z.ZodType<Workload> = z.object({
  id: z.string(),
  label: z.string(),
  feature: z.string(),
  model: modelSchema.exactOptional(),
  whyUnpriced: z.string(),
  tokens: z.object({
    tools: estimate,
    system: estimate,
    history: estimate,
    retrieved: estimate,
    query: estimate,
    output: estimate,
    reasoning: estimate,
  }),
  callsPerMonth: estimate.exactOptional(),
  growthPerMonth: z.number().exactOptional(),
  hoursPerMonth: z.number(),
  prefixTokens: estimate,
  fixedPrefixTokens: estimate.exactOptional(),
  steadyInConversation: z.boolean(),
  prefixValues: z.number(),
  caching: z.object({ readTokens: estimate, writtenTokens: estimate, longTtl: z.boolean(), coversConversation: z.boolean() }),
  retriesPerCall: estimate,
  outputCapTokens: z.number().exactOptional(),
  conversation: conversationSchema.exactOptional(),
  agent: agentSchema.exactOptional(),
});

export const estimatorDataSchema: z.ZodType<EstimatorData> = z.object({
  scan: z.enum(SCAN_STATES),
  workloads: z.array(workloadSchema),
  models: z.array(modelSchema),
  next: z.array(
    z.object({
      rule: z.string(),
      message: z.string(),
      path: z.string(),
      at: spanSchema,
      workload: z.string(),
      isConfirmed: z.boolean(),
      savesUsd: estimate.exactOptional(),
      fix: z.string().exactOptional(),
    }),
  ),
  scenarios: z.record(z.string(), scenarioSchema),
  tasks: z.array(
    z.object({
      task: z.string(),
      calls: z.number(),
      usdPerTask: money,
      usdPerResolvedTask: money,
      usdPerMonth: money.exactOptional(),
      usdPerUserAndMonth: money.exactOptional(),
    }),
  ),
  usage: usageShown.exactOptional(),
  thinking: z.number(),
  withoutCap: z.number(),
  aside: z.number(),
  period: z.enum(PERIODS).exactOptional(),
  day: z.string(),
});
