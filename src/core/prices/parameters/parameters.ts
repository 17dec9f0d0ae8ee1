/** What a request may ask for that some models refuse. */
export type RequestFeature =
  /** `temperature`, `top_p` or `top_k` at another value than their default. */
  | 'sampling'
  | 'penalties'
  | 'logprobs'
  | 'logit-bias'
  | 'stop'
  | 'seed'
  /** More than one answer (`n`). */
  | 'several-answers'
  /** The cap by the name that OpenAI's chat completions had first. */
  | 'max_tokens'
  /** A number of tokens to think with. */
  | 'thinking-budget'
  | 'thinking-off'
  /** A `tool_choice` that demands a tool. */
  | 'forced-tool'
  /** The last message is the beginning of the model's answer. */
  | 'prefill'
  /** Tools in a chat completion: some models take them in the responses API only. */
  | 'tools-in-chat';

/** `if-not-thinking`: refused by a request that lets the model think. `deprecated`: accepted, but going away. */
export type Acceptance = 'accepted' | 'deprecated' | 'refused' | 'if-not-thinking';

/** Which parameters a model accepts at its maker's own API. What isn't listed is not known. */
export interface ParameterFacts {
  readonly accepts: Readonly<Partial<Record<RequestFeature, Acceptance>>>;
  readonly source: string;
  /** Day of the check, ISO. */
  readonly checked: string;
  /** A third party's reading, or what its requests were found to need. */
  readonly thirdParty: boolean;
}

/** One row of a maker's table. */
export interface ParameterRow extends ParameterFacts {
  /** As in the catalogue; complete, in lower case. */
  readonly ids: readonly string[];
}
