import * as z from 'zod';
import { fineTuneSchema } from './break-even';
import { selfHostSchema } from './self-host';
import { share, statedBetween, tokens, usd } from './stated';

const modelId = z
  .string()
  .min(1)
  .max(200)
  .meta({ description: 'Id of a model, as in the code: "gpt-6-luna", "anthropic/claude-haiku-5-5".' });

/** How a conversation grows. Each turn is one call, which sends all turns before it again. */
export const conversationSchema = z
  .strictObject({
    turns: z.int().min(1).max(1000).meta({ description: 'Calls in one conversation.' }),
    secondsBetweenTurns: z.number().positive().max(1e7).optional().meta({
      description: 'Mean time between two turns: whether the history is still in the cache.',
    }),
  })
  .meta({ description: 'The call is one turn of a conversation, which sends the turns before it again.' });

/** An agent's loop: each step is one call, which sends the steps before it again. */
export const agentSchema = z
  .strictObject({
    steps: z.int().min(1).max(1000).meta({ description: 'Calls in one run.' }),
    resultTokens: tokens("Tokens that one step's tool results add to the context."),
    secondsBetweenSteps: z.number().positive().max(1e7).optional().meta({ description: 'Mean time between two steps.' }),
  })
  .meta({ description: 'The call is one step of an agent, which sends the steps before it again.' });

const semanticCache = z
  .strictObject({
    hitRate: share('Share of calls that are answered from the cache. Measure it on logs before anything is built.'),
    lookupUsdPerThousandCalls: usd('What looking up costs (embedding, index), for 1,000 calls.').optional(),
  })
  .meta({ description: 'Answers calls that mean the same from a cache, without the model.' });

const retries = z
  .strictObject({ perCall: statedBetween(0, 100, 'How often a call is sent again on the average, once this is done.') })
  .meta({ description: 'Fewer retries, for instance by structured output. Each sends the whole context again.' });

const routing = z
  .array(z.strictObject({ model: modelId, share: share('Share of the calls that goes there.') }))
  .max(20)
  .meta({ description: 'Static routing: shares of the calls go to other models, by what they are for.' });

const dynamicRouting = z
  .strictObject({
    model: modelId,
    share: share('Share of the remaining calls that the classifier sends there.'),
    classifierUsdPerThousandCalls: usd('What classifying costs, for 1,000 calls.').optional(),
  })
  .meta({ description: 'A classifier decides on each call whether another model will do.' });

const cascade = z
  .strictObject({
    model: modelId,
    escalationRate: share("Share of the calls whose first answer isn't good enough, and which are sent to today's model as well."),
    scorerUsdPerThousandCalls: usd('What scoring the first answers costs, for 1,000 calls.').optional(),
  })
  .meta({ description: 'Another model answers first; its answer is scored, and a poor one goes to the model of today.' });

const batch = z
  .strictObject({ share: share('Share of the calls that can wait for a day.') })
  .meta({ description: "The provider's batch interface, at the catalogue's batch price." });

const flex = z
  .strictObject({
    share: share('Share of the calls that can wait for minutes.'),
    priceFactor: z.number().min(0).max(1).meta({ description: 'What such a call costs, as a share of the usual price.' }),
  })
  .meta({ description: "The provider's slower service, at a price that you state." });

const compression = z
  .strictObject({
    tools: share('Share of the tokens that is cut.').optional(),
    system: share('Share of the tokens that is cut.').optional(),
    retrieved: share('Share of the tokens that is cut.').optional(),
    history: share('Share of the tokens that is cut.').optional(),
    query: share('Share of the tokens that is cut.').optional(),
    usdPerThousandCalls: usd('What compressing costs, where a model does it, for 1,000 calls.').optional(),
  })
  .meta({ description: 'Shorter wording, or prompt compression by a model.' });

const retrieval = z
  .strictObject({ keep: share('Share of the retrieved tokens that is still sent: 3 chunks of 10 are 0.3.') })
  .meta({ description: 'Leaner retrieval: fewer or smaller chunks.' });

const windowOf = z.strictObject({
  strategy: z.literal('window'),
  turns: z.int().min(0).max(1000).meta({ description: 'The last turns that are sent again.' }),
});

const summaryOf = z.strictObject({
  strategy: z.literal('summary'),
  everyTurns: z.int().min(1).max(1000).meta({ description: 'Turns between two summaries.' }),
  summaryTokens: tokens('Length of a summary.'),
  keepTurns: z.int().min(0).max(1000).optional().meta({ description: 'Turns before it that are sent word for word all the same.' }),
  model: modelId.optional().meta({ description: 'The model that writes summaries; the model of the call where none is named.' }),
});

const retrievalOf = z.strictObject({
  strategy: z.literal('retrieval'),
  turns: z.int().min(0).max(1000).meta({ description: 'Earlier turns that are looked up and sent again.' }),
  lookupUsdPerThousandCalls: usd('What looking up costs, for 1,000 calls.').optional(),
});

const history = z
  .discriminatedUnion('strategy', [windowOf, summaryOf, retrievalOf])
  .meta({ description: 'What is sent again of a conversation: its last turns, a summary and the turns since, or the turns that matter.' });

const output = z
  .strictObject({
    tokens: tokens('Mean length of an answer, once this is done.').optional(),
    reasoningTokens: tokens('Mean length of the thinking, once this is done.').optional(),
  })
  .meta({ description: 'Shorter answers, less thinking. A cap bounds the worst case only and is not meant here.' });

const caching = z
  .strictObject({
    covers: z.enum(['prefix', 'conversation']).optional().meta({
      description: 'What is cached: the prefix that all calls share (the default), or the whole conversation so far.',
    }),
    onlyWhereItPays: z
      .boolean()
      .optional()
      .meta({ description: 'Left out for calls that come so rarely that writing costs more than reading saves.' }),
    afterFixes: z
      .boolean()
      .optional()
      .meta({ description: 'As if the fixes were made that move behind the prefix what changes from call to call.' }),
    longTtl: z.boolean().optional().meta({ description: 'Written for the longer time to live, which costs more.' }),
    hitRate: share(
      'Share of the calls that find the prefix cached. Calculated from how often calls come, where it is left out.',
    ).optional(),
  })
  .meta({ description: "The provider's prompt caching." });

/** The levers of a scenario. What is left out stays as it is in the code. */
export const leversSchema = z
  .strictObject({
    semanticCache: semanticCache.optional(),
    retries: retries.optional(),
    routing: routing.optional(),
    dynamicRouting: dynamicRouting.optional(),
    cascade: cascade.optional(),
    batch: batch.optional(),
    flex: flex.optional(),
    compression: compression.optional(),
    retrieval: retrieval.optional(),
    history: history.optional(),
    output: output.optional(),
    caching: caching.optional(),
  })
  .check(({ value: { routing: routes = [], batch: later, flex: slower }, issues }) => {
    const routed = routes.reduce((total, route) => total + least(route.share), 0);
    if (routed > 1 + 1e-9)
      issues.push({ code: 'custom', input: routes, path: ['routing'], message: 'the shares add up to more than all calls' });
    if (later !== undefined && slower !== undefined && least(later.share) + least(slower.share) > 1 + 1e-9)
      issues.push({
        code: 'custom',
        input: slower.share,
        path: ['flex', 'share'],
        message: 'with the batch share this is more than all calls',
      });
  })
  .meta({ description: 'What would be changed. Levers count in a fixed order, each on what the ones before it left.' });

/** A mix of levers with a name, as the estimator saves it. */
export const scenarioSchema = z
  .strictObject({
    description: z.string().max(2000).optional(),
    levers: leversSchema.optional().meta({ description: 'For all calls.' }),
    features: z
      .record(z.string(), leversSchema)
      .optional()
      .meta({ description: 'For the calls of one feature, instead of those for all calls.' }),
    selfHost: selfHostSchema.optional(),
    fineTune: fineTuneSchema.optional(),
  })
  .meta({ description: 'A mix of levers to compare with today.' });

export type Conversation = z.infer<typeof conversationSchema>;
export type Agent = z.infer<typeof agentSchema>;
export type Levers = z.infer<typeof leversSchema>;
export type Scenario = z.infer<typeof scenarioSchema>;

/** The levers that a scenario pulls on one feature's calls. */
export function leversFor({ levers = {}, features = {} }: Scenario, feature: string): Levers {
  return Object.hasOwn(features, feature) ? (features[feature] ?? levers) : levers;
}

/** Ranges that could fit are not contradictory, so their lower ends count. */
function least(stated: number | readonly [number, number]): number {
  return typeof stated === 'number' ? stated : stated[0];
}
