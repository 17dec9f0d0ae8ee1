import { plainText } from '../link/plain-values';
import { argumentIn } from './handed';
import type { CallShape, Maker, Sdk } from './sdk';
import type { SdkObject } from './sdk-call';

const request = {
  api: 'azure-inference',
  model: ['model', 'body.model'],
  messages: ['messages', 'body.messages'],
  system: [],
  tools: ['tools', 'body.tools'],
  cap: ['max_tokens', 'body.max_tokens'],
  capRequired: false,
  schema: ['response_format', 'body.response_format'],
} as const;

const embeddings = { ...request, api: 'azure-inference-embeddings', tools: [], cap: [], schema: [], streams: false } as const;

const calls: readonly CallShape[] = [
  { ...request, path: 'complete', streams: false },
  { ...embeddings, on: 'embedder', path: 'embed', messages: ['input'] },
  // JavaScript: `client.path('/chat/completions').post({ body })`.
  { ...request, on: 'chat-route', path: 'post', streams: false, cap: ['body.max_tokens'] },
  { ...embeddings, on: 'embeddings-route', path: 'post', messages: ['body.input'] },
];

const ROUTES: Readonly<Record<string, string>> = { '/chat/completions': 'chat-route', '/embeddings': 'embeddings-route' };

/** GitHub's models are reached by the same package. */
export function atGitHub(made: SdkObject): SdkObject {
  const endpoint = made.layers.map(layer => argumentIn(layer, 'endpoint')).find(value => value !== undefined);
  const url = (endpoint && plainText(endpoint)) ?? '';
  return /^https:\/\/models\.(github\.ai|inference\.ai\.azure\.com)/.test(url) ? { ...made, provider: 'github' } : made;
}

const client: Maker = { makes: 'client', provider: 'azure', positional: ['endpoint', 'credential'], gives: atGitHub };

export const sdk: Sdk = {
  id: 'azure-inference',
  modules: ['azure.ai.inference', '@azure-rest/ai-inference'],
  makers: {
    ChatCompletionsClient: client,
    EmbeddingsClient: { ...client, makes: 'embedder' },
    default: { ...client, makes: 'rest-client' },
  },
  methods: [
    {
      on: 'rest-client',
      path: 'path',
      makes: 'route',
      gives: made => {
        const route = made.layers[made.layers.length - 1]?.args[0]?.value;
        const kind = route?.kind === 'text' ? ROUTES[route.text.text] : undefined;
        return kind === undefined ? [] : [{ ...made, kind, layers: made.layers.slice(0, -1) }];
      },
    },
  ],
  baseUrlArguments: [],
  calls,
  messages: {
    SystemMessage: { role: 'system', positional: ['content'] },
    UserMessage: { role: 'user', positional: ['content'] },
    AssistantMessage: { role: 'assistant', positional: ['content'] },
    TextContentItem: {},
  },
};
