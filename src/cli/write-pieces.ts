import type { Writable } from 'node:stream';

const CHARACTERS_AT_ONCE = 100_000;

/** Writes no faster than somebody reads, and ends when nobody does any more. */
export async function writePieces(to: Writable, pieces: Iterable<string>): Promise<void> {
  let waiting = '';
  for (const piece of pieces) {
    waiting += piece;
    if (waiting.length < CHARACTERS_AT_ONCE) continue;
    await write(to, waiting);
    if (to.destroyed) return;
    waiting = '';
  }
  await write(to, waiting);
}

async function write(to: Writable, text: string): Promise<void> {
  if (to.destroyed || to.write(text)) return;
  await new Promise<void>(resolve => {
    const go = () => {
      to.off('drain', go);
      to.off('close', go);
      resolve();
    };
    to.on('drain', go);
    to.on('close', go);
  });
}
