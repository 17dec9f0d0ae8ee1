import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';

/** As js-tiktoken publishes an encoding; ranks are lines of `! <first rank> <base64 token> <base64 token> …`. */
const Published = z.object({ bpe_ranks: z.string() });

/** Compiles the token tables that `src/core/tokens/vocabulary.ts` reads, `<folder>/<encoding>.bin`. */
export function writeTokenTables(folder: string): void {
  const packages = createRequire(__filename);
  mkdirSync(folder, { recursive: true });
  for (const encoding of ['o200k_base', 'cl100k_base']) {
    const { bpe_ranks } = Published.parse(packages(`js-tiktoken/ranks/${encoding}`));
    writeFileSync(path.join(folder, `${encoding}.bin`), tokenTable(tokensByRank(bpe_ranks)));
  }
}

/** The number of tokens (32 bits, little endian), the length of each in the order of ranks (a byte each), then their bytes. */
export function tokenTable(tokens: readonly Uint8Array[]): Uint8Array {
  const count = Buffer.alloc(4);
  count.writeUInt32LE(tokens.length);
  return Buffer.concat([count, Buffer.from(tokens.map(token => token.length)), ...tokens]);
}

/** Throws unless every rank from 0 up has one token, of 1 to 255 bytes: the table has no room for anything else. */
function tokensByRank(packed: string): Uint8Array[] {
  const tokens: Uint8Array[] = [];
  for (const line of packed.split('\n').filter(line => line !== '')) {
    const [, first, ...encoded] = line.split(' ');
    if (Number(first) !== tokens.length) throw new Error(`Rank ${tokens.length} is missing, ${first} follows.`);
    for (const token of encoded) tokens.push(Buffer.from(token, 'base64'));
  }
  const unusual = tokens.findIndex(({ length }) => length === 0 || length > 255);
  if (unusual >= 0) throw new Error(`The token of rank ${unusual} has ${tokens[unusual]?.length} bytes.`);
  return tokens;
}
