import type { Uri } from '../core/source/span';

/** One file's address in one spelling: editors percent-encode more than paths built from an import do. */
export function uriKey(uri: Uri): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    // A lone `%` is no encoding: such an address is spelled one way only.
    return uri;
  }
}
