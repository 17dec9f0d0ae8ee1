/** What a provider or an observability tool says of one call, or of several summed up. */
export interface UsageRecord {
  /** Calls in it; undefined: the record sums an untold number. */
  readonly requests?: number;
  readonly provider?: string;
  /** As the record names it. */
  readonly model: string;
  /** All input, the cached included. */
  readonly inputTokens: number;
  readonly cacheReadTokens: number;
  readonly cacheWriteTokens: number;
  /** All output, thinking included. */
  readonly outputTokens: number;
  /** What it cost, where the record says so. */
  readonly usd?: number;
  /** The moment, or the start of the span, in ISO 8601. */
  readonly at?: string;
  /** Names that a person gave it: of the prompt, the trace, the operation. */
  readonly names: readonly string[];
  readonly tags: readonly string[];
  readonly code?: CodePlace;
}

/** Where in the code the call was made. */
export interface CodePlace {
  readonly file?: string;
  /** 1-based. */
  readonly line?: number;
  readonly function?: string;
}

/** One line, row or object of a usage file. */
export type Row = Readonly<Record<string, unknown>>;

/** One tool's way to write usage. */
export interface UsageFormat {
  readonly id: string;
  /** As users know it. */
  readonly title: string;
  /** The records of a row; none where it tells of no call of a model; undefined: the row is of another format. */
  read(row: Row): readonly UsageRecord[] | undefined;
}
