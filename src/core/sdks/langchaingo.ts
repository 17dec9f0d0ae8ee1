import { executed } from '../link/placeholders';
import type { Provider } from '../request/call-site';
import type { Argument, Value } from '../source/values';
import { goCall, made } from './go/go-call';
import { textPart } from './go/parts';
import { type GoApi, textEntry } from './go/wire';
import type { CallShape, Maker, Sdk } from './sdk';

/** `llms.TextParts(llms.ChatMessageTypeSystem, "…", "…")` */
function message([role, ...parts]: readonly Argument[], at: Value['at']): Value | undefined {
  if (role === undefined) return undefined;
  const content: Value = { kind: 'list', at, items: parts.map(({ value }) => value) };
  return {
    kind: 'record',
    at,
    entries: [
      { key: 'role', value: role.value, at: role.at },
      { key: 'parts', value: content, at },
    ],
  };
}

function ofRole(role: string) {
  return (args: readonly Argument[], at: Value['at']): Value | undefined => {
    const content = args.find(({ name }) => name === 'Content');
    return (
      content && { kind: 'record', at, entries: [textEntry('role', role, at), { key: 'content', value: content.value, at: content.at }] }
    );
  };
}

/** `prompts.NewPromptTemplate("… {{.topic}} …", …)` */
function template([text]: readonly Argument[], at: Value['at']): Value | undefined {
  return text && executed(text.value, undefined, at);
}

const api: GoApi = {
  keys: 'snake_case',
  constants: new Map([
    ['ChatMessageTypeSystem', 'system'],
    ['ChatMessageTypeHuman', 'user'],
    ['ChatMessageTypeAI', 'assistant'],
    ['ChatMessageTypeTool', 'tool'],
    ['ChatMessageTypeGeneric', 'user'],
  ]),
  made: {
    TextParts: message,
    TextPart: textPart,
    SystemChatMessage: ofRole('system'),
    HumanChatMessage: ofRole('user'),
    AIChatMessage: ofRole('assistant'),
    NewPromptTemplate: template,
  },
};

const request = {
  api: 'langchain-chat',
  on: 'model',
  model: ['WithModel', 'WithDefaultModel', 'model'],
  messages: ['messages'],
  system: [],
  tools: ['WithTools', 'WithFunctions'],
  cap: ['WithMaxTokens', 'WithDefaultMaxTokens'],
  capRequired: false,
  schema: ['WithJSONMode', 'WithResponseMIMEType'],
  ownCap: true,
} as const;
const direct = { ...request, positional: ['', 'messages'], streams: false } as const;
const chained = {
  ...request,
  on: 'module',
  messages: ['prompt'],
  positional: ['', 'chain', 'input'],
  objects: ['chain'],
  streams: false,
} as const;

const calls: readonly CallShape[] = [
  { ...direct, path: 'GenerateContent' },
  { ...direct, path: 'Call' },
  { ...request, on: 'module', path: 'GenerateFromSinglePrompt', streams: false, positional: ['', 'llm', 'messages'], objects: ['llm'] },
  { ...chained, path: 'Run' },
  { ...chained, path: 'Predict' },
  { ...chained, path: 'Call' },
];

function model(provider?: Provider): Maker {
  return { makes: 'model', fixesModel: 'if stated', ...(provider === undefined ? {} : { provider }) };
}

/** These pass a cap of their own where the program states none: Anthropic's and Google's 2,048 tokens, Bedrock's by model (the source, read on 2026-11-22). */
function capping(provider: Provider): Maker {
  return { ...model(provider), gives: made => ({ ...made, capsItself: true }) };
}

/** Community chains for Go: models of many makers, by their package. */
export const sdk: Sdk = {
  id: 'langchaingo',
  modules: ['github.com/tmc/langchaingo', 'github.com/vxcontrol/langchaingo'],
  makers: {
    'openai.New': model('openai'),
    'anthropic.New': capping('anthropic'),
    'googleai.New': capping('google'),
    'vertex.New': capping('google'),
    'ollama.New': model('ollama'),
    'mistral.New': capping('mistral'),
    'bedrock.New': capping('aws'),
    'cohere.New': model('cohere'),
    'huggingface.New': model('huggingface'),
    'llms.Model': model(),
    'llms.LLM': model(),
    'openai.LLM': model('openai'),
    'anthropic.LLM': capping('anthropic'),
    'googleai.GoogleAI': capping('google'),
    'ollama.LLM': model('ollama'),
    NewLLMChain: { makes: 'chain', positional: ['llm', 'prompt'], objects: ['llm'] },
  },
  baseUrlArguments: ['WithBaseURL'],
  calls,
  convert: layer => made(layer, api),
  read: call => goCall(call, api, call.shape.positional ?? []),
};
