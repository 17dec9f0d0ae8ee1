import type { QuoteEnvironment } from '../quote/environment';
import type { CallSite } from '../request/call-site';
import type { Span } from '../source/span';
import type { Problem } from '../source/summary';
import { classifyTask } from './classify';
import { TASK_CLASSES, type TaskReading, taskClass } from './task-class';

/** In any comment on a call's own line or the one above, or in the head of a prompt file. */
const COMMENT = /promptfare:[ \t]*task[ \t]*[=:][ \t]*([a-z][a-z-]*)/i;

/** What the user says of a request's task. `unknown`: a comment that names no class. */
type StatedTask = TaskReading | { readonly unknown: string; readonly at: Span };

/** What kind of task a request is: as the user says, else as it reads (`classify`). A comment that names no class is a problem, and leaves the task unclear. */
export function readTask(
  site: CallSite,
  environment: QuoteEnvironment,
  classify: () => TaskReading = () => classifyTask(site, environment.reader),
): { readonly task: TaskReading; readonly problem?: Problem } {
  const stated = statedTask(site, environment);
  if (stated === undefined) return { task: classify() };
  if (!('unknown' in stated)) return { task: stated };
  return {
    task: { task: 'unclear', certainty: 'stated', evidence: [] },
    problem: { message: unknownTaskText(stated.unknown), at: stated.at },
  };
}

/** The comment at the call wins over the workspace file. */
function statedTask(site: CallSite, { saidOf, textOf }: QuoteEnvironment): StatedTask | undefined {
  const text = textOf(site.at.uri);
  const written = text === undefined ? undefined : commentAt(site, text);
  if (written !== undefined) {
    const task = taskClass(written.name);
    const at = { uri: site.at.uri, start: written.start, end: written.end };
    if (task === undefined && written.name !== 'unclear') return { unknown: written.name, at };
    return { task: task ?? 'unclear', certainty: 'stated', evidence: task === undefined ? [] : [{ task, quote: written.comment, at }] };
  }
  const said = saidOf(site.at.uri, site.identity)?.taskClass;
  return said === undefined ? undefined : { task: said, certainty: 'stated', evidence: [] };
}

/** One sentence for a comment that names no class. */
function unknownTaskText(name: string): string {
  return `“${name}” is no kind of task. Write one of: ${TASK_CLASSES.map(task => task.replaceAll(' ', '-')).join(', ')}; or unclear, so that nothing is suggested.`;
}

interface Written {
  readonly name: string;
  readonly comment: string;
  readonly start: number;
  readonly end: number;
}

function commentAt({ kind, at, calleeAt }: CallSite, text: string): Written | undefined {
  const from = text.lastIndexOf('\n', text.lastIndexOf('\n', at.start - 1) - 1) + 1;
  const lineEnd = text.indexOf('\n', Math.max(at.start, calleeAt.end));
  // A prompt file's head is as long as it is.
  const to = kind === 'prompt-file' ? Math.max(at.end, lineEnd) : lineEnd;
  const stretch = text.slice(from, to < 0 ? text.length : to);
  const match = COMMENT.exec(stretch);
  if (match === null) return undefined;
  const start = from + match.index;
  return { name: match[1] ?? '', comment: match[0], start, end: start + match[0].length };
}
