import type { SyntaxNode } from '../../syntax';
import type { Call, Value } from '../../values';
import { lowerValue, visitChildren } from './expressions';
import { type Frame, isComment, sourceOf } from './frame';

/** `onClick` */
const OF_EVENTS = /^on[A-Z]/;
const LISTENING: ReadonlySet<string> = new Set(['addEventListener', 'addListener', 'on', 'once']);

/** `onClick={() => …}` */
export function lowerAttribute(frame: Frame, node: SyntaxNode): void {
  const [name, value] = node.namedChildren;
  const [held] = value?.type === 'jsx_expression' ? value.namedChildren.filter(child => child !== null && !isComment(frame, child)) : [];
  if (name && held && OF_EVENTS.test(sourceOf(frame, name))) waits(frame, lowerValue(frame, held));
  else visitChildren(frame, node);
}

/** `button.addEventListener('click', () => …)` */
export function markListeners(frame: Frame, { callee, args }: Call): void {
  if (callee.kind !== 'member' || !LISTENING.has(callee.key)) return;
  for (const { value } of args.slice(1)) waits(frame, value);
}

function waits(frame: Frame, value: Value): void {
  const scope = value.kind === 'function' ? frame.file.scopes[value.scope] : undefined;
  if (scope !== undefined) scope.awaitsEvent = true;
}
