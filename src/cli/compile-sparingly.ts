import { setFlagsFromString } from 'node:v8';

/**
 * A scan runs most of its code a few thousand times and ends. Compiling functions into those that call them takes longer than it saves:
 * without it, scans of small files and of intricate projects alike take less time (docs/performance.md). It holds for the whole process,
 * so only the command line asks for it, where the process is ours.
 */
export function compileSparingly(): void {
  setFlagsFromString('--no-turbo-inlining');
}
