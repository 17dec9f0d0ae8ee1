import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { errorText } from '../../core/error-text';
import type { PackedValues } from './value-pool';

/** Raised whenever what is kept changes its shape. */
const FORMAT = 5;

/** A folder that nobody has scanned for so long is scanned anew. */
const LONGEST_UNUSED_MILLISECONDS = 30 * 24 * 60 * 60 * 1000;

/** What a scan leaves behind for the next one of the same paths. */
export interface KeptScan {
  /** The gate of each file that was listed, then the result of each that was analysed. */
  readonly values: PackedValues;
  readonly listed: readonly string[];
  readonly analysed: readonly string[];
  /** For each result how many files it rests on, the file itself is one of them, and their indexes in `restsOn`; one behind the other. */
  readonly rests: Uint32Array;
  /** Files that results rest on: path and stamp; no stamp: there was no such file. */
  readonly restsOn: readonly (readonly [path: string, stamp: string | undefined])[];
}

/** Where a scan is kept, and all that its results depend on besides the files. */
export interface CacheKey {
  readonly folder: string;
  readonly paths: readonly string[];
  /** Version of the tool, settings, the day of the prices. */
  readonly circumstances: string;
}

interface CacheFile {
  readonly format: number;
  readonly circumstances: string;
  readonly kept: KeptScan;
}

/** Undefined: nothing is kept that can be used. `note` says why, where that is worth telling. */
export async function readKept(key: CacheKey): Promise<{ readonly kept?: KeptScan; readonly note?: string }> {
  const file = fileOf(key);
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (error) {
    return isAbsence(error) ? {} : { note: `The cache ${file} can't be read (${errorText(error)}), so all files were analysed anew.` };
  }
  try {
    const read = deserialize(bytes) as Partial<CacheFile> | undefined;
    if (read?.format !== FORMAT || read.circumstances !== key.circumstances || read.kept === undefined) return {};
    await markUsed(file);
    return { kept: read.kept };
  } catch {
    return { note: `The cache ${file} is damaged, so all files were analysed anew.` };
  }
}

/** Writes at once or not at all. Gives a note when it can't: a scan without a cache is only slower. */
export async function writeKept(key: CacheKey, kept: KeptScan): Promise<string | undefined> {
  const file = fileOf(key);
  const whole: CacheFile = { format: FORMAT, circumstances: key.circumstances, kept };
  try {
    await mkdir(path.dirname(file), { recursive: true });
    const unfinished = `${file}.${process.pid}`;
    await writeFile(unfinished, serialize(whole));
    await rename(unfinished, file);
    await removeUnused(path.dirname(file));
    return undefined;
  } catch (error) {
    return `The cache ${file} can't be written: ${errorText(error)}`;
  }
}

/** A file is as old as its last use. */
async function markUsed(file: string): Promise<void> {
  const now = new Date();
  // One that can be read and not be touched is only removed sooner.
  await utimes(file, now, now).catch(() => {});
}

/** Removes what earlier scans left in a folder and none has used for long, and what a scan that was ended has not finished. */
async function removeUnused(folder: string): Promise<void> {
  const oldest = Date.now() - LONGEST_UNUSED_MILLISECONDS;
  for (const name of await readdir(folder)) {
    if (!/^scan-[0-9a-f]{20}\.bin(\.\d+)?$/.test(name)) continue;
    const file = path.join(folder, name);
    // Another scan may remove it at the same moment; one that can't be removed now is tried again by the next.
    const status = await stat(file).catch(() => undefined);
    if (status !== undefined && status.mtimeMs < oldest) await rm(file, { force: true }).catch(() => {});
  }
}

/** Where programs of this system keep what they can make anew. */
export function defaultCacheFolder(environment: NodeJS.ProcessEnv = process.env): string {
  const home = os.homedir();
  if (process.platform === 'win32')
    return path.join(environment.LOCALAPPDATA ?? path.join(home, 'AppData', 'Local'), 'promptfare', 'Cache');
  if (process.platform === 'darwin') return path.join(home, 'Library', 'Caches', 'promptfare');
  return path.join(environment.XDG_CACHE_HOME ?? path.join(home, '.cache'), 'promptfare');
}

function fileOf({ folder, paths }: CacheKey): string {
  const name = createHash('sha256').update(JSON.stringify(paths)).digest('hex').slice(0, 20);
  return path.join(folder, `scan-${name}.bin`);
}

function isAbsence(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}
