import type { Uri } from '../span';
import { isNotebook, readNotebook } from './read-notebook';

/** What a file says as code: of a notebook its joined cells, of any other file its text. A broken notebook is taken as it stands. */
export function codeText(uri: Uri, text: string): string {
  const notebook = isNotebook(uri) ? readNotebook(uri, text) : undefined;
  return notebook === undefined || 'message' in notebook ? text : notebook.joined.text;
}
