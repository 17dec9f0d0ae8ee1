/**
 * What the tests inside the extension host report, one JSON object a line: the host's console cannot be seen from outside, and a file
 * that grows shows which test was running when a host hangs.
 */
export type HostEvent =
  | { readonly kind: 'start'; readonly title: string }
  | { readonly kind: 'passed'; readonly title: string; readonly milliseconds: number }
  | { readonly kind: 'skipped'; readonly title: string }
  | { readonly kind: 'failed'; readonly title: string; readonly error: string }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'end'; readonly failures: number };

/** Lies beside the bundle of the tests, so that both sides find it without being told. */
export const hostEventsFile = 'events.ndjson';
