import { createTaskWords, type TaskWords } from '../routing/task-words';
import { remembered } from '../source/remembered';
import { type Duplicate, duplicatesIn } from './duplicates';
import type { Pass } from './pass';
import type { PromptText } from './prompt-text';
import { type Change, runPasses } from './run-passes';

/** Reads prompts: what could be said in fewer tokens, what they ask for. An edit elsewhere in the file asks for the same prompts again. */
export interface PromptReader {
  changes(prompt: PromptText, passes: readonly Pass[]): readonly Change[];
  duplicates(text: string): readonly Duplicate[];
  taskWords(text: string): readonly TaskWords[];
}

/** Created once by a shell and kept, so that it remembers. */
export function createPromptReader(): PromptReader {
  return {
    changes: remembered(runPasses, ({ text, layout }, passes) => `${passes.map(({ id }) => id).join()} ${layout} ${text}`),
    duplicates: remembered(duplicatesIn, text => text),
    taskWords: remembered(createTaskWords(), text => text),
  };
}
