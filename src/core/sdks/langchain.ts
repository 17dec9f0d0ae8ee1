import type { CallShape, Maker, MethodMaker, Sdk } from './sdk';

/** What chat models of all packages are made with: Python's names, then JavaScript's. */
const request = {
  model: ['model', 'model_name', 'modelName', 'model_id', 'modelId', 'azure_deployment', 'deployment_name', 'azureOpenAIApiDeploymentName'],
  messages: ['messages', 'input'],
  system: [],
  tools: ['tools'],
  cap: [
    'max_tokens',
    'maxTokens',
    'max_completion_tokens',
    'maxCompletionTokens',
    'max_output_tokens',
    'maxOutputTokens',
    'num_predict',
    'numPredict',
  ],
  capRequired: false,
  schema: ['schema'],
  objects: ['input'],
  modelForm: ':',
} as const;

const STREAMING = ['stream', 'astream', 'astream_events', 'streamEvents', 'astream_log'];
const PLAIN = ['invoke', 'ainvoke', 'batch', 'abatch', 'predict', 'apredict', 'predict_messages', 'call', 'generate', 'agenerate', ''];

function chat(on: string, filled: boolean): readonly CallShape[] {
  const shape = { ...request, on, api: 'langchain', positional: ['input'], ...(filled ? { placeholders: 'f-string' as const } : {}) };
  return [...PLAIN.map(path => ({ ...shape, path, streams: false })), ...STREAMING.map(path => ({ ...shape, path, streams: true }))];
}

const embedding = {
  on: 'embeddings',
  api: 'langchain-embeddings',
  streams: false,
  model: request.model,
  messages: ['texts', 'text'],
  system: [],
  tools: [],
  cap: [],
  capRequired: false,
  schema: [],
  positional: ['texts'],
} as const;

function model(provider: string, ...positional: string[]): Maker {
  return { makes: 'chat-model', provider, fixesModel: true, positional };
}
function embeddings(provider: string): Maker {
  return { makes: 'embeddings', provider, fixesModel: true };
}

/** Runnables that wrap one another stay what they are. */
const SAME = ['with_config', 'withConfig', 'with_retry', 'withRetry', 'with_fallbacks', 'withFallbacks', 'with_listeners', 'with_types'];

function same(kind: string): readonly MethodMaker[] {
  return SAME.map(path => ({ on: kind, path, makes: kind }));
}

const prompt = { makes: 'prompt', positional: ['messages'] } as const;

export const sdk: Sdk = {
  id: 'langchain',
  modules: [
    'langchain',
    'langchain_core',
    'langchain_community',
    'langchain_classic',
    'langchain_openai',
    'langchain_anthropic',
    'langchain_google_genai',
    'langchain_google_vertexai',
    'langchain_aws',
    'langchain_mistralai',
    'langchain_cohere',
    'langchain_groq',
    'langchain_together',
    'langchain_fireworks',
    'langchain_ollama',
    'langchain_deepseek',
    'langchain_xai',
    'langchain_perplexity',
    'langchain_huggingface',
    '@langchain/core',
    '@langchain/community',
    '@langchain/openai',
    '@langchain/anthropic',
    '@langchain/google-genai',
    '@langchain/google-vertexai',
    '@langchain/aws',
    '@langchain/mistralai',
    '@langchain/cohere',
    '@langchain/groq',
    '@langchain/ollama',
    '@langchain/deepseek',
    '@langchain/xai',
  ],
  makers: {
    ChatOpenAI: model('openai'),
    OpenAI: model('openai'),
    AzureChatOpenAI: model('azure'),
    AzureOpenAI: model('azure'),
    ChatAnthropic: model('anthropic'),
    ChatGoogleGenerativeAI: model('google'),
    GoogleGenerativeAI: model('google'),
    ChatVertexAI: model('google'),
    VertexAI: model('google'),
    ChatBedrock: model('aws'),
    ChatBedrockConverse: model('aws'),
    BedrockChat: model('aws'),
    BedrockLLM: model('aws'),
    ChatMistralAI: model('mistral'),
    ChatCohere: model('cohere'),
    ChatGroq: model('groq'),
    ChatTogether: model('together'),
    ChatFireworks: model('fireworks'),
    ChatDeepSeek: model('deepseek'),
    ChatXAI: model('x-ai'),
    ChatPerplexity: model('perplexity'),
    ChatOllama: model('ollama'),
    Ollama: model('ollama'),
    OllamaLLM: model('ollama'),
    init_chat_model: { makes: 'chat-model', fixesModel: true, positional: ['model'] },
    initChatModel: { makes: 'chat-model', fixesModel: true, positional: ['model'] },
    BaseChatModel: { makes: 'chat-model' },
    BaseLanguageModel: { makes: 'chat-model' },
    OpenAIEmbeddings: embeddings('openai'),
    AzureOpenAIEmbeddings: embeddings('azure'),
    GoogleGenerativeAIEmbeddings: embeddings('google'),
    VertexAIEmbeddings: embeddings('google'),
    BedrockEmbeddings: embeddings('aws'),
    CohereEmbeddings: embeddings('cohere'),
    MistralAIEmbeddings: embeddings('mistral'),
    OllamaEmbeddings: embeddings('ollama'),
    'ChatPromptTemplate.from_messages': prompt,
    'ChatPromptTemplate.fromMessages': prompt,
    'ChatPromptTemplate.from_template': prompt,
    'ChatPromptTemplate.fromTemplate': prompt,
    'PromptTemplate.from_template': prompt,
    'PromptTemplate.fromTemplate': prompt,
    ChatPromptTemplate: prompt,
    PromptTemplate: { makes: 'prompt', positional: ['template'] },
  },
  methods: [
    ...['chat-model', 'embeddings', 'chain', 'prompt'].flatMap(same),
    ...['chat-model', 'chain'].flatMap(on => [
      { on, path: 'bind', makes: on },
      { on, path: 'bind_tools', makes: on, positional: ['tools'] },
      { on, path: 'bindTools', makes: on, positional: ['tools'] },
      { on, path: 'with_structured_output', makes: on, positional: ['schema'] },
      { on, path: 'withStructuredOutput', makes: on, positional: ['schema'] },
    ]),
    ...['format', 'format_messages', 'format_prompt', 'formatMessages', 'formatPrompt', 'invoke', 'ainvoke', 'partial'].map(path => ({
      on: 'prompt',
      path,
      makes: 'prompt',
      positional: ['values'],
    })),
  ],
  pipes: { 'prompt|chat-model': 'chain' },
  baseUrlArguments: ['base_url', 'openai_api_base', 'baseURL', 'configuration.baseURL'],
  calls: [
    ...chat('chat-model', false),
    ...chat('chain', true).map(shape => ({ ...shape, messages: ['messages', 'template'], objects: [] })),
    { ...embedding, path: 'embed_query' },
    { ...embedding, path: 'aembed_query' },
    { ...embedding, path: 'embedQuery' },
    { ...embedding, path: 'embed_documents' },
    { ...embedding, path: 'aembed_documents' },
    { ...embedding, path: 'embedDocuments' },
  ],
  messages: {
    SystemMessage: { role: 'system', positional: ['content'] },
    HumanMessage: { role: 'user', positional: ['content'] },
    AIMessage: { role: 'assistant', positional: ['content'] },
    ToolMessage: { role: 'tool', positional: ['content'] },
    'SystemMessagePromptTemplate.from_template': { role: 'system', positional: ['content'] },
    'HumanMessagePromptTemplate.from_template': { role: 'user', positional: ['content'] },
    'AIMessagePromptTemplate.from_template': { role: 'assistant', positional: ['content'] },
    'SystemMessagePromptTemplate.fromTemplate': { role: 'system', positional: ['content'] },
    'HumanMessagePromptTemplate.fromTemplate': { role: 'user', positional: ['content'] },
  },
  messageTuples: true,
};
