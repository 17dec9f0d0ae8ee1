import { AZURE_BEFORE_2, JAVASCRIPT_BEFORE_4, PYTHON_BEFORE_1 } from './openai-legacy';
import { withModuleSettings } from './openai-module-settings';
import {
  ASSISTANT,
  BATCH,
  CHAT,
  COMPLETIONS,
  EMBEDDINGS,
  IMAGES,
  REALTIME,
  RESPONSES,
  RUN,
  SPEECH,
  streamedUnder,
  TRANSCRIPTION,
  under,
  VIDEOS,
} from './openai-requests';
import type { CallShape, Maker, Sdk } from './sdk';

/** Azure's clients may be made for one deployment, which calls then need not name. */
const model = ['model', 'deployment', 'azure_deployment'];
const chat = { ...CHAT, model };
const ofThread = { ...RUN, conversation: ['thread_id'], positional: ['thread_id'] };
const ofRun = { ...ofThread, messages: [], positional: ['thread_id', 'run_id'] };

const own = { makes: 'client', provider: 'openai' } as const;
const azure = { makes: 'client', provider: 'azure' } as const;
const bedrock = { makes: 'client', provider: 'aws' } as const;

const OF_FOUNDRY: readonly string[] = [
  ...['get_openai_client', 'inference.get_azure_openai_client'],
  ...['getOpenAIClient', 'getAzureOpenAIClient', 'inference.azureOpenAI'],
];

const CALLS: readonly CallShape[] = [
  ...under(chat, 'chat.completions.create', 'chat.completions.parse'),
  ...under({ ...chat, rounds: { by: [], unlessStated: 'several' } }, 'chat.completions.runTools', 'chat.completions.runFunctions'),
  ...streamedUnder(chat, 'chat.completions.stream'),
  // What instructor adds to a client.
  ...under(chat, 'chat.completions.create_with_completion', 'chat.completions.create_iterable'),
  ...streamedUnder(chat, 'chat.completions.create_partial'),
  ...under({ ...RESPONSES, model }, 'responses.create', 'responses.parse'),
  ...streamedUnder({ ...RESPONSES, model }, 'responses.stream'),
  ...under({ ...COMPLETIONS, model }, 'completions.create'),
  ...under({ ...EMBEDDINGS, model }, 'embeddings.create'),
  ...under(IMAGES, 'images.generate', 'images.edit', 'images.create_variation', 'images.createVariation'),
  ...under(VIDEOS, 'videos.create', 'videos.create_and_poll', 'videos.createAndPoll', 'videos.remix'),
  ...under(SPEECH, 'audio.speech.create'),
  ...under(TRANSCRIPTION, 'audio.transcriptions.create', 'audio.translations.create'),
  ...under(BATCH, 'batches.create'),
  ...under(ASSISTANT, 'assistants.create'),
  ...under(ofThread, 'threads.runs.create', 'threads.runs.create_and_poll', 'threads.runs.createAndPoll'),
  ...streamedUnder(ofThread, 'threads.runs.stream', 'threads.runs.create_and_stream', 'threads.runs.createAndStream'),
  // A run goes on, and is charged for all of the thread once more.
  ...under(
    ofRun,
    ...['threads.runs.submit_tool_outputs', 'threads.runs.submitToolOutputs'],
    ...['threads.runs.submit_tool_outputs_and_poll', 'threads.runs.submitToolOutputsAndPoll'],
  ),
  ...streamedUnder(ofRun, 'threads.runs.submit_tool_outputs_stream', 'threads.runs.submitToolOutputsStream'),
  ...under(RUN, 'threads.create_and_run', 'threads.createAndRun', 'threads.create_and_run_poll', 'threads.createAndRunPoll'),
  ...streamedUnder(RUN, 'threads.create_and_run_stream', 'threads.createAndRunStream'),
  ...streamedUnder(REALTIME, 'realtime.connect'),
  ...under(REALTIME, 'realtime.sessions.create', 'realtime.client_secrets.create', 'realtime.clientSecrets.create'),
  ...PYTHON_BEFORE_1,
  ...JAVASCRIPT_BEFORE_4,
  ...AZURE_BEFORE_2,
];

/** What a client's parts are as types, which functions say that they give or take: `chat(): Promise<Chat>`. */
const PARTS = [
  { type: 'Chat', path: 'chat' },
  { type: 'Embeddings', path: 'embeddings' },
  { type: 'Responses', path: 'responses' },
  { type: 'Images', path: 'images' },
] as const;

/** The client's calls that go through one of its parts, as they are written on that. */
function callsOnPart(part: string): readonly CallShape[] {
  return CALLS.flatMap(call =>
    call.on === undefined && call.path.startsWith(`${part}.`) ? { ...call, on: part, path: call.path.slice(part.length + 1) } : [],
  );
}

export const sdk: Sdk = {
  id: 'openai',
  modules: [
    ...['openai', '@openai/openai', 'openai-edge', '@azure/openai'],
    // These watch the calls of a client that is theirs in all else.
    ...['langfuse.openai', 'posthog.ai.openai', '@posthog/ai', 'openpipe'],
    // The client itself, which another package hands on.
    'agents.AsyncOpenAI',
    // A project of Microsoft's Foundry gives one.
    ...['azure.ai.projects', '@azure/ai-projects'],
  ],
  makers: {
    default: { ...own, is: 'client' },
    openai: { is: 'client', provider: 'openai' },
    OpenAI: own,
    AsyncOpenAI: own,
    Client: own,
    AsyncClient: own,
    AzureOpenAI: azure,
    AsyncAzureOpenAI: azure,
    BedrockOpenAI: bedrock,
    AsyncBedrockOpenAI: bedrock,
    OpenAIApi: { makes: 'client-before-4', provider: 'openai', positional: ['configuration', 'basePath'] },
    OpenAIClient: { makes: 'azure-client', provider: 'azure', positional: ['endpoint'] },
    AIProjectClient: { makes: 'foundry-project', provider: 'azure' },
    ...Object.fromEntries(PARTS.map(({ type, path }): readonly [string, Maker] => [type, { makes: path }])),
  },
  methods: OF_FOUNDRY.map(path => ({ on: 'foundry-project', path, makes: 'client' })),
  baseUrlArguments: ['base_url', 'baseURL', 'api_base', 'basePath', 'configuration.basePath'],
  calls: [...CALLS, ...PARTS.flatMap(({ path }) => callsOnPart(path))],
  read: withModuleSettings,
};
