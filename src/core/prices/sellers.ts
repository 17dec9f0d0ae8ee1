/** Names under which SDKs, gateways and prefixes of model ids know a seller → its id in the catalogue. */
const SELLERS: Readonly<Record<string, string>> = {
  anthropic: 'anthropic',
  openai: 'openai',
  'openai-responses': 'openai',
  azure: 'azure',
  'azure-openai': 'azure',
  azure_openai: 'azure',
  azureopenai: 'azure',
  azure_ai: 'azure',
  google: 'google',
  gemini: 'google',
  googleai: 'google',
  'google-ai': 'google',
  vertex: 'google',
  vertexai: 'google',
  'vertex-ai': 'google',
  vertex_ai: 'google',
  'google-vertex': 'google',
  'google-genai': 'google',
  google_genai: 'google',
  google_vertexai: 'google',
  aws: 'aws',
  amazon: 'aws',
  bedrock: 'aws',
  'amazon-bedrock': 'aws',
  'aws-bedrock': 'aws',
  bedrock_converse: 'aws',
  deepseek: 'deepseek',
  mistral: 'mistral',
  mistralai: 'mistral',
  xai: 'x-ai',
  'x-ai': 'x-ai',
  groq: 'groq',
  cohere: 'cohere',
  openrouter: 'openrouter',
  together: 'together',
  togetherai: 'together',
  'together-ai': 'together',
  together_ai: 'together',
  fireworks: 'fireworks',
  fireworks_ai: 'fireworks',
  perplexity: 'perplexity',
  cloudflare: 'cloudflare',
  cerebras: 'cerebras',
  moonshot: 'moonshotai',
  moonshotai: 'moonshotai',
  minimax: 'minimax',
  zai: 'zai',
  'z-ai': 'zai',
};

/** Those who sell their own models: where an id without a seller is looked for. */
export const MAKERS = ['anthropic', 'openai', 'google', 'deepseek', 'mistral', 'x-ai', 'cohere', 'moonshotai', 'minimax', 'zai'] as const;

/** A gateway says nothing of who sells. */
const GATEWAYS = new Set(['litellm', 'unknown', '']);

/** The seller's id; an unknown provider keeps its name; undefined when the name says nothing of who sells. */
export function sellerOf(provider: string | undefined): string | undefined {
  if (provider === undefined) return undefined;
  const name = provider.trim().toLowerCase();
  return GATEWAYS.has(name) ? undefined : (knownSeller(name) ?? name);
}

/** The id under which the catalogue keeps a seller of this name; undefined: none that it knows. */
export function knownSeller(name: string): string | undefined {
  return Object.hasOwn(SELLERS, name) ? SELLERS[name] : undefined;
}
