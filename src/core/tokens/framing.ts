import { type Estimate, exactly } from '../quote/basis';

const MESSAGE = 3;
/** A role's name is one token in both encodings. */
const ROLE = 1;
const NAME = 1;
const REPLY_PRIMING = 3;

const OPENAI_FRAMING = 'chat framing as OpenAI published it for GPT-4o: 3 a message and its role, 1 a name, 3 for the reply';

/** Tokens that OpenAI's chat format adds to the texts of the messages; names' own texts are counted apart. */
export function openaiFraming(messages: number, names = 0): Estimate {
  const tokens = messages * (MESSAGE + ROLE) + names * NAME + REPLY_PRIMING;
  return { value: tokens, low: tokens, high: tokens, basis: 'estimated', why: OPENAI_FRAMING };
}

/** Observed overheads are a few tokens a request; what is above that is room. */
const ANTHROPIC_MOST_A_MESSAGE = 8;

/** Anthropic publishes no framing: a band from nothing up. */
export function anthropicFraming(messages: number): Estimate {
  return {
    value: messages * (MESSAGE + ROLE),
    low: 0,
    high: messages * ANTHROPIC_MOST_A_MESSAGE,
    basis: 'estimated',
    why: `Anthropic doesn't publish its framing: 0–${ANTHROPIC_MOST_A_MESSAGE} tokens a message`,
  };
}

interface ToolSystemTokens {
  /** `tool_choice` auto or none. */
  readonly auto: number;
  /** `tool_choice` any or tool. */
  readonly forced: number;
}

/** Tokens of the system prompt that Anthropic adds when tools are present. */
const ANTHROPIC_TOOL_SYSTEM: Readonly<Record<string, ToolSystemTokens>> = {
  'claude-opus-5': { auto: 286, forced: 406 },
  'claude-opus-4-8': { auto: 290, forced: 410 },
  'claude-opus-4-7': { auto: 675, forced: 804 },
  'claude-opus-4-6': { auto: 497, forced: 589 },
  'claude-opus-4-5': { auto: 496, forced: 588 },
  'claude-opus-4-1': { auto: 313, forced: 315 },
  'claude-opus-4-0': { auto: 313, forced: 315 },
  'claude-sonnet-5': { auto: 354, forced: 474 },
  'claude-sonnet-4-6': { auto: 497, forced: 589 },
  'claude-sonnet-4-0': { auto: 313, forced: 315 },
};

/** `modelId` as the catalogue names it. Of a model that isn't listed, or not known, the band of all that are. */
export function anthropicToolSystem(modelId: string | undefined, choice: 'auto' | 'forced'): Estimate {
  const known =
    modelId !== undefined && Object.hasOwn(ANTHROPIC_TOOL_SYSTEM, modelId) ? ANTHROPIC_TOOL_SYSTEM[modelId]?.[choice] : undefined;
  if (known !== undefined) return exactly(known);
  const all = Object.values(ANTHROPIC_TOOL_SYSTEM).map(tokens => tokens[choice]);
  const low = Math.min(...all);
  const high = Math.max(...all);
  const why = `Anthropic's system prompt for tools is not known for ${modelId ?? 'a model that isn’t in sight'}: ${low}–${high} tokens on other models`;
  return { value: Math.round((low + high) / 2), low, high, basis: 'estimated', why };
}
