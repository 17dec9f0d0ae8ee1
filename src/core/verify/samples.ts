import { capital } from '../source/capital';
import { ownValue, type Sample } from './trial-request';

/** Rows of a file of samples that can be used, and what the others lack. */
export interface ChosenSamples {
  readonly samples: readonly Sample[];
  /** Rows that were read, and those of them that had all values. */
  readonly rows: number;
  readonly usable: number;
  /** What is wrong with the others, a sentence each; a few. */
  readonly problems: readonly string[];
}

export interface SampleChooser {
  add(row: Readonly<Record<string, unknown>>, place: string): void;
  fault(text: string): void;
  chosen(): ChosenSamples;
}

const MOST_PROBLEMS = 5;
/** Names under which a single value may stand. */
const PLAIN_NAMES = ['input', 'text', 'prompt', 'question', 'content', 'value'];

/**
 * Takes `most` rows, evenly spread over all, in memory that doesn't grow with the file: of all rows every 1st, 2nd, 4th, … is kept,
 * so the same file gives the same samples.
 */
export function createSampleChooser(holes: readonly string[], most: number): SampleChooser {
  let kept: { readonly at: number; readonly sample: Sample }[] = [];
  let stride = 1;
  let rows = 0;
  let usable = 0;
  const problems: string[] = [];
  const problem = (text: string) => {
    if (problems.length < MOST_PROBLEMS) problems.push(text);
  };
  return {
    add(row, place) {
      rows++;
      const { sample, missing } = sampleOf(row, holes);
      if (missing.length > 0) {
        problem(`${place} has no ${missing.map(name => `“${name}”`).join(', ')}.`);
        return;
      }
      const at = usable++;
      if (at % stride !== 0) return;
      kept.push({ at, sample });
      if (kept.length < 2 * most) return;
      stride *= 2;
      kept = kept.filter(each => each.at % stride === 0);
    },
    fault(text) {
      rows++;
      problem(`${capital(text)}.`);
    },
    chosen: () => ({ samples: evenly(kept, most).map(({ sample }) => sample), rows, usable, problems }),
  };
}

function evenly<T>(items: readonly T[], most: number): readonly T[] {
  if (items.length <= most) return items;
  return Array.from({ length: most }, (_, index) => items[Math.floor((index * items.length) / most)]).flatMap(item => item ?? []);
}

function sampleOf(row: Readonly<Record<string, unknown>>, holes: readonly string[]): { sample: Sample; missing: readonly string[] } {
  const texts: Record<string, string> = {};
  for (const [name, value] of Object.entries(row)) {
    const text = textOf(value);
    if (text !== undefined) texts[name] = text;
  }
  const sample: Record<string, string> = {};
  const missing: string[] = [];
  for (const hole of holes) {
    const value = valueFor(hole, texts, holes.length === 1);
    if (value === undefined) missing.push(hole);
    else sample[hole] = value;
  }
  return { sample, missing };
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (value === undefined || value === null) return undefined;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** By its whole name, else by its last part (`ticket.text` is `text`); a request with one hole takes a row's only value. */
function valueFor(hole: string, texts: Sample, isOnly: boolean): string | undefined {
  const whole = ownValue(texts, hole);
  if (whole !== undefined) return whole;
  const names = Object.keys(texts);
  const same = (name: string) => names.find(each => each.toLowerCase() === name.toLowerCase());
  const last = /[\p{L}_][\p{L}\p{N}_]*(?=\W*$)/u.exec(hole)?.[0];
  const found = same(hole) ?? (last === undefined ? undefined : same(last));
  if (found !== undefined) return texts[found];
  if (!isOnly) return undefined;
  const only = names.length === 1 ? names[0] : PLAIN_NAMES.map(same).find(name => name !== undefined);
  return only === undefined ? undefined : texts[only];
}
