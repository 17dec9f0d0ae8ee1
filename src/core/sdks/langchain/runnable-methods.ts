import type { MethodMaker } from '../sdk';

/** Methods that give a runnable of the same kind: it still sends the same. */
const SAME: readonly string[] = [
  'with_config',
  'withConfig',
  'with_retry',
  'withRetry',
  'with_fallbacks',
  'withFallbacks',
  'with_listeners',
  'with_types',
  'configurable_fields',
  'configurable_alternatives',
  'assign',
  'pick',
  'map',
  'compile',
];

/** Methods that add to what a runnable sends. */
const ADDING: Readonly<Record<string, readonly string[]>> = {
  bind: [],
  bind_tools: ['tools'],
  bindTools: ['tools'],
  bind_functions: ['functions'],
  with_structured_output: ['schema'],
  withStructuredOutput: ['schema'],
};

export const RUNNABLE_METHODS: readonly MethodMaker[] = [
  ...['chat-model', 'chain', 'agent', 'prompt', 'embeddings', 'retriever', 'test-double'].flatMap(kind =>
    SAME.map(path => ({ on: kind, path, makes: kind })),
  ),
  ...['chat-model', 'chain', 'test-double'].flatMap(kind =>
    Object.entries(ADDING).map(([path, positional]) => ({ on: kind, path, makes: kind, positional })),
  ),
];
