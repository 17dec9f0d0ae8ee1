import { stat } from 'node:fs/promises';
import { readUsage } from '../../core/usage/formats/index';
import { createTally, type UsageGroup } from '../../core/usage/tally';
import { usageRows } from './usage-rows';

/** What usage files say, summed up, and what of them was left out. */
export interface UsageRead {
  readonly groups: readonly UsageGroup[];
  /** Titles of the formats that were found. */
  readonly formats: readonly string[];
  readonly records: number;
  /** Rows of no format that is known. */
  readonly unknownRows: number;
  /** Rows that tell of no call of a model. */
  readonly otherRows: number;
  readonly faults: number;
  /** The first of them, to be shown. */
  readonly firstFaults: readonly string[];
  /** Records whose names and places were not kept, because the files hold too many different ones. */
  readonly ungrouped: number;
  readonly stopped: boolean;
}

export interface ReadOptions {
  readonly signal?: AbortSignal;
  /** Share of all bytes that were read, 0 to 1. */
  readonly progress?: (share: number) => void;
}

const SHOWN_FAULTS = 5;

/** Reads usage files of any size. Throws only where a file can't be opened. */
export async function readUsageFiles(files: readonly string[], { signal, progress }: ReadOptions = {}): Promise<UsageRead> {
  const sizes = await Promise.all(files.map(async file => (await stat(file)).size));
  const bytes = sizes.reduce((total, size) => total + size, 0);
  const tally = createTally();
  const formats = new Set<string>();
  const firstFaults: string[] = [];
  const counts = { records: 0, unknownRows: 0, otherRows: 0, faults: 0 };
  let seen = 0;
  const read = (length: number) => {
    seen += length;
    progress?.(bytes === 0 ? 1 : seen / bytes);
  };
  for (const file of files) {
    for await (const found of usageRows(file, read)) {
      if (signal?.aborted) break;
      if ('fault' in found) {
        counts.faults++;
        if (firstFaults.length < SHOWN_FAULTS) firstFaults.push(files.length > 1 ? `${file}: ${found.fault}` : found.fault);
        continue;
      }
      const known = readUsage(found.row);
      if (known === undefined) counts.unknownRows++;
      else if (known.records.length === 0) counts.otherRows++;
      else formats.add(known.format.title);
      for (const record of known?.records ?? []) {
        counts.records++;
        tally.add(record);
      }
    }
  }
  return {
    groups: tally.groups(),
    formats: [...formats],
    ...counts,
    firstFaults,
    ungrouped: tally.ungrouped,
    stopped: signal?.aborted === true,
  };
}
