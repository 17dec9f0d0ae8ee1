export type Modality = 'text' | 'image' | 'audio' | 'video' | 'pdf' | 'embedding';

/** What a model can do. What a source doesn't say is undefined. */
export interface Capabilities {
  /** The makers' own line of models: `gpt`, `claude-haiku`. */
  readonly family: string;
  /** Its place in its maker's range, as the maker describes it. */
  readonly tier?: 'small' | 'mid' | 'frontier';
  readonly input?: readonly Modality[];
  readonly output?: readonly Modality[];
  /** Takes definitions of functions. */
  readonly tools?: boolean;
  /** Keeps to a JSON schema. */
  readonly structuredOutput?: boolean;
  /** How its thinking is controlled. */
  readonly reasoning?: ReasoningControl;
  readonly source: string;
  /** Day of the check, ISO. */
  readonly checked: string;
  /** A third party's reading of the maker's pages. */
  readonly thirdParty: boolean;
}

export interface ReasoningControl {
  /** `none`: it never thinks. `effort`: by one of `efforts`. `budget`: by a number of tokens. */
  readonly by: 'none' | 'effort' | 'budget' | 'effort-or-budget';
  /** The levels it takes; undefined: not known. */
  readonly efforts?: readonly string[];
  /** Whether it thinks where a request says nothing of it; undefined: not known. */
  readonly byDefault?: boolean;
  /** Whether a request can switch it off; undefined: not known. */
  readonly canBeOff?: boolean;
}

/** One row of a maker's table. */
export interface CapabilityRow extends Capabilities {
  /** As in the catalogue, or as aliases of it; complete, in lower case. */
  readonly ids: readonly string[];
}
