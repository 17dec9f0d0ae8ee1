/** Where the scan of a workspace is. `elsewhere`: its files are not on disk, so that it can't be scanned. */
export const SCAN_STATES = ['none', 'scanning', 'done', 'elsewhere'] as const;
export type ScanState = (typeof SCAN_STATES)[number];

export const ELSEWHERE =
  'The files of this workspace are not on disk, so calls are not looked for in all of them. Files that you open show what theirs cost.';
