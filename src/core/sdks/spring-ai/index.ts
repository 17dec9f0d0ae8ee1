import { OPENAI_MODELS } from '../openai-java/model-constants';
import type { CallShape, Maker, MethodMaker, Sdk } from '../sdk';
import { API_CONSTANTS, MODELS, STARTERS } from './models';
import { read } from './read';

const caps = [...new Set(['maxTokens', 'maxCompletionTokens', ...STARTERS.map(({ cap }) => cap)])];
const options = ['options', 'defaultOptions'];

/** What the code says goes before the settings, which stand without a path. */
const request: Omit<CallShape, 'path' | 'streams' | 'on'> = {
  api: 'spring-ai',
  model: [...options.flatMap(path => [`${path}.model`, `${path}.deploymentName`]), 'model'],
  messages: ['messages'],
  system: [],
  tools: ['tools', 'toolCallbacks', 'defaultTools', 'defaultToolCallbacks', 'toolNames'],
  rounds: { by: [], unlessStated: 'several' },
  cap: [...options.flatMap(path => caps.map(cap => `${path}.${cap}`)), ...caps],
  capRequired: false,
  schema: ['options.responseFormat', 'options.outputSchema', 'defaultOptions.responseFormat', 'entity'],
};

const client: Maker = { makes: 'client', positional: ['chatModel'], objects: ['chatModel'], fixesModel: 'if stated' };
const steps = [
  'system',
  'user',
  'messages',
  'options',
  'tools',
  'toolCallbacks',
  'toolNames',
  'toolContext',
  'advisors',
  'templateRenderer',
];

const methods: readonly MethodMaker[] = [
  { on: 'client', path: 'prompt', makes: 'request', positional: ['prompt'] },
  ...steps.map((path): MethodMaker => ({ on: 'request', path, makes: 'request', positional: [path] })),
  { on: 'client', path: 'mutate', makes: 'client' },
];

/** Spring AI: its client, its models, and what the settings of its starters say. */
export const sdk: Sdk = {
  id: 'spring-ai',
  modules: [
    ...['org.springframework.ai.chat', 'org.springframework.ai.openai', 'org.springframework.ai.anthropic', 'org.springframework.ai.azure'],
    ...[
      'org.springframework.ai.vertexai',
      'org.springframework.ai.google',
      'org.springframework.ai.bedrock',
      'org.springframework.ai.ollama',
    ],
    ...[
      'org.springframework.ai.mistralai',
      'org.springframework.ai.deepseek',
      'org.springframework.ai.zhipuai',
      'org.springframework.ai.model',
    ],
    // Before 0.8.
    'org.springframework.ai.client',
    ...['org.springframework.ai.embedding', 'com.openai.models', 'org.springframework.ai.openaisdk', 'com.alibaba.cloud.ai.dashscope'],
  ],
  makers: {
    ...MODELS,
    ChatClient: client,
    'ChatClient.create': client,
  },
  methods,
  baseUrlArguments: ['openAiApi.baseUrl', 'baseUrl'],
  calls: [
    { ...request, on: 'request', path: 'call', streams: false },
    { ...request, on: 'request', path: 'stream', streams: true },
    { ...request, on: 'chat-model', path: 'call', streams: false, positional: ['messages', 'options'] },
    { ...request, on: 'chat-model', path: 'stream', streams: true, positional: ['messages', 'options'] },
    { ...request, on: 'chat-model', path: 'generate', streams: false, positional: ['messages'] },
    ...['embed', 'call', 'embedForResponse'].map(path => ({
      ...{ ...request, api: 'spring-ai-embeddings', on: 'embeddings', path, streams: false, tools: [], cap: [], schema: [] },
      ...{ positional: ['messages'] },
    })),
  ],
  constants: {
    ...OPENAI_MODELS,
    ...API_CONSTANTS,
  },
  messages: {
    SystemMessage: { role: 'system', positional: ['content'], names: { text: 'content' } },
    UserMessage: { role: 'user', positional: ['content'], names: { text: 'content' } },
    AssistantMessage: { role: 'assistant', positional: ['content'], names: { text: 'content' } },
  },
  read,
};
