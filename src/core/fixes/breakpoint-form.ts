import { labelOf } from '../link/labels';
import type { CallSite } from '../request/call-site';
import type { Segment } from '../request/request';
import type { Literal } from '../source/literal';
import type { LONG_TTL } from './long-ttl';

/** How an API writes a cache breakpoint. Checked against openai 7.55.0, @anthropic-ai/sdk 1.11.0, ai 7.0.173, @langchain/anthropic 1.5.11. */
export interface BreakpointForm {
  /** The entry of a content part that is the marker. */
  readonly key: string;
  readonly value: Literal;
  /** A text as a content part, without a marker. */
  part(text: Literal): readonly (readonly [key: string, value: Literal])[];
  /** A message holds the marker itself, and a separate system prompt has to be one (Vercel AI SDK). */
  readonly onMessages: boolean;
  /** Several system messages become blocks of one system prompt; otherwise the model would receive several messages. */
  readonly joinsSystem: boolean;
  /** The marker is an item of its own behind the content part, `{key: value}`. */
  readonly asItem: boolean;
  /** Content parts as a value of the package's own types, where a list of records is none. */
  typed?(parts: readonly (readonly (readonly [key: string, value: Literal])[])[], holder: 'argument' | 'content'): Literal;
  /** What else the request has to say, so that it writes no more than up to the breakpoint. */
  readonly option?: { readonly name: string; readonly value: Literal };
}

export interface NoForm {
  readonly because: string;
}

const EXPLICIT: Literal = { record: [['mode', 'explicit']] };

/** How long a breakpoint is to last: as long as those without a word, or as long as can be asked for. */
export type Lasting = 'default' | typeof LONG_TTL;

function lasting(type: string, ttl: Lasting): Literal {
  return {
    record: [['type', type], ...(ttl === 'default' ? [] : [['ttl', ttl] as const])],
  };
}

const ANTHROPIC: BreakpointForm = {
  key: 'cache_control',
  value: lasting('ephemeral', 'default'),
  part: text => [
    ['type', 'text'],
    ['text', text],
  ],
  onMessages: false,
  joinsSystem: true,
  asItem: false,
};

/** Source: AWS's reference of Converse, `SystemContentBlock` and `ContentBlock`; @aws-sdk/client-bedrock-runtime. */
const BEDROCK: BreakpointForm = {
  ...ANTHROPIC,
  key: 'cachePoint',
  value: lasting('default', 'default'),
  part: text => [['text', text]],
  asItem: true,
};

/** Source: anthropic-sdk-java 2.57, `CacheControlEphemeral`; by its full name, so that nothing has to be imported. */
function builtMarker(isBeta: boolean, ttl: Lasting): Literal {
  const type = `com.anthropic.models.${isBeta ? 'beta.messages.Beta' : 'messages.'}CacheControlEphemeral`;
  return { source: `${type}.builder()${ttl === 'default' ? '' : `.ttl(${type}.Ttl.TTL_${ttl.toUpperCase()})`}.build()` };
}

/** Source: anthropic-sdk-go 1.60, `CacheControlEphemeralParam`. */
function structMarker(isBeta: boolean, ttl: Lasting): Literal {
  const name = `${isBeta ? 'Beta' : ''}CacheControlEphemeral`;
  const long = `anthropic.${name}Param{TTL: anthropic.${name}TTLTTL${ttl}}`;
  return { source: ttl === 'default' ? `anthropic.New${name}Param()` : long };
}

/**
 * Source: anthropic-sdk-csharp, `CacheControlEphemeral`, and what `MessageCreateParamsSystem` and `MessageParamContent` are made of.
 * Types of the beta API have names of their own.
 */
function objectMarker(isBeta: boolean, ttl: Lasting): BreakpointForm {
  const prefix = isBeta ? 'Beta' : '';
  const ownTtl = isBeta ? 'Anthropic.Models.Beta.Messages.Ttl' : 'Anthropic.Models.Messages.Ttl';
  const form: BreakpointForm = {
    ...ANTHROPIC,
    key: 'CacheControl',
    value: { source: ttl === 'default' ? 'new()' : `new() { Ttl = ${ownTtl}.Ttl${ttl} }` },
    part: text => [['Text', text]],
  };
  const typed: BreakpointForm['typed'] = (parts, holder) => {
    const item = holder === 'argument' ? 'new()' : `new ${prefix}TextBlockParam`;
    const list = holder === 'argument' ? `${prefix}TextBlockParam` : `${prefix}ContentBlockParam`;
    const blocks = parts.map(entries => `${item} { ${entries.map(([key, value]) => `${key} = ${sourceOf(value)}`).join(', ')} }`);
    return { source: `new List<${list}> { ${blocks.join(', ')} }` };
  };
  return { ...form, typed };
}

function sourceOf(value: Literal): string {
  return typeof value === 'object' && 'source' in value ? value.source : JSON.stringify(value);
}

/** Packages in which a marker is an object of a class, or a struct; those of the beta API have types of their own. */
const MARKERS: Readonly<Record<string, (isBeta: boolean, ttl: Lasting) => Literal>> = {
  'anthropic-java': builtMarker,
  'anthropic-go': structMarker,
};

function openai(type: string): BreakpointForm {
  const part: BreakpointForm['part'] = text => [
    ['type', type],
    ['text', text],
  ];
  return {
    key: 'prompt_cache_breakpoint',
    value: EXPLICIT,
    part,
    onMessages: false,
    joinsSystem: false,
    asItem: false,
    option: { name: 'prompt_cache_options', value: EXPLICIT },
  };
}

function vercel(provider: string, key: string, value: Literal): BreakpointForm {
  return {
    ...ANTHROPIC,
    key: 'providerOptions',
    value: { record: [[provider, { record: [[key, value]] }]] },
    onMessages: true,
    joinsSystem: provider !== 'openai',
  };
}

/** Packages that set the breakpoint themselves, once they are told to. */
const SET_BY_PACKAGE: Readonly<Record<string, string>> = {
  langchain4j: 'LangChain4j sets it: call `cacheSystemMessages(true)` where the AnthropicChatModel is built.',
  'spring-ai': 'Spring AI sets it: give the AnthropicChatOptions `cacheOptions` with the strategy SYSTEM_ONLY.',
};

/** The makers whose models have to be asked. */
export type Maker = 'anthropic' | 'openai';

/** `maker`: whose model it is, whoever serves it; `isBeta`: the call is one of Anthropic's beta API, whose types have names of their own. */
export function breakpointForm(site: CallSite, maker: Maker, ttl: Lasting, isBeta: boolean): BreakpointForm | NoForm {
  const { api, sdk, provider } = site;
  if (sdk === 'anthropic-dotnet') return dotnetForm(site, ttl, isBeta);
  if (sdk === 'bedrock-dotnet') return { because: 'Add a block with a CachePoint behind the prompt.' };
  if (sdk === 'bedrock-go') return { because: 'Add a member with a CachePoint behind the prompt.' };
  if (/-dotnet$/.test(sdk)) return { because: 'This package has no name for a cache breakpoint.' };
  if (api === 'vercel-ai') return vercelForm(site, maker, ttl);
  const anthropic = { ...ANTHROPIC, value: MARKERS[sdk]?.(isBeta, ttl) ?? lasting('ephemeral', ttl) };
  if (maker === 'anthropic' && Object.hasOwn(SET_BY_PACKAGE, sdk)) return { because: SET_BY_PACKAGE[sdk] ?? '' };
  if (maker === 'anthropic') {
    if (api === 'langchain' && provider.value !== 'anthropic')
      return { because: 'Which marker this package takes depends on its version.' };
    if (api === 'anthropic-messages' || api === 'langchain') return anthropic;
    if (api === 'bedrock-converse') return { ...BEDROCK, value: lasting('default', ttl) };
    // Claude's own request stands in the body.
    if (api === 'bedrock-invoke') return anthropic;
    if (api !== 'openai-chat') return { because: 'How this API is asked to cache is not known.' };
    const typed = /\.[cm]?tsx?$/.test(site.at.uri) && sdk === 'openai';
    return typed ? { because: 'The types of the openai package know no `cache_control`. Use a client of the provider itself.' } : anthropic;
  }
  if (sdk === 'openai-java')
    return { because: 'Give the prompt as content parts, and the last of them a promptCacheBreakpoint: Java has no literal for them.' };
  if (sdk === 'litellm') return { because: 'Whether LiteLLM passes `prompt_cache_breakpoint` on depends on its version.' };
  if (provider.value !== 'openai') return { because: 'Whether this host takes `prompt_cache_breakpoint` depends on its API version.' };
  const form = api === 'openai-chat' ? openai('text') : api === 'openai-responses' ? openai('input_text') : undefined;
  if (form === undefined) return { because: 'Whether this package passes `prompt_cache_breakpoint` on is not known.' };
  return growsWithin(site) || site.parameters.prompt_cache_options !== undefined ? withoutOption(form) : form;
}

function dotnetForm({ call }: CallSite, ttl: Lasting, isBeta: boolean): BreakpointForm | NoForm {
  const path = call === undefined ? '' : labelOf(call.callee);
  return /(?:^|\.)Messages\.Create(?:Streaming)?$/.test(path)
    ? objectMarker(isBeta, ttl)
    : { because: 'Give the prompt as a list of system messages, the last of them with a CacheControl.' };
}

function vercelForm(site: CallSite, maker: Maker, ttl: Lasting): BreakpointForm | NoForm {
  const { value: provider } = site.provider;
  if (maker === 'openai') {
    return provider === 'openai'
      ? vercel('openai', 'promptCacheBreakpoint', EXPLICIT)
      : { because: 'Whether this host takes a cache breakpoint depends on its API version.' };
  }
  if (provider === 'aws') return vercel('bedrock', 'cachePoint', lasting('default', ttl));
  if (provider === 'anthropic' || provider === 'google') return vercel('anthropic', 'cacheControl', lasting('ephemeral', ttl));
  return { because: 'Under which name this host takes a cache breakpoint is not known.' };
}

/** Explicit mode would no longer cache the conversation itself. */
function withoutOption({ option: _, ...form }: BreakpointForm): BreakpointForm {
  return form;
}

/** The request is one of a conversation, each of which begins with the one before. */
export function growsWithin({ request, context }: CallSite): boolean {
  const grows = (segment: Segment) =>
    segment.kind === 'message' && (segment.repeats || segment.pieces.some(piece => piece.kind === 'hole' && piece.growth === 'append'));
  return context?.agentLoop === true || request.segments.some(grows);
}
