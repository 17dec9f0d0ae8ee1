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
];

/** The provider behind a base URL; undefined for hosts nobody can price (a proxy, a local server). */
export function providerOfUrl(url: string): Provider | undefined {
  // Ollama's own port, on whatever machine.
  if (/^https?:\/\/[^/]+:11434(\/|$)/i.test(url.trim())) return 'ollama';
  const host = /^(?:https?|wss?):\/\/([^/:?#]+)/i.exec(url.trim())?.[1]?.toLowerCase();
  return host === undefined ? undefined : HOSTS.find(([suffix]) => host === suffix || host.endsWith(`.${suffix}`))?.[1];
}
