import type { Provider } from './request';

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
];

/** The provider behind a base URL; undefined for hosts nobody can price (a proxy, a local server). */
export function providerOfUrl(url: string): Provider | undefined {
  const host = /^https?:\/\/([^/:?#]+)/i.exec(url.trim())?.[1]?.toLowerCase();
  return host === undefined ? undefined : HOSTS.find(([suffix]) => host === suffix || host.endsWith(`.${suffix}`))?.[1];
}
