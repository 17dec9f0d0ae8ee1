import type { Verification } from './verification';

export interface RequestNow {
  /** Id of the model. */
  readonly model: string;
  readonly fingerprint: string;
  /** Model that is suggested; undefined: none is. */
  readonly suggestion?: string;
}

/** `proposed`: it tells of the change that is suggested now. `taken`: the change has been made since. `stale`: prompt or model are others by now. */
export type Freshness = 'proposed' | 'taken' | 'stale';

/** What a result is still worth, now that the request may have changed. */
export function freshnessOf({ change, today, changed }: Verification, now: RequestNow): Freshness {
  const isNow = (side: Verification['today']) => side.model === now.model && side.fingerprint === now.fingerprint;
  if (isNow(changed)) return 'taken';
  if (!isNow(today)) return 'stale';
  return change === 'model' && now.suggestion !== undefined && changed.model !== now.suggestion ? 'stale' : 'proposed';
}
