import type { Api, Provider } from '../request/request';

/** One SDK: how its clients are recognised, and which of their calls spend money. A name alone is no evidence. */
export interface Sdk {
  /** Package family, as reports name it. */
  readonly id: string;
  /** Packages and modules whose exports are this SDK: `openai`, `@anthropic-ai/sdk`. Submodules belong to them. */
  readonly modules: readonly string[];
  /** Exported classes whose objects make calls, and the provider they talk to. `default` is a package's default export. */
  readonly clients: Readonly<Record<string, { readonly provider: Provider }>>;
  /** The module itself serves as a client (`openai.chat.completions.create`). */
  readonly moduleIsClient: boolean;
  /** Constructor arguments that redirect the client to another host. */
  readonly baseUrlArguments: readonly string[];
  readonly calls: readonly CallShape[];
}

/** One call of an SDK, by the members between client and call. */
export interface CallShape {
  /** `chat.completions.create` */
  readonly path: string;
  readonly api: Api;
  readonly streams: boolean;
  readonly model: string;
  readonly messages: string;
  /** A separate system prompt, where the API has one. */
  readonly system?: string;
  readonly tools: string;
  /** Names of the output cap, the one to write first. */
  readonly cap: readonly string[];
  readonly capRequired: boolean;
  /** Where a response schema may stand. */
  readonly schema: readonly string[];
}

/** Steps of a call path that change how, not what, is called. */
export const TRANSPARENT_STEPS: ReadonlySet<string> = new Set(['beta', 'with_raw_response', 'with_streaming_response']);
/** Methods that give the same client with other options. */
export const SAME_CLIENT_METHODS: ReadonlySet<string> = new Set(['with_options', 'withOptions', 'copy', 'with_config']);
