import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { loadCounters } from '../../src/node/encodings';
import { type Measurement, medianTime } from './measurement';

/** From nothing to the first count. Code that has run before is faster, so each table is loaded once. */
export async function measureTokenTables(dist: string): Promise<Measurement[]> {
  const measured: Measurement[] = [];
  for (const encoding of ['o200k_base', 'cl100k_base'] as const) {
    const file = path.join(dist, 'ranks', `${encoding}.bin`);
    const value = await medianTime(3, () => readFile(file));
    const started = performance.now();
    loadCounters(path.join(dist, 'ranks'))(encoding)('one text');
    measured.push({
      name: `token table ${encoding}: load → first count`,
      value: performance.now() - started,
      unit: 'ms',
      baseline: { name: 'reading its file', value },
    });
  }
  return measured;
}
