import { readFileSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { errorText } from '../core/error-text';
import type { FetchAnswer } from '../protocol/worker';
import { type FetchLike, fetchRefreshedPrices } from './refreshed-prices';

/** The price list that the user had fetched, kept in one file between starts. */
export class KeptPrices {
  readonly #file: string;
  #prices: unknown;

  /** Reads what was kept; a file that can't be read is told, and the bundled prices serve. */
  constructor(file: string, tell: (problem: string) => void) {
    this.#file = file;
    try {
      this.#prices = JSON.parse(readFileSync(file, 'utf8'));
    } catch (error) {
      if (!isMissing(error)) tell(`The refreshed prices can't be read (${errorText(error)}): the bundled ones serve. Refresh them again.`);
    }
  }

  get prices(): unknown {
    return this.#prices;
  }

  /** Checks what the host fetched and keeps it. The message is for the user. */
  async keep(answer: FetchAnswer, today: Date): Promise<{ readonly refreshed: boolean; readonly message: string }> {
    const result = await fetchRefreshedPrices(answering(answer), today);
    if (result.kind === 'failed') return { refreshed: false, message: result.message };
    try {
      await mkdir(path.dirname(this.#file), { recursive: true });
      // Renamed into place, so that a worker that ends meanwhile leaves no half a list.
      await writeFile(`${this.#file}.new`, JSON.stringify(result.prices));
      await rename(`${this.#file}.new`, this.#file);
    } catch (error) {
      return { refreshed: false, message: `The prices were fetched but can't be kept: ${errorText(error)}` };
    }
    this.#prices = result.prices;
    const left = result.problems.length === 0 ? '' : ` ${result.problems.join(' ')}`;
    return { refreshed: true, message: `Prices were refreshed. Models: ${result.models.toLocaleString('en')}.${left}` };
  }
}

function answering(answer: FetchAnswer): FetchLike {
  return async () => {
    if ('failed' in answer) throw new Error(answer.failed);
    return { ok: answer.ok, status: answer.status, text: async () => answer.text };
  };
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
