import type { Route, RouterLanguage } from './routing-map';

export const PURPOSE = 'Which model each call goes to. Made by Promptfare; change it freely.';

/** The routing map as a module of its own, from which code takes its models. */
export function mapModule(routes: readonly Route[], language: RouterLanguage): string {
  return language === 'python' ? pythonModule(routes) : typescriptModule(routes);
}

function typescriptModule(routes: readonly Route[]): string {
  const rows = routes.map(route => `  ${text(route.call)}: ${record(route)},\n`).join('');
  return `// ${PURPOSE}
interface Route {
  readonly task: string;
  readonly provider: string;
  readonly model: string;
  /** The model before, for comparing and for going back. */
  readonly before: string;
}

export const ROUTES = {
${rows}} as const satisfies Readonly<Record<string, Route>>;

export function modelFor(call: keyof typeof ROUTES): string {
  return ROUTES[call].model;
}
`;
}

function record({ task, provider, model, today }: Route): string {
  return `{ task: ${text(task)}, provider: ${text(provider)}, model: ${text(model)}, before: ${text(today)} }`;
}

function pythonModule(routes: readonly Route[]): string {
  const rows = routes.map(({ call, task, provider, model, today }) => {
    const entries = [
      ['task', task],
      ['provider', provider],
      ['model', model],
      ['before', today],
    ] as const;
    return `    ${text(call)}: {${entries.map(([key, value]) => `${text(key)}: ${text(value)}`).join(', ')}},\n`;
  });
  return `"""${PURPOSE}"""

from typing import Final, TypedDict


class Route(TypedDict):
    task: str
    provider: str
    model: str
    before: str  # the model before, for comparing and for going back


ROUTES: Final[dict[str, Route]] = {
${rows.join('')}}


def model_for(call: str) -> str:
    return ROUTES[call]["model"]
`;
}

/** JSON's escapes are those of both languages. */
export function text(value: string): string {
  return JSON.stringify(value);
}
