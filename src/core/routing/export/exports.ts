import { routerSdk } from './ask-function';
import { csharpMap, goMap, javaMap } from './compiled-maps';
import { litellmConfig } from './litellm-config';
import { mapModule } from './map-module';
import { routerScaffold } from './router-scaffold';
import type { Route } from './routing-map';

/** One file that can be written of a routing map. */
export interface RoutingExport {
  readonly title: string;
  readonly detail: string;
  /** The name that is proposed for it. */
  readonly fileName: string;
  readonly text: string;
}

/** What can be written of these routes: maps in the languages of their calls, TypeScript and Python always, and routers in the packages of those two. Empty: no routes. */
export function routingExports(routes: readonly Route[]): readonly RoutingExport[] {
  if (routes.length === 0) return [];
  const calls = `${routes.length} call${routes.length === 1 ? '' : 's'}`;
  const config = litellmConfig(routes);
  return [
    {
      title: 'Routing map, TypeScript',
      detail: `A model for each of ${calls}`,
      fileName: 'routes.ts',
      text: mapModule(routes, 'typescript'),
    },
    { title: 'Routing map, Python', detail: `A model for each of ${calls}`, fileName: 'routes.py', text: mapModule(routes, 'python') },
    ...COMPILED.flatMap(({ language, title, fileName, map }) =>
      routes.some(route => route.language === language)
        ? [{ title, detail: `A model for each of ${calls}`, fileName, text: map(routes) }]
        : [],
    ),
    ...(config === undefined
      ? []
      : [
          {
            title: 'LiteLLM configuration',
            detail: 'A name for each kind of task, with fallbacks',
            fileName: 'litellm.yaml',
            text: config,
          },
        ]),
    ...routerExports(routes),
  ];
}

const COMPILED = [
  { language: 'go', title: 'Routing map, Go', fileName: 'routes.go', map: goMap },
  { language: 'java', title: 'Routing map, Java', fileName: 'Routes.java', map: javaMap },
  { language: 'csharp', title: 'Routing map, C#', fileName: 'Routes.cs', map: csharpMap },
] as const;

/** One of each kind for each package in use, between the models of its first call. */
function routerExports(routes: readonly Route[]): readonly RoutingExport[] {
  const written = new Set<string>();
  return routes.flatMap(({ language, sdk, provider, model, today }) => {
    if (language !== 'python' && language !== 'typescript') return [];
    const form = routerSdk(language, sdk);
    if (form === undefined || written.has(`${language} ${form}`)) return [];
    written.add(`${language} ${form}`);
    const ending = language === 'python' ? 'py' : 'ts';
    return (['cascade', 'classifier'] as const).flatMap(kind => {
      const text = routerScaffold(kind, language, form, { provider, small: model, large: today });
      const title = kind === 'cascade' ? 'Cascade' : 'Classifier router';
      const name = language === 'python' ? 'Python' : 'TypeScript';
      const detail = `${model} and ${today}, by ${form}`;
      return text === undefined
        ? []
        : [{ title: `${title}, ${name}`, detail, fileName: `${kind}_${form.replaceAll('-', '_')}.${ending}`, text }];
    });
  });
}
