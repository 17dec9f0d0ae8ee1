import type { Value } from '../source/values';
import { argumentIn } from './handed';
import type { CallShape, Sdk } from './sdk';
import type { SdkCall } from './sdk-call';

/**
 * Drives a browser by instructions: every call sends what the page shows, too. https://github.com/browserbase/stagehand, `lib/index.ts` of
 * 2.5.0 and `v3.ts` of 3.7.0, read 2026-11-23
 */
const request = {
  api: 'stagehand',
  streams: false,
  model: ['options.model.modelName', 'options.model', 'input.modelName', 'modelId', 'model.modelName', 'model', 'modelName'],
  messages: ['input.action', 'input.instruction', 'input'],
  system: [],
  tools: [],
  cap: [],
  capRequired: false,
  schema: ['schema', 'input.schema'],
  modelForm: '/',
  chargedBy: 'the pages that it reads, which are sent with what is asked',
} as const;

const ON_PAGES: readonly CallShape[] = [
  { ...request, path: 'act', positional: ['input', 'options'] },
  { ...request, path: 'extract', positional: ['input', 'schema', 'options'] },
  { ...request, path: 'observe', positional: ['input', 'options'] },
];

const calls: readonly CallShape[] = [
  // The object itself has them as well, but for a while its page alone had them.
  ...ON_PAGES,
  ...ON_PAGES.map(shape => ({ ...shape, path: `page.${shape.path}` })),
  ...ON_PAGES.map(shape => ({ ...shape, on: 'page' })),
  { ...request, on: 'agent', path: 'execute', system: ['systemPrompt', 'instructions'], tools: ['tools'], positional: ['input'] },
];

export const sdk: Sdk = {
  id: 'stagehand',
  modules: ['@browserbasehq/stagehand'],
  makers: {
    Stagehand: { makes: 'client', objects: ['llmClient'] },
    Page: { makes: 'page' },
    AISdkClient: { makes: 'llm', objects: ['model'] },
  },
  methods: [{ on: 'client', path: 'agent', makes: 'agent' }],
  baseUrlArguments: [],
  calls,
  read,
};

/** What `observe` found is done without a model, and a page that nothing is asked about is only read. */
function read(call: SdkCall): SdkCall | undefined {
  const own = call.object.layers[call.object.layers.length - 1];
  const input = own && argumentIn(own, 'input');
  const isAsked = input !== undefined || !call.shape.path.endsWith('extract') || own === undefined || own.args.length > 0;
  return isAsked && (input === undefined || !isObserved(input)) ? call : undefined;
}

function isObserved(value: Value): boolean {
  if (value.kind === 'index' || value.kind === 'member') return isObserved(value.object);
  return value.kind === 'call' && value.callee.kind === 'member' && value.callee.key === 'observe';
}
