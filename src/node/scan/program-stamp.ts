import { statSync } from 'node:fs';

/** Tells one build from another of the same version, so that no scan shows what an older one has found. */
export function programStamp(): string {
  const { size, mtimeMs } = statSync(__filename);
  return `${size}-${mtimeMs}`;
}
