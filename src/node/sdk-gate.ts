import { SDKS } from '../core/sdks/registry';
import { createGate } from './gate';

const words = new Set(SDKS.flatMap(sdk => sdk.sharedNames ?? []));

/** Whether a text names a package of an SDK that we read. */
export const sdkGate = createGate(
  SDKS.flatMap(sdk => sdk.traces ?? sdk.modules.filter(module => !words.has(module))),
  [...words],
);
