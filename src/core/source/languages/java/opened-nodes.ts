import type { SyntaxNode } from '../../syntax';
import { type Frame, sourceOf } from './frame';
import type { OpenedVariable } from './json-nodes';

/** A variable of a block that is a container inside of another. */
export interface OpenedHere extends OpenedVariable {
  readonly name: string;
  /** The statement of its block in which it is last named; undefined until that is looked for. */
  last?: number;
}

/** What is changed after it was put into another counts there, too: it is put in where it is last named. Beyond this many it is put in at once. */
const MOST_OPEN = 32;

/** Behind a statement: puts what isn't named any more into what it stands in, the inner ones first. */
export function attachOpened(frame: Frame, parts: readonly SyntaxNode[], opened: OpenedHere[], index: number): void {
  if (opened.length === 0) return;
  for (const each of opened) {
    if (each.last !== undefined) continue;
    each.last = opened.length > MOST_OPEN ? index : lastNaming(frame, parts, each.name, index);
    const around = opened.find(other => other.name === each.root);
    if (around?.last !== undefined && around.last < each.last) around.last = each.last;
  }
  // Behind all that the statement does, and each behind what is put into it.
  let start = (parts[index]?.endIndex ?? 1) - 1;
  for (let place = opened.length - 1; place >= 0; place--) {
    const each = opened[place];
    if (each === undefined || each.last === undefined || each.last > index) continue;
    const at = { uri: frame.file.uri, start, end: start };
    start++;
    frame.scope.effects.push({ ...each.attach({ kind: 'name', name: each.name, scope: frame.scope.id, at }), at });
    opened.splice(place, 1);
  }
}

function lastNaming(frame: Frame, parts: readonly SyntaxNode[], name: string, from: number): number {
  const naming = new RegExp(`(?<![\\w$.])${name.replaceAll('$', '\\$&')}(?![\\w$])`);
  for (let index = parts.length - 1; index > from; index--) {
    const part = parts[index];
    if (part !== undefined && naming.test(sourceOf(frame, part))) return index;
  }
  return from;
}
