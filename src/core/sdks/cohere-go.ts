import { mapGiven } from '../link/set-in-branches';
import { mapItems } from '../link/value-parts';
import type { Argument, Entry, Value, ValueOf } from '../source/values';
import { CHAT_1, CHAT_2, EMBED, GENERATE, RERANK } from './cohere-requests';
import { goCall } from './go/go-call';
import { type GoApi, textEntry } from './go/wire';
import type { Sdk } from './sdk';
import type { SdkCall } from './sdk-call';

const ROLES = ['system', 'user', 'assistant', 'tool'];

/** A message holds what it says under its role: `{User: &cohere.UserMessageV2{Content: …}}`. */
function asMessages(value: Value): Value {
  if (value.kind !== 'record') return mapItems(value, asMessages);
  const { at, entries } = value;
  // In a list whose type says what its items are, they keep the struct's names.
  const said = ROLES.flatMap(role => entries.flatMap(({ key, value: own }) => (key?.toLowerCase() === role ? [{ role, own }] : [])))[0];
  return said?.own.kind === 'record' ? { kind: 'record', at, entries: [textEntry('role', said.role, at), ...said.own.entries] } : value;
}

/** What a struct stands for that only holds something: `cohere.UserMessageV2Content{String: "…"}`. */
function held([only]: readonly Argument[]): Value | undefined {
  return only?.value;
}

const api: GoApi = {
  keys: 'snake_case',
  made: {
    ChatMessages: (args, at) => ({ kind: 'list', at, items: args.map(({ value }) => value) }),
    SystemMessageV2Content: held,
    UserMessageV2Content: held,
    AssistantMessageV2Content: held,
    ToolMessageV2Content: held,
    ChatTextContent: held,
  },
};

function read(call: SdkCall): SdkCall {
  const sent = goCall(call, api, ['', 'params']);
  const layers = sent.object.layers.map(layer => ({
    ...layer,
    args: layer.args.map(argument => ({
      ...argument,
      value: argument.value.kind === 'spread' ? withMessages(argument.value) : argument.value,
    })),
  }));
  return { ...sent, object: { ...sent.object, layers } };
}

/** Parameters with their messages as the API takes them, also where something was set on them later. */
function withMessages(params: Value): Value {
  const inRecord = ({ entries, ...record }: ValueOf<'record'>): Value => ({ ...record, entries: entries.map(ofEntry) });
  return mapGiven(params, inRecord, other => other);
}

function ofEntry(entry: Entry): Entry {
  if (entry.key === undefined) return { ...entry, value: withMessages(entry.value) };
  return entry.key === 'messages' ? { ...entry, value: asMessages(entry.value) } : entry;
}

const client = { makes: 'client', provider: 'cohere' } as const;
const second = { makes: 'second', provider: 'cohere' } as const;

/** Cohere's own package for Go (v2.16), with version 1 of its API and version 2 below `V2`. */
export const sdk: Sdk = {
  id: 'cohere-go',
  modules: ['github.com/cohere-ai/cohere-go'],
  // What the package `v2` of the second version makes has that version's calls alone.
  makers: { NewClient: client, Client: client, 'v2.NewClient': second, 'v2.Client': second },
  baseUrlArguments: ['WithBaseURL'],
  optionalNumbers: { by: 'Int', required: [] },
  calls: [
    { ...CHAT_1, path: 'Chat', streams: false },
    { ...CHAT_1, path: 'ChatStream', streams: true },
    { ...CHAT_2, path: 'V2.Chat', streams: false },
    { ...CHAT_2, path: 'V2.ChatStream', streams: true },
    { ...CHAT_2, on: 'second', path: 'Chat', streams: false },
    { ...CHAT_2, on: 'second', path: 'ChatStream', streams: true },
    { ...EMBED, on: 'second', path: 'Embed', streams: false },
    { ...RERANK, on: 'second', path: 'Rerank', streams: false },
    { ...GENERATE, path: 'Generate', streams: false },
    { ...GENERATE, path: 'GenerateStream', streams: true },
    { ...EMBED, path: 'Embed', streams: false },
    { ...EMBED, path: 'V2.Embed', streams: false },
    { ...RERANK, path: 'Rerank', streams: false },
    { ...RERANK, path: 'V2.Rerank', streams: false },
  ],
  read,
};
