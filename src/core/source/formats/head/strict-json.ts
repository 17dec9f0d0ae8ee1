import type { Uri } from '../../span';

export function isJson(uri: Uri): boolean {
  return /\.json$/i.test(uri);
}

/** What YAML takes is not always JSON. */
export function parsesAsJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
