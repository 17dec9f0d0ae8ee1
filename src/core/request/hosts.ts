import type { Provider } from './call-site';

/** API hosts whose provider is beyond doubt; prices follow the host, not the SDK that calls it. */
const HOSTS: readonly (readonly [suffix: string, provider: Provider])[] = [
  ['api.openai.com', 'openai'],
  ['openai.azure.com', 'azure'],
  ['api.anthropic.com', 'anthropic'],
  ['generativelanguage.googleapis.com', 'google'],
  ['aiplatform.googleapis.com', 'google'],
  ['openrouter.ai', 'openrouter'],
  ['api.deepseek.com', 'deepseek'],
  ['api.x.ai', 'x-ai'],
  ['api.groq.com', 'groq'],
  ['api.mistral.ai', 'mistral'],
  ['api.together.xyz', 'together'],
  ['api.perplexity.ai', 'perplexity'],
  ['api.fireworks.ai', 'fireworks'],
  ['api.together.ai', 'together'],
  ['api.cohere.com', 'cohere'],
  ['api.cohere.ai', 'cohere'],
  ['api.cerebras.ai', 'cerebras'],
  ['api.sambanova.ai', 'sambanova'],
  ['api.moonshot.ai', 'moonshotai'],
  ['api.moonshot.cn', 'moonshotai'],
  ['api.z.ai', 'zai'],
  ['api.cloudflare.com', 'cloudflare'],
  ['dashscope.aliyuncs.com', 'alibaba'],
  ['dashscope-intl.aliyuncs.com', 'alibaba'],
  ['integrate.api.nvidia.com', 'nvidia'],
  ['router.huggingface.co', 'huggingface'],
  ['ai-gateway.vercel.sh', 'vercel'],
  ['models.github.ai', 'github'],
  ['models.inference.ai.azure.com', 'github'],
  // What watches calls on their way: whoever it passes them on to is paid as if asked directly.
  ['oai.helicone.ai', 'openai'],
  ['oai.hconeai.com', 'openai'],
  ['anthropic.helicone.ai', 'anthropic'],
  ['together.helicone.ai', 'together'],
  ['groq.helicone.ai', 'groq'],
  ['deepseek.helicone.ai', 'deepseek'],
  ['openrouter.helicone.ai', 'openrouter'],
];

/** Cloudflare's gateway names in the path whom it passes calls on to: `…/v1/account/gateway/openai`. */
const PASSED_ON_TO: Readonly<Record<string, Provider>> = {
  openai: 'openai',
  anthropic: 'anthropic',
  'google-ai-studio': 'google',
  groq: 'groq',
  mistral: 'mistral',
  openrouter: 'openrouter',
  deepseek: 'deepseek',
  grok: 'x-ai',
  'perplexity-ai': 'perplexity',
  cohere: 'cohere',
  cerebras: 'cerebras',
  'workers-ai': 'cloudflare',
};

/** The provider behind a base URL; undefined for hosts nobody can price (a proxy, a local server). */
export function providerOfUrl(url: string): Provider | undefined {
  // Ollama's own port, on whatever machine.
  if (/^https?:\/\/[^/]+:11434(\/|$)/i.test(url.trim())) return 'ollama';
  const host = /^(?:https?|wss?):\/\/([^/:?#]+)/i.exec(url.trim())?.[1]?.toLowerCase();
  if (host === undefined) return undefined;
  if (host === 'gateway.ai.cloudflare.com') return passedOnTo(url);
  if (/^bedrock-runtime\.[^/]*\.amazonaws\.com$/.test(host)) return 'aws';
  return HOSTS.find(([suffix]) => host === suffix || host.endsWith(`.${suffix}`))?.[1];
}

function passedOnTo(url: string): Provider | undefined {
  const [, , , , , , segment = ''] = url.trim().split(/[/?#]/);
  return Object.hasOwn(PASSED_ON_TO, segment) ? PASSED_ON_TO[segment] : undefined;
}
