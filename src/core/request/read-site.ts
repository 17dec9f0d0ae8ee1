import type { SdkCall } from '../sdks/receiver';
import type { Argument, Call, Value } from '../source/values';
import { isNull } from '../link/evaluation';
import { toHole } from '../link/volatility';
import { entryArgument, type NamedArguments, namedArguments } from './arguments';
import { providerOfUrl } from './hosts';
import { jsonPieces } from './json-text';
import { marker } from './markers';
import { messageSegments } from './messages';
import type { CallSite, OutputCap, Provider, Request, Resolved, Segment } from './request';
import { asText, asTokens, resolve } from './resolve';

/** What an SDK call would send. `args` are evaluated; `call` is as written, for edits. */
export type SiteContent = Pick<CallSite, 'sdk' | 'api' | 'provider' | 'model' | 'outputCap' | 'request' | 'parameters' | 'streams' | 'unknowns'>;

export function readSite(match: SdkCall, call: Call, args: readonly Argument[]): SiteContent {
  const { shape } = match;
  const named = namedArguments(args);
  const provider = providerOf(match);
  const model = resolve(named.get(shape.model)?.value, writtenAt(call, shape.model), asText);
  const outputCap = capOf(match, named);
  const request = requestOf(match, named);
  const unknowns = [
    ...(model.value === undefined ? [`model: ${model.why}`] : []),
    ...(provider.value === undefined ? [`provider: ${provider.why}`] : []),
    ...(named.open ? [`parameters: ${named.openLabel} is spread into the call`] : []),
    ...request.segments.flatMap(segment => segment.pieces.flatMap(piece => (piece.kind === 'hole' ? [`${piece.label}: ${piece.reason}`] : []))),
  ];
  const parameters = Object.fromEntries(named.names.flatMap(name => {
    const argument = named.get(name);
    return argument === undefined ? [] : [[name, argument] as const];
  }));
  return { sdk: match.sdk.id, api: shape.api, provider, model, outputCap, request, parameters, streams: shape.streams || streams(named), unknowns: [...new Set(unknowns)] };
}

function streams(named: NamedArguments): boolean {
  const value = named.get('stream')?.value;
  return value?.kind === 'scalar' && value.value === true;
}

function writtenAt(call: Call, name: string) {
  const direct = call.args.find(argument => argument.name === name);
  if (direct !== undefined) return direct.value.at;
  const options = call.args[0]?.value;
  return options?.kind === 'record' ? options.entries.find(entry => entry.key === name)?.value.at : undefined;
}

/** The client's class says who is called, unless a base URL sends it elsewhere. */
function providerOf(match: SdkCall): Resolved<Provider> {
  const stated = match.client === undefined ? 'openai' : (match.sdk.clients[match.client]?.provider ?? match.sdk.id);
  const clientArgs = match.clientArgs === undefined ? undefined : namedArguments(match.clientArgs);
  for (const name of match.sdk.baseUrlArguments) {
    const argument = clientArgs?.get(name);
    if (argument === undefined || isNull(argument.value) || stated === 'azure') continue;
    const url = resolve(argument.value, argument.at, asText);
    const provider = url.value === undefined ? undefined : providerOfUrl(url.value);
    if (provider !== undefined) return { value: provider, candidates: [provider], at: argument.at, provenance: 'constant', why: '' };
    return { candidates: [], at: argument.at, provenance: url.provenance, why: url.value === undefined ? `the base URL ${url.why}` : `nobody publishes prices for ${url.value}` };
  }
  return { value: stated, candidates: [stated], provenance: 'constant', why: '' };
}

function capOf(match: SdkCall, named: NamedArguments): OutputCap {
  const { cap, capRequired } = match.shape;
  const first = cap[0] ?? '';
  for (const parameter of cap) {
    const argument = named.get(parameter);
    if (argument === undefined || isAbsent(argument.value)) continue;
    const tokens = resolve(argument.value, argument.at, asTokens);
    if (tokens.value !== undefined) return { state: 'set', value: tokens.value, parameter, at: argument.at, required: capRequired };
    const highest = tokens.candidates.length > 0 ? Math.max(...tokens.candidates) : undefined;
    return { state: highest === undefined ? 'unknown' : 'set', ...(highest === undefined ? {} : { value: highest }), parameter, at: argument.at, required: capRequired };
  }
  return { state: named.open ? 'unknown' : 'absent', parameter: first, required: capRequired };
}

function isAbsent(value: Value): boolean {
  return isNull(value) || (value.kind === 'external' && value.path[value.path.length - 1] === 'NOT_GIVEN');
}

/** In the provider's own prefix order: tools, schema, system, messages. */
function requestOf(match: SdkCall, named: NamedArguments): Request {
  const { shape } = match;
  const system = shape.system === undefined ? undefined : named.get(shape.system)?.value;
  const messages = named.get(shape.messages)?.value;
  const automatic = shape.api === 'anthropic-messages' ? named.get('cache_control')?.value : undefined;
  const mode = entryArgument(named.get('prompt_cache_options')?.value, 'mode');
  const segments = [
    ...toolSegments(named.get(shape.tools)?.value),
    ...schemaSegments(match, named),
    ...(system === undefined || isNull(system) ? [] : messageSegments(system, 'system', 'system')),
    ...(messages === undefined ? [] : messageSegments(messages, 'user', 'message')),
  ];
  return {
    segments,
    ...(automatic === undefined || isNull(automatic) ? {} : { automaticBreakpoint: marker(automatic) }),
    explicitOnly: mode !== undefined && asText(mode) === 'explicit',
  };
}

function toolSegments(tools: Value | undefined): readonly Segment[] {
  if (tools === undefined || isNull(tools)) return [];
  const base = { kind: 'tools', role: 'system', startsMessage: false, repeats: false, optional: false } as const;
  if (tools.kind !== 'list') return [{ ...base, pieces: [toHole(tools)], at: tools.at }];
  return tools.items.map(tool => {
    const definition = tool.kind === 'repeat' || tool.kind === 'optional' ? tool.item : tool;
    return { ...base, pieces: jsonPieces(definition), at: tool.at, optional: tool.kind === 'optional', repeats: tool.kind === 'repeat' };
  });
}

function schemaSegments(match: SdkCall, named: NamedArguments): readonly Segment[] {
  const value = named.get(match.shape.schema)?.value;
  if (value === undefined || isNull(value)) return [];
  const format = match.shape.api === 'openai-chat' ? value : entryArgument(value, 'format');
  const inner = entryArgument(format, 'json_schema');
  const schema = entryArgument(inner, 'schema') ?? entryArgument(format, 'schema');
  const known = format !== undefined && (format.kind !== 'record' || schema !== undefined);
  if (!known) return [];
  return [{ kind: 'schema', role: 'system', pieces: schema === undefined ? [toHole(format)] : jsonPieces(schema), startsMessage: false, repeats: false, optional: false, at: value.at }];
}
