/** Steps of a call path that change how, not what, is called. */
const TRANSPARENT_STEPS: ReadonlySet<string> = new Set([
  ...['beta', 'aio', 'with_raw_response', 'with_streaming_response', 'async', 'sync', 'withRawResponse'],
]);
/** Methods that give the same object with other options. */
export const SAME_OBJECT_METHODS: ReadonlySet<string> = new Set(['with_options', 'withOptions', 'copy']);

/** Steps as the tables write them. */
export function pathOf(steps: readonly string[]): string {
  return steps.filter(step => !TRANSPARENT_STEPS.has(step)).join('.');
}
