import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Uri } from '../core/source/span';

/** Nothing in these is written differently in an address, and no segment means another folder. On Windows paths look different. */
const PLAIN_PATH = path.sep === '/' ? /^(?:\/[\w-][\w.-]*)+$/ : /^(?!)/;

const SCHEME = 'file://';

/** A path's address. A scan asks for many thousands, and nearly all are plain. */
export function addressOf(file: string): Uri {
  return PLAIN_PATH.test(file) ? SCHEME + file : pathToFileURL(file).href;
}

/** The path of a file's address; undefined where no file can have it: another scheme, another machine's path. */
export function pathOfAddress(uri: Uri): string | undefined {
  const rest = uri.startsWith(SCHEME) ? uri.slice(SCHEME.length) : '';
  if (PLAIN_PATH.test(rest)) return rest;
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}
