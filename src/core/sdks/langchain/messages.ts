import type { Role } from '../../source/prompt-document';
import type { MessageClass } from '../sdk';

const CLASSES: Readonly<Record<string, Role>> = { System: 'system', Human: 'user', AI: 'assistant', Tool: 'tool', Function: 'tool' };

/** `SystemMessage(content="…")`, which LangChain.js called `SystemChatMessage` at first: what stands in it is sent as it is. */
export const MESSAGES: Readonly<Record<string, MessageClass>> = Object.fromEntries([
  ...Object.entries(CLASSES).flatMap(([name, role]) =>
    ['Message', 'ChatMessage'].map(kind => [`${name}${kind}`, { role, positional: ['content'] }] as const),
  ),
  ['ChatMessage', { positional: ['content', 'role'] }],
]);

/** `SystemMessagePromptTemplate.from_template("…")`: what stands in it is a template. */
export const MESSAGE_TEMPLATES: Readonly<Record<string, Role>> = Object.fromEntries(
  Object.entries(CLASSES).flatMap(([name, role]) =>
    ['', '.from_template', '.fromTemplate'].map(method => [`${name}MessagePromptTemplate${method}`, role] as const),
  ),
);
