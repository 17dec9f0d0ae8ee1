import { SDKS } from '../core/sdks/registry';
import { createGate } from './gate';

const words = new Set(SDKS.flatMap(sdk => sdk.sharedNames ?? []));

/** What tells calls on clients that come from somewhere else, so that the file need not import any package. */
const shapes = ['.chat.completions.', ...SDKS.flatMap(({ telling }) => telling?.methods.map(method => `.${method}(`) ?? [])];

/** Whether a text names a package of an SDK that we read, or makes a call that only one has. */
export const sdkGate = createGate(
  [...SDKS.flatMap(sdk => sdk.traces ?? sdk.modules.filter(module => !words.has(module))), ...shapes],
  [...words],
);
