import type { Argument, Value } from '../source/values';
import { goCall, onHost } from './go/go-call';
import { OPENAI_MODELS } from './go/model-constants';
import { textBlock } from './go/parts';
import { type GoApi, textEntry } from './go/wire';
import {
  BATCH,
  CHAT,
  COMPLETIONS,
  EMBEDDINGS,
  IMAGES,
  RESPONSES,
  SPEECH,
  streamedUnder,
  TRANSCRIPTION,
  under,
  VIDEOS,
} from './openai-requests';
import type { Sdk } from './sdk';

/** `openai.SystemMessage("…")` */
function message(role: string) {
  return ([content]: readonly Argument[], at: Value['at']): Value | undefined =>
    content && {
      kind: 'record',
      at,
      entries: [textEntry('role', role, at), { key: 'content', value: content.value, at: content.at }],
    };
}

/** `responses.ResponseInputItemParamOfMessage(text, role)` */
function item([content, role]: readonly Argument[], at: Value['at']): Value | undefined {
  if (content === undefined) return undefined;
  const value = roleOf(role?.value) ?? role?.value;
  const own = value === undefined ? [] : [{ key: 'role', value, at }];
  return { kind: 'record', at, entries: [...own, { key: 'content', value: content.value, at: content.at }] };
}

/** `responses.EasyInputMessageRoleSystem` */
function roleOf(value: Value | undefined): Value | undefined {
  if (value?.kind !== 'external') return undefined;
  const role = /Role(System|Developer|User|Assistant)$/.exec(value.path[value.path.length - 1] ?? '')?.[1]?.toLowerCase();
  return role === undefined ? undefined : textEntry('role', role, value.at).value;
}

/** `openai.ChatCompletionFunctionTool(openai.FunctionDefinitionParam{…})` */
function functionTool([definition]: readonly Argument[], at: Value['at']): Value | undefined {
  const own = definition && { key: 'function', value: definition.value, at: definition.at };
  return own && { kind: 'record', at, entries: [textEntry('type', 'function', at), own] };
}

/** `responses.ToolParamOfFunction(name, parameters, strict)` */
function functionOf([name, parameters]: readonly Argument[], at: Value['at']): Value {
  const own = [
    { key: 'name', ...name },
    { key: 'parameters', ...parameters },
  ].flatMap(({ key, value }) => (value === undefined ? [] : [{ key, value, at }]));
  return { kind: 'record', at, entries: [textEntry('type', 'function', at), ...own] };
}

const api: GoApi = {
  keys: 'snake_case',
  constants: OPENAI_MODELS,
  made: {
    SystemMessage: message('system'),
    DeveloperMessage: message('developer'),
    UserMessage: message('user'),
    UserMessageParts: message('user'),
    AssistantMessage: message('assistant'),
    ToolMessage: message('tool'),
    ChatCompletionMessageParamOfAssistant: message('assistant'),
    ChatCompletionFunctionTool: functionTool,
    ToolParamOfFunction: functionOf,
    TextContentPart: textBlock,
    TextPart: textBlock,
    ResponseInputContentParamOfInputText: textBlock,
    ResponseInputItemParamOfMessage: item,
    ResponseInputItemParamOfInputMessage: item,
  },
};

const client = { makes: 'client', provider: 'openai' } as const;

/** OpenAI's own package for Go, in all of its major versions. */
export const sdk: Sdk = {
  id: 'openai-go',
  modules: ['github.com/openai/openai-go'],
  makers: { NewClient: client, Client: client },
  baseUrlArguments: ['WithBaseURL'],
  optionalNumbers: { by: 'Int', required: [] },
  optionalTexts: { by: 'String', of: ['safety_identifier', 'prompt_cache_key', 'user'] },
  calls: [
    ...under(CHAT, 'Chat.Completions.New'),
    ...streamedUnder(CHAT, 'Chat.Completions.NewStreaming'),
    ...under(RESPONSES, 'Responses.New'),
    ...streamedUnder(RESPONSES, 'Responses.NewStreaming'),
    ...under(COMPLETIONS, 'Completions.New'),
    ...streamedUnder(COMPLETIONS, 'Completions.NewStreaming'),
    ...under(EMBEDDINGS, 'Embeddings.New'),
    ...under(IMAGES, 'Images.Generate', 'Images.Edit', 'Images.NewVariation'),
    ...streamedUnder(IMAGES, 'Images.GenerateStreaming', 'Images.EditStreaming'),
    ...under(VIDEOS, 'Videos.New', 'Videos.NewAndPoll'),
    ...under(SPEECH, 'Audio.Speech.New'),
    ...under(TRANSCRIPTION, 'Audio.Transcriptions.New', 'Audio.Translations.New'),
    ...streamedUnder(TRANSCRIPTION, 'Audio.Transcriptions.NewStreaming'),
    ...under(BATCH, 'Batches.New'),
  ],
  read: call => onHost(goCall(call, api, ['', 'params'])),
};
