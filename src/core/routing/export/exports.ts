import { routerSdk } from './ask-function';
import { csharpMap, goMap, javaMap } from './compiled-maps';
import { litellmConfig } from './litellm-config';
import { mapModule } from './map-module';
import { csharpRouter } from './router-csharp';
import { goRouter } from './router-go';
import { javaRouter } from './router-java';
import { routerScaffold } from './router-scaffold';
import { type RouterKind, routerClass } from './router-words';
import type { Route } from './routing-map';

/** One file that can be written of a routing map. */
export interface RoutingExport {
  readonly title: string;
  readonly detail: string;
  /** The name that is proposed for it. */
  readonly fileName: string;
  readonly text: string;
}

/** What can be written of these routes: maps in the languages of their calls, TypeScript and Python always, and routers in the languages and packages of the calls. Empty: no routes. */
export function routingExports(routes: readonly Route[]): readonly RoutingExport[] {
  if (routes.length === 0) return [];
  const detail = routes.length === 1 ? 'A model for the one call' : `A model for each of ${routes.length} calls`;
  const config = litellmConfig(routes);
  return [
    {
      title: 'Routing map, TypeScript',
      detail,
      fileName: 'routes.ts',
      text: mapModule(routes, 'typescript'),
    },
    { title: 'Routing map, Python', detail, fileName: 'routes.py', text: mapModule(routes, 'python') },
    ...COMPILED.flatMap(({ language, title, fileName, map }) =>
      routes.some(route => route.language === language) ? [{ title, detail, fileName, text: map(routes) }] : [],
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

interface WrittenRouter {
  /** As titles name the language. */
  readonly language: string;
  readonly by: string;
  readonly fileName: string;
  readonly text: string | undefined;
}

/** One of each kind for each package in use, between the models of its first call. */
function routerExports(routes: readonly Route[]): readonly RoutingExport[] {
  const written = new Set<string>();
  return routes.flatMap(route => {
    const { language, sdk, model, today } = route;
    if (written.has(`${language} ${sdk}`)) return [];
    written.add(`${language} ${sdk}`);
    return (['cascade', 'classifier'] as const).flatMap(kind => {
      const router = routerOf(kind, route);
      if (router?.text === undefined) return [];
      const title = `${kind === 'cascade' ? 'Cascade' : 'Classifier router'}, ${router.language}`;
      return [{ title, detail: `${model} and ${today}, by ${router.by}`, fileName: router.fileName, text: router.text }];
    });
  });
}

function routerOf(kind: RouterKind, { language, sdk, provider, model, today }: Route): WrittenRouter | undefined {
  const models = { provider, small: model, large: today };
  const snake = `${kind}_${sdk.replaceAll('-', '_')}`;
  switch (language) {
    case 'go':
      return { language: 'Go', by: sdk, fileName: `${snake}.go`, text: goRouter(kind, sdk, models) };
    case 'java':
      return { language: 'Java', by: sdk, fileName: `${routerClass(kind, sdk)}.java`, text: javaRouter(kind, sdk, models) };
    case 'csharp':
      return { language: 'C#', by: sdk, fileName: `${routerClass(kind, sdk)}.cs`, text: csharpRouter(kind, sdk, models) };
    default: {
      const form = routerSdk(language, sdk);
      if (form === undefined) return undefined;
      const isPython = language === 'python';
      const fileName = `${snake}.${isPython ? 'py' : 'ts'}`;
      return { language: isPython ? 'Python' : 'TypeScript', by: form, fileName, text: routerScaffold(kind, language, form, models) };
    }
  }
}
