import type { Maker, Sdk } from './sdk';

const same: Maker = { wraps: true };

/** Packages that take another SDK's client and give it back, watched or taught: what is called stays that SDK's. */
export const sdk: Sdk = {
  id: 'watched-clients',
  modules: [
    'langsmith',
    'langfuse',
    '@langfuse/openai',
    'braintrust',
    'weave',
    'posthog',
    '@posthog/ai',
    'helicone',
    'agentops',
    'patronus',
    'lunary',
    'traceloop',
    'arize',
    '@arizeai/openinference-instrumentation-openai',
    'logfire',
    '@sentry/node',
  ],
  makers: {
    wrap_openai: same,
    wrapOpenAI: same,
    wrap_anthropic: same,
    wrapAnthropic: same,
    wrapSDK: same,
    // PostHog's, around a model of the AI SDK.
    withTracing: same,
    observeOpenAI: same,
    observe_openai: same,
    trace_openai: same,
    monitor: same,
    instrumentOpenAiClient: same,
    instrumentAnthropicAiClient: same,
  },
  baseUrlArguments: [],
  calls: [],
};
