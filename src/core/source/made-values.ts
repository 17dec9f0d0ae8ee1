import type { Span } from './span';
import type { Value, ValueOf } from './values';

/** Text that stands for what is written at a place in other words: a role that a class implies, a name behind a constant. No edit may go into it. */
export function madeText(text: string, at: Span): ValueOf<'text'> {
  return { kind: 'text', at, text: { uri: at.uri, text, runs: [] } };
}

/** The message that a class, a builder or an annotation stands for. */
export function madeMessage(role: string, content: Value, at: Span = content.at): ValueOf<'record'> {
  const entries = [
    { key: 'role', value: madeText(role, at), at },
    { key: 'content', value: content, at: content.at },
  ];
  return { kind: 'record', at, entries };
}
