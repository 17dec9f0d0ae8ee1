import type { Quote } from '../../quote/analysis';
import type { TaskClass } from '../task-class';

/** Which model a call goes to. */
export interface Route {
  /** `src/support.py#triage/openai-chat#0` */
  readonly call: string;
  readonly task: TaskClass;
  /** Of both models, as the catalogue names the seller. */
  readonly provider: string;
  readonly today: string;
  readonly model: string;
  /** Language and package of the call, for scaffolds. */
  readonly language: RouteLanguage;
  readonly sdk: string;
}

/** Languages whose routers have one form of a function, whichever package asks. */
export type RouterLanguage = 'python' | 'typescript';

type RouteLanguage = RouterLanguage | 'go' | 'java' | 'csharp';

const LANGUAGE_OF_ENDING: Readonly<Record<string, RouteLanguage>> = { py: 'python', ipynb: 'python', go: 'go', java: 'java', cs: 'csharp' };

/** The calls for which a cheaper model of the same seller is suggested, in the order of the files. `path`: of a file, with slashes. */
export function routesOf(files: readonly { readonly path: string; readonly quotes: readonly Quote[] }[]): readonly Route[] {
  return files.flatMap(({ path, quotes }) =>
    quotes.flatMap(({ site, model, task, advice }): readonly Route[] => {
      const suggestion = advice?.suggestion;
      if (suggestion === undefined || model === undefined || task === undefined || task.task === 'unclear') return [];
      return [
        {
          call: `${path}#${site.identity}`,
          task: task.task,
          provider: model.provider,
          today: model.id,
          model: suggestion.id,
          language: LANGUAGE_OF_ENDING[path.slice(path.lastIndexOf('.') + 1)] ?? 'typescript',
          sdk: site.sdk,
        },
      ];
    }),
  );
}
