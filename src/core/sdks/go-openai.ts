import { goCall } from './go/go-call';
import { GO_OPENAI_MODELS } from './go/model-constants';
import type { GoApi } from './go/wire';
import { CHAT, COMPLETIONS, EMBEDDINGS, IMAGES, RESPONSES, SPEECH, streamedUnder, TRANSCRIPTION, under } from './openai-requests';
import type { Sdk } from './sdk';

/** chat.go of github.com/sashabaranov/go-openai (2026-08-02). */
const ROLES = ['System', 'User', 'Assistant', 'Function', 'Tool', 'Developer'].map(
  role => [`ChatMessageRole${role}`, role.toLowerCase()] as const,
);

/** Of its package jsonschema, and what tools and formats are. */
const TYPES = [
  ...['Object', 'Number', 'Integer', 'String', 'Array', 'Null', 'Boolean'].map(type => [type, type.toLowerCase()] as const),
  ['ToolTypeFunction', 'function'] as const,
  ['ChatCompletionResponseFormatTypeJSONSchema', 'json_schema'] as const,
  ['ChatCompletionResponseFormatTypeJSONObject', 'json_object'] as const,
];

const api: GoApi = {
  keys: 'snake_case',
  fields: { MultiContent: 'content', LogProbs: 'logprobs', TopLogProbs: 'top_logprobs' },
  constants: new Map([...GO_OPENAI_MODELS, ...ROLES, ...TYPES]),
};

const client = { makes: 'client', provider: 'openai' } as const;

/** The community's package, which most programs in Go use. */
export const sdk: Sdk = {
  id: 'go-openai',
  modules: ['github.com/sashabaranov/go-openai', 'github.com/meguminnnnnnnnn/go-openai'],
  makers: {
    NewClient: client,
    NewOrgClient: client,
    Client: client,
    NewClientWithConfig: { ...client, positional: ['config'], objects: ['config'] },
    DefaultConfig: { makes: 'config', provider: 'openai', positional: ['token'] },
    DefaultAzureConfig: { makes: 'config', provider: 'azure', positional: ['token', 'BaseURL'] },
    DefaultAnthropicConfig: { makes: 'config', provider: 'anthropic', positional: ['token', 'BaseURL'] },
    ClientConfig: { makes: 'config' },
  },
  baseUrlArguments: ['BaseURL'],
  calls: [
    ...under(CHAT, 'CreateChatCompletion'),
    ...streamedUnder(CHAT, 'CreateChatCompletionStream'),
    ...under(COMPLETIONS, 'CreateCompletion'),
    ...streamedUnder(COMPLETIONS, 'CreateCompletionStream'),
    ...under(RESPONSES, 'CreateResponse'),
    ...streamedUnder(RESPONSES, 'CreateResponseStream'),
    ...under(EMBEDDINGS, 'CreateEmbeddings'),
    ...under(IMAGES, 'CreateImage', 'CreateEditImage', 'CreateVariImage'),
    ...under(SPEECH, 'CreateSpeech'),
    ...under(TRANSCRIPTION, 'CreateTranscription', 'CreateTranslation'),
  ],
  read: call => goCall(call, api, ['', 'params']),
};
