export type RouterKind = 'cascade' | 'classifier';

export interface RouterModels {
  readonly provider: string;
  readonly small: string;
  readonly large: string;
}

/** What a router is, for its head. */
export const PURPOSE: Readonly<Record<RouterKind, string>> = {
  cascade:
    'A cascade: the small model answers, and the large one where that is not good enough. Scaffolded by Promptfare; make it your own.',
  classifier:
    'A router: a small model sends easy requests to the small model, hard ones to the large. Scaffolded by Promptfare; make it your own.',
};

/** What a model is told that checks a first answer. */
export const CHECK =
  'You check answers. Reply with one word: good if the answer does what the instructions ask, and nothing in it is doubtful; otherwise poor.';
/** What a model is told that sorts requests. */
export const SORT =
  'You sort requests. Reply with one word: easy if the request can be answered directly from what it contains; hard if it takes several steps.';

/** `CascadeOpenaiJava`: the class of a router, and the name of its file. */
export function routerClass(kind: RouterKind, sdk: string): string {
  return `${kind}-${sdk}`.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
}
