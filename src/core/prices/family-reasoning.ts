interface Family {
  readonly maker: string;
  readonly ids: RegExp;
  readonly reasoning: boolean;
}

/** First match counts. What is not here is unknown. */
const FAMILIES: readonly Family[] = [
  { maker: 'anthropic', ids: /^claude-(?:[12]|v1|instant|3-(?!7))/, reasoning: false },
  { maker: 'anthropic', ids: /^claude-/, reasoning: true },
  { maker: 'openai', ids: /^(?:gpt-3\.5|gpt-35|gpt-4|chatgpt-4o)/, reasoning: false },
  { maker: 'openai', ids: /^(?:gpt-[56](?!.*-chat)|gpt-oss|codex-mini|o[134](?:$|-))/, reasoning: true },
  { maker: 'google', ids: /^gemini-(?:1|2\.0|pro|flash-1)/, reasoning: false },
  { maker: 'google', ids: /^gemini-(?:2\.5|[3-9])(?!.*-(?:tts|image))/, reasoning: true },
  { maker: 'deepseek', ids: /^deepseek-(?:flash|v4|reasoner|r1)/, reasoning: true },
  { maker: 'mistral', ids: /^magistral-/, reasoning: true },
  { maker: 'x-ai', ids: /non-reasoning|^grok-2/, reasoning: false },
  { maker: 'x-ai', ids: /^grok-(?:3-mini|4|code)/, reasoning: true },
];

/** Whether the model thinks by default or can, so that its thinking counts towards the output cap. */
export function reasoningOf(maker: string, id: string): boolean | undefined {
  return FAMILIES.find(family => family.maker === maker && family.ids.test(id))?.reasoning;
}
