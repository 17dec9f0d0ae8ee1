import { createPromptReader } from '../../src/core/compression/prompt-reader';
import { classifyTask } from '../../src/core/routing/classify';
import type { TaskReading } from '../../src/core/routing/task-class';
import type { LabelledRequest } from './labelled-requests';

/** How well the classes of labelled requests are read. */
export interface ClassFigures {
  readonly requests: number;
  /** Requests that have a class, and of which one is said. */
  readonly coverage: number;
  /** Of those of which a class is said, how many have it. */
  readonly accuracy: number;
  readonly saidHigh: number;
  /** Said with high certainty, and wrong. */
  readonly wrongHigh: readonly string[];
  /** Label → what was said → how often. */
  readonly confusion: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

export function classFigures(requests: readonly LabelledRequest[]): ClassFigures {
  const reader = createPromptReader();
  const read = requests.map(({ name, label, site }) => ({ name, label, reading: classifyTask(site, reader) }));
  const said = read.filter(({ reading }) => reading.task !== 'unclear');
  const high = said.filter(({ reading }) => reading.certainty === 'high');
  const isRight = ({ label, reading }: { readonly label: string; readonly reading: TaskReading }) => label === reading.task;
  const confusion = new Map<string, Map<string, number>>();
  for (const { label, reading } of read) {
    const row = confusion.get(label) ?? new Map<string, number>();
    row.set(reading.task, (row.get(reading.task) ?? 0) + 1);
    confusion.set(label, row);
  }
  return {
    requests: read.length,
    coverage: share(said.filter(({ label }) => label !== 'unclear').length, read.filter(({ label }) => label !== 'unclear').length),
    accuracy: share(said.filter(isRight).length, said.length),
    saidHigh: high.length,
    wrongHigh: high.filter(each => !isRight(each)).map(({ name, label, reading }) => `${name}: ${label}, not ${reading.task}`),
    confusion,
  };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
