import { labelOf } from '../link/labels';
import { isNull } from '../link/plain-values';
import { withAdded } from '../sdks/added';
import { withConstants } from '../sdks/constants';
import type { SdkCall } from '../sdks/sdk-call';
import type { Span } from '../source/span';
import type { Call, Value } from '../source/values';
import { activeTools } from './active-tools';
import { type NamedArgument, type NamedArguments, namedArguments } from './arguments';
import { automaticMarker, isExplicitOnly, withInjectedMarkers } from './cache-options';
import type { CallSite, Provider, Resolved } from './call-site';
import { othersDefault } from './defaults-elsewhere';
import { mayBeHidden } from './hidden-options';
import { hiddenMessages, hiddenSystem } from './hidden-texts';
import { broughtByTools } from './hosted-tools';
import { earlierMessages, keptHead, storedSettings } from './kept-elsewhere';
import { laterRounds } from './later-rounds';
import { asMessages } from './message-classes';
import { messageSegments } from './messages';
import { asksGeminiOnly, providerOfModel, sells } from './model-owners';
import { withoutOthers } from './others-models';
import { outputCap } from './output-cap';
import { providerOf } from './provider';
import type { Request, Segment } from './request';
import { asModelId, resolveArgument } from './resolve';
import { isStructured, type SchemaOf, schemaSegments } from './response-schema';
import { waysToSet } from './spread-ways';
import { toolSegments } from './tool-segments';
import { unwrapped } from './unwrapped';
import type { WithoutFrames } from './without-frames';
import { writtenAround } from './written-around';

/** What an SDK call would send. `args` are evaluated; `call` is as written, for edits. */
export type SiteContent = Pick<
  CallSite,
  | 'sdk'
  | 'api'
  | 'otherApis'
  | 'provider'
  | 'model'
  | 'modelParameter'
  | 'outputCap'
  | 'request'
  | 'parameters'
  | 'streams'
  | 'structuredOutput'
  | 'chargedBy'
  | 'unknowns'
>;

export function readSite(match: SdkCall, call: Call, schemaOf: SchemaOf, withoutFrames: WithoutFrames): SiteContent {
  const { shape, object, sdk } = match;
  const layers = withAdded(object.layers, sdk);
  const isUnseen = object.unseen && shape.on !== undefined;
  const handed = object.handed && labelOf(object.handed);
  const unseen = isUnseen ? `${labelOfObject(match)} that is passed in` : (handed ?? storedSettings(shape, layers));
  const named = namedArguments(layers, unseen);
  const stating = named.get(shape.model);
  const asModel = (value: Value) => writtenAround(withConstants(value, sdk));
  const modelArgument = stating && { ...stating, value: asModel(stating.value) };
  const stated = resolveArgument(modelArgument, writtenAt(call, modelArgument), asModelId);
  const found = stated.provenance === 'absent' ? unstated(match, named, stated) : stated;
  const provider = providerOf(match, found);
  const model = hasOthersDefault(found, provider, match) ? withoutDefault(found) : withoutOthers(found, provider, shape.modelForm);
  const request = requestOf(match, named, schemaOf);
  const unknowns = [
    ...(model.value === undefined ? [`model: ${model.why}`] : []),
    ...(provider.value === undefined ? [`provider: ${provider.why}`] : []),
    ...(named.open === undefined ? [] : [`parameters: ${named.open} is passed on`]),
    ...request.segments.flatMap(segment =>
      segment.pieces.flatMap(piece => (piece.kind === 'hole' ? [`${piece.label}: ${piece.reason}`] : [])),
    ),
  ];
  const parameters = Object.fromEntries(
    [...named.names, ...shape.model, ...shape.cap].flatMap(name => {
      const argument = named.get([name]);
      if (argument === undefined) return [];
      const value = shape.model.includes(name) ? asModel(argument.value) : argument.value;
      return [[name, { name, value: withoutFrames.of(value), at: argument.at }] as const];
    }),
  );
  return {
    sdk: sdk.id,
    api: shape.api,
    provider,
    model,
    ...(stating === undefined ? {} : { modelParameter: stating.path }),
    outputCap: outputCap(match, named, keys => waysToSet(layers, keys).map(way => namedArguments(way, unseen))),
    request,
    parameters,
    streams: shape.streams || streams(named),
    ...(isStructured(shape, named) ? { structuredOutput: true } : {}),
    ...(shape.chargedBy === undefined ? {} : { chargedBy: shape.chargedBy }),
    unknowns: [...new Set(unknowns)],
  };
}

/** `def make(config=Config())`, `env.MODEL ?? "gpt-5.4"`, where that is another provider's model: here it isn't what is used. */
function hasOthersDefault(
  { value, provenance }: Resolved<string>,
  { value: provider }: Resolved<Provider>,
  { sdk, object, shape }: SdkCall,
): boolean {
  const isDefault = provenance === 'default' || provenance === 'environment';
  const owner = value === undefined || !isDefault ? undefined : providerOfModel(value, shape.modelForm);
  if (owner === undefined || provider === undefined) return false;
  return !sells(provider, owner) || (owner !== provider && asksGeminiOnly(sdk.id, object.name));
}

function withoutDefault({ value = '', ...model }: Resolved<string>): Resolved<string> {
  return { ...model, candidates: [], provenance: 'unknown', why: othersDefault(value) };
}

/** No model is passed in sight: the package's own, unless there is more that may name one. */
function unstated({ object, shape }: SdkCall, named: NamedArguments, absent: Resolved<string>): Resolved<string> {
  if (named.open !== undefined) return { ...absent, provenance: 'unknown', why: `may be in ${named.open}` };
  const hidden = shape.model.find(path => mayBeHidden(path, named));
  if (hidden !== undefined) return { ...absent, provenance: 'unknown', why: `may be in ${hidden.slice(0, hidden.lastIndexOf('.'))}` };
  const { defaultModel: value, name } = object;
  return value === undefined ? absent : { value, candidates: [value], provenance: 'default', why: `the default of ${name}` };
}

function streams(named: NamedArguments): boolean {
  const value = named.get(['stream'])?.value;
  return value?.kind === 'scalar' && value.value === true;
}

/** The argument as the call itself writes it, whatever it evaluates to. */
function writtenAt(call: Call, argument: NamedArgument | undefined): Span | undefined {
  const own = argument && call.args.find(each => each.at === argument.at);
  if (own !== undefined) return own.value.at;
  const struct = call.args.flatMap(({ value }) => (value.kind === 'call' && value.literal ? value.args : []));
  const field = argument && struct.find(each => each.at === argument.at);
  if (field !== undefined) return field.value.at;
  const options = call.args[0]?.value;
  return options?.kind === 'record' ? options.entries.find(entry => entry.at === argument?.at)?.value.at : undefined;
}

function labelOfObject({ object }: SdkCall): string {
  return `the ${object.name ?? object.kind}`;
}

/** In the provider's own prefix order: tools, schema, system, messages. */
function requestOf(match: SdkCall, named: NamedArguments, schemaOf: SchemaOf): Request {
  const { shape } = match;
  const readable = (value: Value | undefined) => value && asMessages(value, match.sdk);
  const system = readable(named.get(shape.system)?.value);
  const messages = readable(named.get(shape.messages)?.value) ?? hiddenMessages(match, named);
  const automatic = automaticMarker(shape.api, named);
  const tools = activeTools(unwrapped(named.get(shape.tools)?.value, match.sdk), named);
  const segments: readonly Segment[] = [
    ...toolSegments(tools),
    ...shape.schema.flatMap(path => schemaSegments(match, path, named.get([path])?.value, schemaOf)),
    ...keptHead(shape, named),
    ...(system === undefined ? hiddenSystem(match, named) : isNull(system) ? [] : messageSegments(system, 'system', 'system')),
    ...earlierMessages(shape, named),
    ...(messages === undefined || isNull(messages) ? [] : messageSegments(messages, 'user', 'message')),
    ...broughtByTools(tools, named),
    ...laterRounds(shape, named, tools),
  ];
  return {
    segments: withInjectedMarkers(segments, named),
    ...(automatic === undefined ? {} : { automaticBreakpoint: automatic }),
    explicitOnly: isExplicitOnly(named),
  };
}
