import type { TokenCounting } from './model';

const EXACT = { factorLow: 1, factor: 1, factorHigh: 1, why: '' } as const;

interface Family {
  readonly maker: string;
  readonly ids: RegExp;
  readonly counting: TokenCounting;
}

/** Claude up to 4.6 gives 15–20% more tokens than OpenAI's encodings, read either way; from 4.7 on about 30% more again. */
const CLAUDE_TO_4_6: TokenCounting = {
  encoding: 'o200k_base',
  factorLow: 1.15,
  factor: 1.2,
  factorHigh: 1.25,
  why: 'Claude has no public tokenizer: o200k ×1.15–1.25; more on code and languages other than English',
};
const CLAUDE_FROM_4_7: TokenCounting = {
  encoding: 'o200k_base',
  factorLow: 1.25,
  factor: 1.4,
  factorHigh: 1.56,
  why: 'Claude has no public tokenizer: o200k ×1.25–1.56 from 4.7 on',
};
const GEMINI: TokenCounting = {
  encoding: 'o200k_base',
  factorLow: 1,
  factor: 1.08,
  factorHigh: 1.16,
  why: 'Gemini has no public tokenizer: o200k ×1–1.16',
};

/**
 * A model whose tokenizer nobody knows may be counted like any of the families in this file: as low as the makers without a published
 * ratio, as high as Claude from 4.7 on. o200k itself stands in the middle of them.
 */
export const UNKNOWN_TOKENIZER: TokenCounting = {
  encoding: 'o200k_base',
  factorLow: 0.67,
  factor: 1,
  factorHigh: 1.56,
  why: 'the model’s tokenizer is not known: o200k ×0.67–1.56, a wide band',
};

/** Where no figure is published: up to half as many tokens again as o200k gives, or as few the other way. */
function undocumented(maker: string): TokenCounting {
  return {
    encoding: 'o200k_base',
    factorLow: 0.67,
    factor: 1,
    factorHigh: 1.5,
    why: `no ratio is published for ${maker}: o200k ×0.67–1.5, a wide band`,
  };
}

const FAMILIES: readonly Family[] = [
  {
    maker: 'openai',
    ids: /^(?:ft:)?(?:gpt-3\.5|gpt-35|gpt-4(?:$|-0|-1|-32k|-turbo|-vision)|text-embedding)/,
    counting: { encoding: 'cl100k_base', ...EXACT },
  },
  {
    maker: 'openai',
    ids: /^(?:ft:)?(?:gpt-4o|chatgpt-4o|gpt-4\.[15]|gpt-[56]|gpt-oss|gpt-chat|codex-mini|o[134](?:$|-))/,
    counting: { encoding: 'o200k_base', ...EXACT },
  },
  { maker: 'anthropic', ids: /^claude-(?:[123]\b|v1|instant|(?:[a-z]+-)?4(?:$|[-.][0-6](?!\d)|-[a-z]|-20))/, counting: CLAUDE_TO_4_6 },
  { maker: 'anthropic', ids: /^claude-(?:[a-z]+-(?:4[-.][7-9]|[5-9])|(?:4[-.][7-9]|[5-9]))/, counting: CLAUDE_FROM_4_7 },
  { maker: 'google', ids: /^gemini-/, counting: GEMINI },
  { maker: 'deepseek', ids: /^deepseek-/, counting: undocumented('DeepSeek') },
  { maker: 'mistral', ids: /stral|^mistral/, counting: undocumented('Mistral') },
  { maker: 'x-ai', ids: /^grok-/, counting: undocumented('xAI') },
];

/** How a maker's model is counted; undefined: nothing is known. Only for ids the catalogue knows: a family is no proof of a model. */
export function countingOf(maker: string, id: string): TokenCounting | undefined {
  return FAMILIES.find(family => family.maker === maker && family.ids.test(id))?.counting;
}
