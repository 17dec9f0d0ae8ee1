import type { Context, KeptInContext } from './evaluation';
import { differsIn, type Look, looksSame } from './reliance';

/** Contexts in which an answer was worked out that others are compared with. */
const MOST_ELSEWHERE = 12;

interface KeptElsewhere<T> extends KeptInContext<T> {
  /** How many conditions were being decided when it was asked for: with more, others are left open. */
  readonly deciding: number;
  /** What looked different where it was compared last: that mostly differs in the next context, too. */
  differed: Look | undefined;
}

/** What was found out in some contexts, for others that look the same. Serves one link. */
export class AnswersElsewhere<Asked extends object, Answer> {
  readonly #answers = new Map<Asked, KeptElsewhere<Answer>[]>();
  readonly #active: ReadonlySet<string>;

  /** `active`: what is being worked on. An answer that came upon some of it says the same again where all of that is. */
  constructor(active: ReadonlySet<string> = new Set()) {
    this.#active = active;
  }

  find(asked: Asked, context: Context, deciding: number): KeptInContext<Answer> | undefined {
    const answers = this.#answers.get(asked);
    if (answers === undefined) return undefined;
    for (const answer of answers) {
      if (answer.grounds.holds === 'open' && answer.deciding !== deciding) continue;
      if (!isWithin(answer, this.#active)) continue;
      if (answer.differed !== undefined && !looksSame(answer.differed, context)) continue;
      answer.differed = differsIn(answer.reliance, context);
      if (answer.differed === undefined) return answer;
    }
    return undefined;
  }

  /** Keeps an answer, unless it lacks a part that may be had another time. */
  keep(asked: Asked, kept: KeptInContext<Answer>, deciding: number): void {
    const { grounds, reliance } = kept;
    if (grounds.holds === 'cut' || grounds.holds === 'now' || reliance.cutShort || !isWithin(kept, this.#active)) return;
    const answer = { answer: kept.answer, grounds, reliance, deciding, differed: undefined };
    const answers = this.#answers.get(asked);
    if (answers === undefined) this.#answers.set(asked, [answer]);
    else {
      // What is followed now asks for what it has just found out; what was followed long ago is done.
      if (answers.length >= MOST_ELSEWHERE) answers.shift();
      answers.push(answer);
    }
  }
}

/** Whether an answer is asked for within all that it came upon, so that it would be the same again. */
export function isWithin({ grounds: { circles } }: KeptInContext<unknown>, active: ReadonlySet<string>): boolean {
  for (const key of circles) if (!active.has(key)) return false;
  return true;
}
