import type { Provider } from './call-site';

/** What libraries for many providers put before a model's name: `vertex_ai/gemini-3-flash`, `openai:gpt-5.4`. */
const PREFIXES: Readonly<Record<string, Provider>> = {
  openai: 'openai',
  'openai-chat': 'openai',
  'openai-responses': 'openai',
  text_completion_openai: 'openai',
  azure: 'azure',
  azure_ai: 'azure',
  azure_openai: 'azure',
  anthropic: 'anthropic',
  bedrock: 'aws',
  bedrock_converse: 'aws',
  sagemaker: 'aws',
  vertex_ai: 'google',
  vertex: 'google',
  vertexai: 'google',
  gemini: 'google',
  google: 'google',
  google_genai: 'google',
  'google-genai': 'google',
  google_vertexai: 'google',
  'google-vertexai': 'google',
  'google-vertexai-web': 'google',
  'google-gla': 'google',
  'google-vertex': 'google',
  googleai: 'google',
  mistral: 'mistral',
  mistralai: 'mistral',
  codestral: 'mistral',
  cohere: 'cohere',
  cohere_chat: 'cohere',
  groq: 'groq',
  together: 'together',
  together_ai: 'together',
  fireworks: 'fireworks',
  fireworks_ai: 'fireworks',
  openrouter: 'openrouter',
  deepseek: 'deepseek',
  xai: 'x-ai',
  'x-ai': 'x-ai',
  grok: 'x-ai',
  perplexity: 'perplexity',
  ollama: 'ollama',
  ollama_chat: 'ollama',
};

/** Beginnings of names that only one maker's models have. */
const FAMILIES: readonly (readonly [RegExp, Provider])[] = [
  [/^(gpt-|chatgpt-|o[134](-|$)|text-embedding-(3-|ada-)|davinci-|babbage-|dall-e-|whisper-|tts-)/, 'openai'],
  [/^claude-/, 'anthropic'],
  [/^(gemini-|text-embedding-0|textembedding-gecko)/, 'google'],
  [/^(command-|embed-(english|multilingual|v))/, 'cohere'],
  [/^(mistral-|codestral-|ministral-|magistral-|devstral-|pixtral-)/, 'mistral'],
  [/^deepseek-(chat|reasoner|v\d)/, 'deepseek'],
  [/^grok-/, 'x-ai'],
  // Bedrock's ids; others' servers don't know them.
  [/^(?:(?:us|eu|apac|jp|au|global)\.)?(?:anthropic|amazon)\./, 'aws'],
];

/** A maker before a model's name, as Bedrock writes it. */
const OF_MAKER = /^(?:[a-z]+\.)?(anthropic|cohere|deepseek|mistral|openai)\.(.+)$/;

/** `anthropic.gpt-4o`: a name put together of what never goes together, so that no request has it. */
export function namesTwoMakers(id: string): boolean {
  const [, maker, name = ''] = OF_MAKER.exec(id) ?? [];
  const owner = providerOfModel(name, undefined);
  return owner !== undefined && owner !== maker;
}

/** Whose servers a model's name means, by its prefix in the library's form, else by its family; undefined where neither says. */
export function providerOfModel(id: string, form: ':' | '/' | undefined): Provider | undefined {
  if (id.startsWith('litellm/')) return providerOfModel(id.slice('litellm/'.length), '/');
  const prefix = form === undefined || !id.includes(form) ? undefined : id.slice(0, id.indexOf(form));
  if (prefix !== undefined) return Object.hasOwn(PREFIXES, prefix) ? PREFIXES[prefix] : undefined;
  return FAMILIES.find(([beginning]) => beginning.test(id))?.[1];
}

/** Makers of models, and whose models besides their own they serve under the makers' names. */
const MAKERS: Partial<Readonly<Record<Provider, readonly Provider[]>>> = {
  openai: [],
  anthropic: [],
  google: ['anthropic', 'mistral', 'deepseek'],
  mistral: [],
  cohere: [],
  deepseek: [],
  'x-ai': [],
  moonshotai: [],
  perplexity: ['mistral'],
  zai: [],
  groq: ['deepseek', 'mistral'],
  // OpenAI's open models are called `gpt-oss`.
  ollama: ['openai', 'mistral', 'deepseek', 'cohere'],
};

/** Whether a provider is known to serve models of an owner by the names that the owner gives them. */
export function sellsUnderItsName(provider: Provider, owner: Provider): boolean {
  return provider === owner || (provider === 'azure' && owner === 'openai') || MAKERS[provider]?.includes(owner) === true;
}

/** Packages and classes that ask the Gemini API alone, which has Google's own models only; Vertex AI has others' as well. */
export function asksGeminiOnly(sdk: string, name: string | undefined): boolean {
  return sdk === 'google-genai' || name?.includes('GoogleGenerativeAI') === true;
}

/** Whether a provider may serve models that are called like those of an owner; of one that serves anybody's it may be so. */
export function sells(provider: Provider, owner: Provider): boolean {
  return provider === owner || MAKERS[provider]?.includes(owner) !== false;
}
