import { setAtDeployment } from '../source/deployed';
import type { Argument } from '../source/values';
import type { CallShape, Maker, MethodMaker, Sdk } from './sdk';
import type { SdkObject } from './sdk-call';

/** Names of Microsoft's agent_framework (python/packages of microsoft/agent-framework, read 2026-11-22), and those of its previews. */
const request: Omit<CallShape, 'path' | 'streams'> = {
  api: 'agent-framework',
  model: [
    ...['options.model', 'default_options.model', 'model', 'model_id', 'deployment_name', 'model_deployment_name'],
    ...['options.model_id', 'default_options.model_id'],
  ],
  messages: ['messages'],
  system: ['instructions'],
  tools: ['tools', 'options.tools', 'default_options.tools'],
  rounds: { by: [], unlessStated: 'several' },
  cap: ['options.max_tokens', 'default_options.max_tokens', 'max_tokens'],
  capRequired: false,
  schema: ['options.response_format', 'default_options.response_format', 'response_format'],
  positional: ['messages'],
};

const MODEL_ARGUMENTS: ReadonlySet<string> = new Set(['model', 'model_id', 'deployment_name', 'model_deployment_name']);

/** A client, which takes a model that isn't passed from the environment. */
function client(provider: string, variable: string, positional: readonly string[] = []): Maker {
  return { makes: 'model', fixesModel: true, provider, positional, gives: made => withModelOfEnvironment(made, variable, positional) };
}

function withModelOfEnvironment(made: SdkObject, variable: string, positional: readonly string[]): SdkObject {
  const [layer, ...others] = made.layers;
  if (layer === undefined) return made;
  const has = (names: ReadonlySet<string>) => layer.args.some(({ name }) => name !== undefined && names.has(name));
  const isPlaced = positional.length > 0 && layer.args.some(({ name, value }) => name === undefined && value.kind !== 'spread');
  const isOpen = layer.args.some(({ value }) => value.kind === 'spread');
  const provider = made.provider === 'openai' && has(AZURES) ? 'azure' : made.provider;
  if (has(MODEL_ARGUMENTS) || isPlaced || isOpen) return { ...made, provider };
  const at = layer.args[0]?.at ?? { uri: '', start: 0, end: 0 };
  const value = setAtDeployment(at, variable);
  const model: Argument = { name: 'model', value, at };
  return { ...made, provider, layers: [{ ...layer, args: [...layer.args, model] }, ...others] };
}

const AZURES: ReadonlySet<string> = new Set(['azure_endpoint', 'credential']);
const openai = client('openai', 'OPENAI_MODEL', ['model']);
const azure = client('azure', 'AZURE_OPENAI_CHAT_DEPLOYMENT_NAME');
const foundry = client('azure', 'FOUNDRY_MODEL');

const AGENT: Maker = { makes: 'agent', positional: ['client', 'instructions'], objects: ['client', 'chat_client'] };
/** What it is told, its model included, stands on a server. */
const ELSEWHERE: Maker = { makes: 'agent', gives: made => ({ ...made, unseen: true }) };

export const sdk: Sdk = {
  id: 'agent-framework',
  modules: [
    'agent_framework',
    ...['openai', 'anthropic', 'foundry', 'ollama', 'gemini', 'bedrock', 'mistral', 'azure', 'azure_ai'].map(
      name => `agent_framework_${name}`,
    ),
  ],
  makers: {
    OpenAIChatClient: openai,
    OpenAIChatCompletionClient: openai,
    OpenAIResponsesClient: client('openai', 'OPENAI_RESPONSES_MODEL_ID'),
    AzureOpenAIChatClient: azure,
    AzureOpenAIResponsesClient: client('azure', 'AZURE_OPENAI_RESPONSES_DEPLOYMENT_NAME'),
    AzureAIAgentClient: client('azure', 'AZURE_AI_MODEL_DEPLOYMENT_NAME'),
    AzureAIClient: client('azure', 'AZURE_AI_MODEL_DEPLOYMENT_NAME'),
    FoundryChatClient: foundry,
    AnthropicClient: client('anthropic', 'ANTHROPIC_CHAT_MODEL'),
    AnthropicBedrockClient: client('aws', 'ANTHROPIC_CHAT_MODEL'),
    AnthropicVertexClient: client('google', 'ANTHROPIC_CHAT_MODEL'),
    AnthropicFoundryClient: client('azure', 'ANTHROPIC_CHAT_MODEL'),
    BedrockChatClient: client('aws', 'BEDROCK_CHAT_MODEL'),
    OllamaChatClient: client('ollama', 'OLLAMA_MODEL'),
    GeminiChatClient: client('google', 'GEMINI_MODEL'),
    Agent: AGENT,
    RawAgent: AGENT,
    ChatAgent: AGENT,
    FoundryAgent: ELSEWHERE,
  },
  methods: ['as_agent', 'create_agent'].map((path): MethodMaker => ({ on: 'model', path, makes: 'agent' })),
  // A client of the provider's own package that is handed over may ask any host.
  baseUrlArguments: ['base_url', 'async_client', 'anthropic_client'],
  calls: [
    { ...request, on: 'agent', path: 'run', streams: false },
    { ...request, on: 'agent', path: 'run_stream', streams: true },
    { ...request, on: 'model', path: 'get_response', streams: false },
    { ...request, on: 'model', path: 'get_streaming_response', streams: true },
  ],
  messages: {
    Message: { positional: ['role', 'content'], names: { contents: 'content' } },
    ChatMessage: { positional: ['role', 'content'], names: { text: 'content', contents: 'content' } },
  },
};
