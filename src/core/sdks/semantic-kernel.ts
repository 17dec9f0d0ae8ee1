import { namedArguments } from '../request/arguments';
import type { Value } from '../source/values';
import type { Surroundings } from './call-surroundings';
import { FUNCTIONS, WITH_FUNCTIONS, withFunctionChoice, withFunctions } from './function-choice';
import { argumentIn } from './handed';
import { withPromptFile } from './loaded-prompt';
import type { CallShape, Maker, MethodMaker, Sdk } from './sdk';
import type { SdkCall, SdkObject } from './sdk-call';

/** Where settings may stand: with the call, in its arguments, with the function or in its template's configuration. */
const SETTINGS = ['settings', 'arguments.settings', 'prompt_execution_settings', 'prompt_template_config.execution_settings'];

function inSettings(...names: readonly string[]): readonly string[] {
  return SETTINGS.flatMap(path => names.map(name => `${path}.${name}`));
}

/** Names of the package's Python side (python/semantic_kernel of microsoft/semantic-kernel). */
const request = {
  api: 'semantic-kernel',
  model: ['ai_model_id', 'deployment_name'],
  messages: ['messages', 'chat_history', 'prompt', 'prompt_template_config.template'],
  system: ['instructions'],
  tools: [FUNCTIONS],
  rounds: WITH_FUNCTIONS,
  cap: inSettings('max_completion_tokens', 'max_tokens'),
  capRequired: false,
  schema: inSettings('response_format'),
} as const;

function under(on: string, streams: boolean, positional: readonly string[], ...paths: readonly string[]): readonly CallShape[] {
  return paths.map(path => ({ ...request, on, path, streams, positional }));
}

const calls: readonly CallShape[] = [
  ...under('service', false, ['chat_history', 'settings'], 'get_chat_message_content', 'get_chat_message_contents'),
  ...under('service', false, ['chat_history', 'settings'], 'get_text_content', 'get_text_contents'),
  ...under('service', true, ['chat_history', 'settings'], 'get_streaming_chat_message_content', 'get_streaming_chat_message_contents'),
  ...under('agent', false, ['messages'], 'get_response', 'invoke'),
  ...under('agent', true, ['messages'], 'invoke_stream'),
  ...under('kernel', false, ['prompt'], 'invoke_prompt'),
  ...under('kernel', true, ['prompt'], 'invoke_prompt_stream'),
  ...under('kernel', false, ['function', 'arguments'], 'invoke').map(shape => ({ ...shape, objects: ['function'] })),
  ...under('kernel', true, ['function', 'arguments'], 'invoke_stream').map(shape => ({ ...shape, objects: ['function'] })),
  ...under('function', false, ['kernel', 'arguments'], 'invoke').map(shape => ({ ...shape, objects: ['kernel'] })),
  ...under('function', true, ['kernel', 'arguments'], 'invoke_stream').map(shape => ({ ...shape, objects: ['kernel'] })),
];

const service = (provider: string): Maker => ({ makes: 'service', fixesModel: true, provider, objects: ['async_client'] });
const OF_PROMPT = ['function_name', 'plugin_name', 'description', 'prompt'];

const methods: readonly MethodMaker[] = [
  { on: 'kernel', path: 'get_service', makes: 'service' },
  { on: 'kernel', path: 'add_plugin', makes: 'plugin', positional: ['plugin', 'plugin_name', 'parent_directory'] },
  { on: 'kernel', path: 'add_function', makes: 'function', positional: ['plugin_name', 'function'], objects: ['function'] },
  { on: 'plugin', path: '[]', makes: 'function', positional: ['member_name'] },
];

/** Semantic Kernel in Python: its services, agents and kernels, with functions of prompts in the code or in files. */
export const sdk: Sdk = {
  id: 'semantic-kernel',
  modules: ['semantic_kernel'],
  makers: {
    OpenAIChatCompletion: { ...service('openai'), positional: ['ai_model_id', 'service_id'] },
    AzureChatCompletion: service('azure'),
    AnthropicChatCompletion: service('anthropic'),
    GoogleAIChatCompletion: service('google'),
    BedrockChatCompletion: service('aws'),
    MistralAIChatCompletion: service('mistral'),
    OllamaChatCompletion: service('ollama'),
    ChatCompletionAgent: { makes: 'agent', fixesModel: 'if stated', objects: ['service'] },
    Kernel: { makes: 'kernel', positional: ['plugins', 'services'] },
    KernelFunctionFromPrompt: { makes: 'function', positional: OF_PROMPT },
    'KernelFunction.from_prompt': { makes: 'function', positional: OF_PROMPT },
    'KernelFunctionFromPrompt.from_yaml': { makes: 'function', positional: ['yaml_str', 'plugin_name'] },
    'KernelFunctionFromPrompt.from_directory': { makes: 'function', positional: ['path', 'plugin_name'] },
    'KernelPlugin.from_directory': { makes: 'plugin', positional: ['plugin_name', 'parent_directory'] },
  },
  methods,
  baseUrlArguments: ['endpoint', 'base_url'],
  calls,
  read,
};

type ObjectsOf = (value: Value) => readonly SdkObject[];

/** Whether it tells the model of functions, which an agent does that is given plugins. */
function read(call: SdkCall, objectsOf: ObjectsOf, surroundings: Surroundings): SdkCall | readonly SdkCall[] | undefined {
  const named = namedArguments(call.object.layers);
  const behavior = named.get(['function_choice_behavior', ...inSettings('function_choice_behavior', 'function_call_behavior')])?.value;
  const plugins = call.shape.on === 'agent' && behavior === undefined ? named.get(['plugins'])?.value : undefined;
  const hasPlugins = plugins?.kind === 'list' && plugins.items.length > 0;
  return sent(hasPlugins ? withFunctions(call, plugins, true) : withFunctionChoice(call, behavior), objectsOf, surroundings);
}

/** A kernel sends the prompt of a function, which may stand in a file, by one of its services. */
function sent(call: SdkCall, objectsOf: ObjectsOf, surroundings: Surroundings): SdkCall | readonly SdkCall[] | undefined {
  const { on = '', path } = call.shape;
  if (on === 'agent') return call;
  const named = namedArguments(call.object.layers);
  if (named.get(call.shape.model) !== undefined) return call;
  if (on === 'service') return call.object.name === 'Kernel' ? byServices(call, objectsOf, surroundings) : call;
  const file = promptFile(call, surroundings);
  const document = file && surroundings.promptIn(file);
  // A kernel invokes functions of code as well as prompts.
  if (document === undefined && named.get(call.shape.messages) === undefined && !path.startsWith('invoke_prompt')) return undefined;
  return byServices(document === undefined ? call : withPromptFile(call, document), objectsOf, surroundings);
}

/** Any of the services that a kernel was made with, or that were added to one in the same file. */
function byServices(call: SdkCall, objectsOf: ObjectsOf, { methodCalls }: Surroundings): SdkCall | readonly SdkCall[] {
  const { layers } = call.object;
  const given = namedArguments(layers).get(['services'])?.value;
  const added = methodCalls('add_service').flatMap(args => argumentIn({ args, positional: ['service'] }, 'service') ?? []);
  const values = [...(given?.kind === 'list' ? given.items : given === undefined ? [] : [given]), ...added];
  const services = values.flatMap(value => objectsOf(value).filter(({ kind }) => kind === 'service'));
  if (services.length === 0) return { ...call, object: { ...call.object, unseen: true } };
  return services.map(each => ({
    ...call,
    object: { ...call.object, name: each.name, provider: each.provider, layers: [...each.layers, ...layers] },
  }));
}

/** `plugin["summarize"]`, and a function that the kernel is told by the names of both, is the folder of that name. */
function promptFile({ object }: SdkCall, { methodCalls }: Surroundings): Value | undefined {
  const named = namedArguments(object.layers);
  const get = (name: string) => named.get([name])?.value;
  const own = get('yaml_str');
  if (own !== undefined) return own;
  const folder = get('path');
  if (folder !== undefined) return below(folder, 'skprompt.txt');
  const plugin = get('plugin_name');
  const name = get('member_name') ?? get('function_name');
  if (plugin?.kind !== 'text' || name?.kind !== 'text') return undefined;
  const added = methodCalls('add_plugin').flatMap(args => {
    const own = { args, positional: ['plugin', 'plugin_name', 'parent_directory'] };
    const title = argumentIn(own, 'plugin_name');
    return title?.kind === 'text' && title.text.text === plugin.text.text ? (argumentIn(own, 'parent_directory') ?? []) : [];
  });
  const directory = get('parent_directory') ?? added[0];
  return directory && below(directory, `${plugin.text.text}/${name.text.text}/skprompt.txt`);
}

function below(directory: Value, path: string): Value {
  const { at } = directory;
  return {
    kind: 'operation',
    at,
    operator: '/',
    left: directory,
    right: { kind: 'text', at, text: { uri: at.uri, text: path, runs: [] } },
  };
}
