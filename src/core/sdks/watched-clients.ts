import type { Value } from '../source/values';
import type { Maker, Sdk } from './sdk';
import type { SdkObject } from './sdk-call';

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
    '@aws-lambda-powertools/tracer',
    'aws-xray-sdk',
    'aws-xray-sdk-core',
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
    captureAWSv3Client: same,
    Tracer: { makes: 'tracer' },
  },
  methods: [{ on: 'tracer', path: 'captureAWSv3Client', makes: 'client', gives: watched }],
  baseUrlArguments: [],
  calls: [],
};

/** What a method is handed, which it gives back: `tracer.captureAWSv3Client(new BedrockRuntimeClient())`. */
function watched({ layers }: SdkObject, objectsOf: (value: Value) => readonly SdkObject[]): readonly SdkObject[] {
  const client = layers[layers.length - 1]?.args[0]?.value;
  return client === undefined ? [] : objectsOf(client);
}
