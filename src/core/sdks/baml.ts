import { entryOf } from '../link/entries';
import { hole } from '../link/hole';
import type { Surroundings } from './call-surroundings';
import { FREE } from './handed';
import { withPromptFile } from './loaded-prompt';
import type { CallShape, Sdk } from './sdk';
import type { ArgumentLayer, SdkCall, SdkObject } from './sdk-call';

const request = {
  on: 'client',
  api: 'baml',
  path: '*',
  model: ['model'],
  messages: ['messages'],
  system: [],
  tools: [],
  cap: ['max_tokens'],
  capRequired: false,
  schema: [],
  positional: [],
} as const satisfies Omit<CallShape, 'streams'>;

const client = { makes: 'client' } as const;

/** What BAML generates of the functions in `baml_src`: each is a method, which sends its prompt to its client. */
export const sdk: Sdk = {
  id: 'baml',
  modules: ['baml_client'],
  makers: {
    b: { is: 'client' },
    'b.stream': { is: 'stream' },
    BamlClient: client,
    BamlAsyncClient: client,
    BamlSyncClient: client,
    // These make a request, or read an answer, and send nothing.
    'b.request': { is: FREE },
    'b.stream_request': { is: FREE },
    'b.streamRequest': { is: FREE },
    'b.parse': { is: FREE },
    'b.parse_stream': { is: FREE },
    'b.parseStream': { is: FREE },
  },
  methods: ['with_options', 'withOptions'].map(path => ({ on: 'client', path, makes: 'client' })),
  baseUrlArguments: [],
  calls: [
    { ...request, streams: false },
    { ...request, on: 'stream', streams: true },
  ],
  read,
};

/** Functions have names of their own (`ExtractInvoice`), which BAML wants to begin with a capital. Caps stand with their clients. */
function read({ path = '', ...call }: SdkCall, _objectsOf: unknown, { promptNamed }: Surroundings): SdkCall | undefined {
  const { object } = call;
  if (!/^[A-Z]\w*$/.test(path)) return undefined;
  const at = object.layers[object.layers.length - 1]?.args[0]?.at ?? { uri: '', start: 0, end: 0 };
  const asking = (why: string): ArgumentLayer => ({ args: [{ name: 'model', value: hole(at, path, why), at }], positional: [] });
  const document = promptNamed(path, 'baml_src', '.baml');
  if (document === undefined) {
    const layers = [asking('no function of this name was found in baml_src')];
    return { ...call, path, object: { ...object, layers, unseen: true } };
  }
  const isCapped = document.outputCap !== undefined || document.capReference !== undefined;
  const shape = isCapped ? call.shape : { ...call.shape, cap: [] };
  if (!choosesClient(object)) return withPromptFile({ ...call, path, shape, object: { ...object, layers: [] } }, document);
  const { provider: _, model: __, outputCap: ___, ...prompt } = document;
  return withPromptFile({ ...call, path, object: { ...object, layers: [asking('the code chooses its client')], unseen: true } }, prompt);
}

/** `b.with_options(client=…)`, `b.Extract(text, baml_options={"client_registry": registry})`, `b.Extract(text, { clientRegistry })` */
function choosesClient({ layers }: SdkObject): boolean {
  return layers.some(({ args }, nth) =>
    args.some(({ name, value }) => {
      const isOption = name !== undefined && nth < layers.length - 1 && CHOOSING.includes(name);
      return isOption || (value.kind === 'record' && CHOOSING.some(key => entryOf(value, key).value !== undefined));
    }),
  );
}

const CHOOSING = ['client', 'client_registry', 'clientRegistry'];
