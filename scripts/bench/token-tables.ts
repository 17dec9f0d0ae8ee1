import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { loadCounters } from '../../src/node/encodings';
import { type Measurement, medianTime } from './measurement';

/** From nothing to the first count. The module cache is what a second load would measure, so each table is loaded once. */
export async function measureTokenTables(dist: string): Promise<Measurement[]> {
  const measured: Measurement[] = [];
  for (const encoding of ['o200k_base', 'cl100k_base'] as const) {
    const file = path.join(dist, 'ranks', `${encoding}.js`);
    const value = await medianTime(3, () => readFile(file, 'utf8'));
    const started = performance.now();
    loadCounters(dist)(encoding)('one text');
    measured.push({
      name: `token table ${encoding}: load → first count`,
      value: performance.now() - started,
      unit: 'ms',
      baseline: { name: 'reading its file', value },
    });
  }
  return measured;
}
