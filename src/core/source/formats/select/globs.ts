// The `posix` entry reads nothing of the machine; the main one looks at the operating system.
import picomatch from 'picomatch/posix';
import type { Uri } from '../../span';

/** Whether a document's path matches one of the globs. A glob without a leading slash or `**` may start at any folder. */
export function matcherOf(globs: readonly string[]): (uri: Uri) => boolean {
  const matches = pathMatcherOf(globs);
  return uri => matches(pathOf(uri));
}

/** The same of paths as `pathOf` gives them: for many globs over one path. */
export function pathMatcherOf(globs: readonly string[]): (path: string) => boolean {
  const usable = globs.map(glob => glob.trim()).filter(glob => glob !== '' && glob.length < 1000);
  const matches = usable.map(glob => picomatch(anywhere(glob), { dot: true }));
  return path => matches.some(match => match(path));
}

function anywhere(glob: string): string {
  const plain = glob.replace(/^\.?\//, '');
  return plain === glob && !plain.startsWith('**/') ? `**/${plain}` : plain;
}

/** The URI's path, decoded, with no leading slash. */
export function pathOf(uri: Uri): string {
  const path = uri.replace(/^[A-Za-z][\w+.-]*:(?:\/\/[^/]*)?/, '').replace(/[?#].*/s, '');
  return decoded(path).replace(/^\/+/, '');
}

/** A `%` that encodes nothing stays as it is. */
function decoded(path: string): string {
  return path.replace(/(?:%[0-9A-Fa-f]{2})+/g, bytes => {
    try {
      return decodeURIComponent(bytes);
    } catch (error) {
      if (error instanceof URIError) return bytes;
      throw error;
    }
  });
}
