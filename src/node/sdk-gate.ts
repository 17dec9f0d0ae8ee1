import { SDKS } from '../core/sdks/registry';
import { createGate } from './gate';

/** Whether a text names a package of an SDK that we read. */
export const sdkGate = createGate(SDKS.flatMap(sdk => sdk.modules));
