import { stringify } from 'yaml';
import type { Route } from './routing-map';

/** How LiteLLM names a seller, and where it finds the key. */
const SELLERS: Readonly<Record<string, { readonly prefix: string; readonly key: string }>> = {
  openai: { prefix: 'openai', key: 'OPENAI_API_KEY' },
  anthropic: { prefix: 'anthropic', key: 'ANTHROPIC_API_KEY' },
  google: { prefix: 'gemini', key: 'GEMINI_API_KEY' },
};

interface Deployment {
  readonly model_name: string;
  readonly litellm_params: { readonly model: string; readonly api_key: string };
}

/**
 * A configuration for LiteLLM's proxy or router: a name for each kind of task, behind which its model stands, with the model of today to
 * fall back on. Undefined: none of the routes goes to a seller whose name in LiteLLM is known.
 */
export function litellmConfig(routes: readonly Route[]): string | undefined {
  const deployments = new Map<string, Deployment>();
  const fallbacks: Record<string, readonly string[]>[] = [];
  for (const [name, route] of namedRoutes(routes)) {
    const today = `before-${route.today}`;
    const [suggested, before] = [deployment(name, route.provider, route.model), deployment(today, route.provider, route.today)];
    if (suggested === undefined || before === undefined) continue;
    deployments.set(name, suggested);
    deployments.set(today, before);
    fallbacks.push({ [name]: [today] });
  }
  if (deployments.size === 0) return undefined;
  const head = '# Ask for a kind of task by its name, and LiteLLM sends it to its model. Made by Promptfare; change it freely.\n';
  return head + stringify({ model_list: [...deployments.values()], router_settings: { fallbacks } });
}

/** One name a pair of models: calls of one kind may have several. */
function namedRoutes(routes: readonly Route[]): ReadonlyMap<string, Route> {
  const named = new Map<string, Route>();
  for (const route of routes) {
    const task = route.task.replaceAll(' ', '-');
    for (let count = 1; ; count++) {
      const name = count === 1 ? task : `${task}-${count}`;
      const other = named.get(name);
      const isSame = other?.model === route.model && other.today === route.today && other.provider === route.provider;
      if (other === undefined) named.set(name, route);
      if (other === undefined || isSame) break;
    }
  }
  return named;
}

function deployment(name: string, provider: string, model: string): Deployment | undefined {
  const seller = Object.hasOwn(SELLERS, provider) ? SELLERS[provider] : undefined;
  if (seller === undefined) return undefined;
  return { model_name: name, litellm_params: { model: `${seller.prefix}/${model}`, api_key: `os.environ/${seller.key}` } };
}
