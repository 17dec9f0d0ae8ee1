import type { SyntaxNode } from '../../syntax';
import { type Frame, sourceOf } from './frame';

/** What such a refusal says, or the error is called. */
const LEFT_TO_OTHERS = /implement|overrid|abstract|subclass/i;

/** `write() { throw new Error('Not implemented'); }`: what it does stands in other classes, for which JavaScript has no word. */
export function isPlaceholder(frame: Frame, method: SyntaxNode): boolean {
  const statements = method.childForFieldName('body')?.namedChildren.filter(child => child?.type !== 'comment') ?? [];
  const [only] = statements;
  return statements.length === 1 && only?.type === 'throw_statement' && LEFT_TO_OTHERS.test(sourceOf(frame, only));
}
