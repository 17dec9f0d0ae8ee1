import type { CachingFacts } from './model';

const CHECKED = 'checked 2026-11-20';

/** Shortest prefix that Anthropic caches, in tokens. A model that isn't here has an unpublished minimum. */
const ANTHROPIC_MINIMUMS: Readonly<Record<string, number>> = {
  'claude-fable-5': 512,
  'claude-fable-5-1': 512,
  'claude-mythos-5': 512,
  'claude-mythos-5-1': 512,
  'claude-opus-5': 512,
  'claude-opus-5-5': 512,
  'claude-sonnet-5-5': 512,
  'claude-haiku-5-5': 512,
  'claude-opus-4-8': 1024,
  'claude-opus-4-1': 1024,
  'claude-opus-4-0': 1024,
  'claude-sonnet-5': 1024,
  'claude-sonnet-4-6': 1024,
  'claude-sonnet-4-5': 1024,
  'claude-sonnet-4-0': 1024,
  'claude-opus-4-7': 2048,
  'claude-mythos-preview': 2048,
  'claude-3-5-haiku-latest': 2048,
  'claude-opus-4-6': 4096,
  'claude-opus-4-5': 4096,
  'claude-haiku-4-5': 4096,
};

/** `hasReadPrice`: the catalogue has a price for cached input, without which a cache is not offered. */
export function cachingOf(maker: string, id: string, hasReadPrice: boolean): CachingFacts | undefined {
  switch (maker) {
    case 'anthropic':
      return hasReadPrice ? anthropicCaching(id) : undefined;
    case 'openai':
      return openaiCaching(id, hasReadPrice);
    case 'google':
      return geminiCaching(id);
    case 'deepseek':
      return automatic(`DeepSeek docs, context caching, ${CHECKED}`);
    case 'x-ai':
      return hasReadPrice ? automatic(`xAI docs, ${CHECKED}`) : undefined;
    case 'mistral':
      return hasReadPrice
        ? { mode: 'explicit', wholeRequestOnly: false, ttl: 'unpublished', source: `Mistral docs, prompt_cache_key, ${CHECKED}` }
        : undefined;
    case 'groq':
      return hasReadPrice ? { ...automatic(`Groq docs, prompt caching, ${CHECKED}`), ttl: '2h' } : undefined;
    default:
      return undefined;
  }
}

/** Bedrock takes Claude's markers as cache points, with minimums mostly as Anthropic's. */
export function onBedrock(facts: CachingFacts): CachingFacts {
  return { ...facts, source: `${facts.source}; Bedrock's minimums are mostly the same` };
}

function automatic(source: string): CachingFacts {
  return { mode: 'automatic', wholeRequestOnly: false, ttl: 'unpublished', source };
}

function anthropicCaching(id: string): CachingFacts {
  const minimumTokens = Object.hasOwn(ANTHROPIC_MINIMUMS, id) ? ANTHROPIC_MINIMUMS[id] : undefined;
  return {
    mode: 'explicit',
    ...(minimumTokens === undefined ? {} : { minimumTokens }),
    wholeRequestOnly: false,
    ttl: '5m',
    longTtl: '1h',
    source: `Anthropic docs, prompt caching, ${CHECKED}`,
  };
}

const BEFORE_CACHING = /^(?:gpt-3\.5|gpt-35|gpt-4(?:$|-0|-1|-32k|-turbo|-vision))/;
const FROM_5_6 = /^gpt-(?:5[.-][6-9]|[6-9])/;

function openaiCaching(id: string, hasReadPrice: boolean): CachingFacts | undefined {
  const source = `OpenAI docs, prompt caching, checked 2026-10-02`;
  if (FROM_5_6.test(id)) return { mode: 'automatic', minimumTokens: 1024, wholeRequestOnly: true, ttl: '30m', longTtl: '12h', source };
  if (hasReadPrice) return { mode: 'automatic', minimumTokens: 1024, wholeRequestOnly: false, ttl: '5-10m', source };
  return BEFORE_CACHING.test(id) ? { mode: 'none', wholeRequestOnly: false, ttl: '', source } : undefined;
}

function geminiCaching(id: string): CachingFacts | undefined {
  const generation = /^gemini-(\d+(?:\.\d+)?)/.exec(id)?.[1];
  if (generation === undefined || Number(generation) < 2.5) return undefined;
  const facts = automatic(`Gemini API docs, context caching, ${CHECKED}`);
  if (generation.startsWith('3')) return { ...facts, minimumTokens: 4096 };
  return generation === '2.5' ? { ...facts, minimumTokens: 2048 } : facts;
}
