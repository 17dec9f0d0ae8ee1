import { plainText } from '../link/plain-values';
import type { NamedArguments } from '../request/arguments';
import type { Value } from '../source/values';
import { addressParts } from './address-parts';
import { MESSAGES } from './anthropic-requests';
import { HTTP_APIS, type HttpApi } from './http-apis';
import { CHAT } from './openai-requests';

/** No address is like these: only a body tells them, sent to one that isn't in sight. */
const unseen = { address: /^\b$/, tellingFields: [] } as const;
const CHAT_SOMEWHERE: HttpApi = { ...CHAT, ...unseen };
const MESSAGES_SOMEWHERE: HttpApi = { ...MESSAGES, ...unseen };

/** What requests of models say beside the conversation. */
const SAMPLING = ['max_tokens', 'max_completion_tokens', 'temperature', 'top_p', 'stream'];
/** The fields of such requests, which servers of a project don't keep to (`{ messages, chatId, stream }`). */
const FIELDS: ReadonlySet<string> = new Set([
  ...['messages', 'system', 'url', ...SAMPLING, 'top_k', 'min_p', 'n', 'stop', 'stop_sequences', 'seed', 'user', 'metadata', 'store'],
  ...['tools', 'tool_choice', 'parallel_tool_calls', 'functions', 'function_call', 'response_format', 'modalities', 'logit_bias'],
  ...['frequency_penalty', 'presence_penalty', 'repetition_penalty', 'logprobs', 'top_logprobs', 'stream_options', 'extra_body'],
  ...['reasoning', 'reasoning_effort', 'thinking', 'verbosity', 'service_tier', 'anthropic_version', 'data_sources', 'dataSources'],
]);
const ROLES: ReadonlySet<string> = new Set(['system', 'developer', 'user', 'assistant']);

/** What stands in the text of a file that puts such a body together. */
export const TRACES_OF_BODIES: readonly string[] = [
  ...['"role": "', "'role': '", "role: '", 'role: "', '\\"role\\": \\"'],
  ...['"messages":', "'messages':", '["messages"]', '\\"messages\\":'],
];

/**
 * A request whose address comes from a setting or a caller (`requests.post(self.url, json=payload)`): a conversation for a model, by
 * its roles and what stands beside it, which are the body's `fields`. An address whose end is in sight would have said what it asks.
 */
export function toldByBody(
  address: Value,
  named: NamedArguments,
  paths: (names: readonly string[]) => readonly string[],
  fields: readonly string[],
): HttpApi | undefined {
  if (!isOpenEnded(address)) return undefined;
  const has = (name: string) => named.get(paths([name])) !== undefined;
  const messages = named.get(paths(['messages']))?.value;
  const [isModelNamed, isSampled] = [has('model'), SAMPLING.some(has)];
  // The address may name the model, unless its default is in sight, and callers may pass the conversation.
  const mayNameModel = isSampled && !isOfOther(address) && fields.every(field => FIELDS.has(field));
  const isTold =
    messages !== undefined && (holdsMessage(messages) ? isModelNamed || mayNameModel : isModelNamed && isSampled && !isKnown(messages));
  if (!isTold) return undefined;
  return named.get(['headers.anthropic-version']) === undefined ? CHAT_SOMEWHERE : MESSAGES_SOMEWHERE;
}

/** `def send(question, url="http://localhost:8000/chat")`: what is asked by default is no API that is known. */
function isOfOther(address: Value): boolean {
  const fallback = address.kind === 'param' && address.fallback !== undefined ? plainText(address.fallback) : undefined;
  return fallback !== undefined && /^https?:\/\/[^/]+\/./.test(fallback) && !HTTP_APIS.some(api => api.address.test(fallback));
}

/** What stands for a model that the address may name: what is passed there, and never its default, which is no model's name. */
export function passedAddress(address: Value): Value {
  const passed = addressParts(address).find(part => part.kind === 'param');
  if (passed?.kind !== 'param') return address;
  const { fallback: _, made: __, ...open } = passed;
  return open;
}

function isOpenEnded(address: Value): boolean {
  const parts = addressParts(address);
  const end = parts[parts.length - 1];
  switch (end?.kind) {
    case undefined:
    case 'text':
    case 'scalar':
      return false;
    case 'operation':
      return isOpenEnded(end.left) && isOpenEnded(end.right);
    case 'choice':
      return end.options.every(isOpenEnded);
    default:
      return true;
  }
}

/** All of it is in sight, and it is no conversation. */
function isKnown(messages: Value): boolean {
  if (messages.kind !== 'list') return messages.kind === 'text' || messages.kind === 'scalar' || messages.kind === 'record';
  return messages.items.every(({ kind }) => kind === 'text' || kind === 'record');
}

/** A message that says whose it is. */
function holdsMessage(value: Value): boolean {
  switch (value.kind) {
    case 'list':
      return value.items.some(holdsMessage);
    case 'choice':
      return value.options.some(holdsMessage);
    case 'spread':
      return holdsMessage(value.value);
    case 'optional':
    case 'repeat':
      return holdsMessage(value.item);
    case 'record': {
      const role = value.entries.find(({ key }) => key === 'role')?.value;
      return role?.kind === 'text' && ROLES.has(role.text.text) && value.entries.some(({ key }) => key === 'content');
    }
    default:
      return false;
  }
}
