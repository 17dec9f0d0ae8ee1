import { errorText } from '../core/error-text';
/** Why a path that was asked for can't be read, as the command line says it. `kind`: what it should be. */
export function whyUnread(given: string, error: unknown, kind: 'file' | 'file or folder'): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') return `no such ${kind}: ${given}`;
  if (code === 'EISDIR') return `${given} is a folder: name the files in it, or scan it by promptfare scan`;
  if (code === 'EACCES' || code === 'EPERM') return `${given} can't be read: permission denied`;
  return `${given} can't be read: ${errorText(error)}`;
}
