import type { Argument, Value } from '../source/values';
import { goCall } from './go/go-call';
import { textBlock } from './go/parts';
import { type GoApi, textEntry } from './go/wire';
import type { CallShape, Sdk } from './sdk';

/** `anthropic.NewUserTextMessage("…")` */
function message(role: string) {
  return ([text]: readonly Argument[], at: Value['at']): Value | undefined =>
    text && { kind: 'record', at, entries: [textEntry('role', role, at), { key: 'content', value: text.value, at: text.at }] };
}

/** common.go of github.com/liushuangls/go-anthropic. */
const MODELS: readonly (readonly [string, string])[] = [
  ['ModelClaudeInstant1Dot2', 'claude-instant-1.2'],
  ['ModelClaude2Dot0', 'claude-2.0'],
  ['ModelClaude2Dot1', 'claude-2.1'],
  ['ModelClaude3Opus20240229', 'claude-3-opus-20240229'],
  ['ModelClaude3Sonnet20240229', 'claude-3-sonnet-20240229'],
  ['ModelClaude3Dot5Sonnet20240620', 'claude-3-5-sonnet-20240620'],
  ['ModelClaude3Haiku20240307', 'claude-3-haiku-20240307'],
];

const api: GoApi = {
  keys: 'snake_case',
  fields: { MultiSystem: 'system' },
  constants: new Map([...MODELS, ['RoleUser', 'user'], ['RoleAssistant', 'assistant']]),
  made: {
    NewUserTextMessage: message('user'),
    NewAssistantTextMessage: message('assistant'),
    NewTextMessageContent: textBlock,
  },
};

const messages: Omit<CallShape, 'path' | 'streams'> = {
  api: 'anthropic-messages',
  model: ['model', 'messages_request.model'],
  messages: ['messages', 'messages_request.messages'],
  system: ['system', 'messages_request.system'],
  tools: ['tools', 'messages_request.tools'],
  cap: ['max_tokens', 'messages_request.max_tokens'],
  capRequired: true,
  schema: [],
};

/** The community's package for Anthropic. */
export const sdk: Sdk = {
  id: 'go-anthropic',
  modules: ['github.com/liushuangls/go-anthropic'],
  makers: { NewClient: { makes: 'client', provider: 'anthropic' }, Client: { makes: 'client', provider: 'anthropic' } },
  baseUrlArguments: ['WithBaseURL'],
  calls: [
    { ...messages, path: 'CreateMessages', streams: false },
    { ...messages, path: 'CreateMessagesStream', streams: true },
  ],
  read: call => goCall(call, api, ['', 'params']),
};
