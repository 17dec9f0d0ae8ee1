import type { Uri } from '../../core/source/span';
import { pathOfAddress } from '../file-address';

/** Numbers paths, so that each is written once. */
export class PathTable {
  readonly paths: string[] = [];
  readonly #byPath = new Map<string, number>();
  readonly #byUri = new Map<Uri, number | undefined>();

  indexOf(path: string): number {
    const known = this.#byPath.get(path);
    if (known !== undefined) return known;
    const index = this.paths.push(path) - 1;
    this.#byPath.set(path, index);
    return index;
  }

  /** Addresses that no file can have, now or later, are left out. */
  indexesOf(uris: readonly Uri[]): Uint32Array {
    return Uint32Array.from(uris.flatMap(uri => this.#indexOfUri(uri) ?? []));
  }

  #indexOfUri(uri: Uri): number | undefined {
    if (this.#byUri.has(uri)) return this.#byUri.get(uri);
    const path = pathOfAddress(uri);
    const index = path === undefined ? undefined : this.indexOf(path);
    this.#byUri.set(uri, index);
    return index;
  }
}
