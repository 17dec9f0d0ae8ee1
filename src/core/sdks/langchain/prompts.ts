import type { Maker, MethodMaker } from '../sdk';

const MESSAGES: Maker = { makes: 'prompt', positional: ['messages'] };
const TEMPLATE: Maker = { makes: 'prompt', positional: ['template'] };
const UNREAD: Maker = { makes: 'prompt', positional: ['name'] };

export const PROMPTS: Readonly<Record<string, Maker>> = {
  ChatPromptTemplate: MESSAGES,
  'ChatPromptTemplate.from_messages': MESSAGES,
  'ChatPromptTemplate.fromMessages': MESSAGES,
  'ChatPromptTemplate.fromPromptMessages': MESSAGES,
  'ChatPromptTemplate.from_template': TEMPLATE,
  'ChatPromptTemplate.fromTemplate': TEMPLATE,
  PromptTemplate: TEMPLATE,
  'PromptTemplate.from_template': TEMPLATE,
  'PromptTemplate.fromTemplate': TEMPLATE,
  'PromptTemplate.from_file': UNREAD,
  Prompt: TEMPLATE,
  FewShotPromptTemplate: { makes: 'prompt' },
  FewShotChatMessagePromptTemplate: UNREAD,
  PipelinePromptTemplate: UNREAD,
  load_prompt: UNREAD,
  loadPrompt: UNREAD,
  'hub.pull': UNREAD,
  pull: UNREAD,
};

const FILLING = ['format', 'aformat', 'format_messages', 'aformat_messages', 'format_prompt', 'aformat_prompt', 'invoke', 'ainvoke'];
const FILLING_IN_JAVASCRIPT = ['formatMessages', 'formatPrompt', 'formatPromptValue', 'partial'];
const CONVERTING = ['to_messages', 'to_string', 'toChatMessages', 'toString'];

export const PROMPT_METHODS: readonly MethodMaker[] = [
  ...[...FILLING, ...FILLING_IN_JAVASCRIPT].map(path => ({ on: 'prompt', path, makes: 'prompt', positional: ['values'] })),
  ...CONVERTING.map(path => ({ on: 'prompt', path, makes: 'prompt' })),
];
