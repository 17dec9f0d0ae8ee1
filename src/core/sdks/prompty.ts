import { namedArguments } from '../request/arguments';
import type { Surroundings } from './call-surroundings';
import { withPromptFile } from './loaded-prompt';
import type { CallShape, Maker, Sdk } from './sdk';
import type { SdkCall } from './sdk-call';

const request: Omit<CallShape, 'path' | 'streams'> = {
  on: 'client',
  api: 'prompty',
  model: ['model'],
  messages: ['messages'],
  system: [],
  tools: [],
  cap: ['max_tokens'],
  capRequired: false,
  schema: [],
  positional: ['prompt'],
  objects: ['prompt'],
};

const paths = ['execute', 'execute_async', 'invoke', 'invoke_async', 'run', 'run_async'];
const load: Maker = { makes: 'prompt', positional: ['prompt'] };

/** The request stands in the file that is loaded; a file that isn't known leaves a call of which nothing is known. */
function read(call: SdkCall, _objectsOf: unknown, { promptIn }: Surroundings): SdkCall {
  const path = namedArguments(call.object.layers).get(['prompt'])?.value;
  const document = path === undefined ? undefined : promptIn(path);
  return document === undefined
    ? { ...call, object: { ...call.object, name: 'prompt file', unseen: true, ...(path !== undefined && { handed: path }) } }
    : withPromptFile(call, document);
}

/** Python's runtime of `.prompty` files. */
export const sdk: Sdk = {
  id: 'prompty',
  modules: ['prompty', 'langchain_prompty.utils'],
  makers: { load, load_async: load },
  moduleIs: 'client',
  baseUrlArguments: [],
  calls: paths.map(path => ({ ...request, path, streams: false })),
  read,
};
