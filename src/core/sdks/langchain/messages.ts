import type { Role } from '../../source/prompt-document';
import type { MessageClass } from '../sdk';

const CLASSES: Readonly<Record<string, Role>> = { System: 'system', Human: 'user', AI: 'assistant', Tool: 'tool', Function: 'tool' };

/** `SystemMessage(content="…")`: what stands in it is sent as it is. */
export const MESSAGES: Readonly<Record<string, MessageClass>> = Object.fromEntries([
  ...Object.entries(CLASSES).map(([name, role]) => [`${name}Message`, { role, positional: ['content'] }] as const),
  ['ChatMessage', { positional: ['content', 'role'] }],
]);

/** `SystemMessagePromptTemplate.from_template("…")`: what stands in it is a template. */
export const MESSAGE_TEMPLATES: Readonly<Record<string, Role>> = Object.fromEntries(
  Object.entries(CLASSES).flatMap(([name, role]) =>
    ['', '.from_template', '.fromTemplate'].map(method => [`${name}MessagePromptTemplate${method}`, role] as const),
  ),
);
