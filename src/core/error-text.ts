/** What an error says, whatever was thrown. `fetch` itself says only that it failed, and keeps the reason. */
export function errorText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message === 'fetch failed' && error.cause instanceof Error ? errorText(error.cause) : error.message;
}
