import type { Uri } from './span';

/** The file at a path that is relative to another file; undefined when that one has no folders, or the path leaves its root. */
export function relativeUri(from: Uri, path: string): Uri | undefined {
  const [, root, rest] = /^([a-z][\w+.-]*:(?:\/\/[^/]*)?)(\/.*)$/is.exec(from) ?? [];
  if (root === undefined || rest === undefined) return undefined;
  const segments = rest.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') segments.push(encodeSegment(part));
    else if (segments.length > 1) segments.pop();
    else return undefined;
  }
  return root + segments.join('/');
}

/** The same path in the file's own folder and in those above it, the nearest first. */
export function relativeUris(from: Uri, path: string, folders: number): readonly Uri[] {
  return Array.from({ length: folders }, (_, above) => relativeUri(from, `${'../'.repeat(above)}${path}`)).flatMap(uri => uri ?? []);
}

/** Addresses of documents are percent-encoded as the editor does it, paths in files are not. */
function encodeSegment(part: string): string {
  const encoded = encodeURIComponent(part.replace(/\p{Surrogate}/gu, '\ufffd'));
  return encoded.replace(/[!'()*]/g, sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
