import type { Uri } from '../core/source/span';
import { uriKey } from './uri-key';

/** Documents that wait to be analysed, each once. */
export class AnalysisQueue {
  #waiting: Uri[] = [];

  /** The user is at this document: it goes before all others. */
  addFirst(uri: Uri): void {
    this.#waiting = [uri, ...this.#without(uri)];
  }

  /** Keeps its place if it waits already. */
  addLast(uri: Uri): void {
    if (!this.has(uri)) this.#waiting.push(uri);
  }

  /** Brings a waiting document to the front. */
  promote(uri: Uri): void {
    if (this.has(uri)) this.addFirst(uri);
  }

  remove(uri: Uri): void {
    this.#waiting = this.#without(uri);
  }

  has(uri: Uri): boolean {
    return this.#waiting.some(waiting => uriKey(waiting) === uriKey(uri));
  }

  take(): Uri | undefined {
    return this.#waiting.shift();
  }

  #without(uri: Uri): Uri[] {
    return this.#waiting.filter(waiting => uriKey(waiting) !== uriKey(uri));
  }
}
