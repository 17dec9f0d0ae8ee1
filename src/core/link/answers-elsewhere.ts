import type { Context, KeptInContext } from './evaluation';
import { holdsIn } from './reliance';

/** Contexts in which an answer was worked out that others are compared with. */
const MOST_ELSEWHERE = 12;

/** What was found out in some contexts, for others that look the same. Serves one link. */
export class AnswersElsewhere<Asked extends object, Answer> {
  readonly #answers = new Map<Asked, KeptInContext<Answer>[]>();

  find(asked: Asked, context: Context): KeptInContext<Answer> | undefined {
    const answers = this.#answers.get(asked);
    if (answers === undefined) return undefined;
    for (const answer of answers) if (holdsIn(answer.reliance, context)) return answer;
    return undefined;
  }

  /** Keeps an answer, unless it holds only as seen from where it was asked for. */
  keep(asked: Asked, answer: KeptInContext<Answer>): void {
    if (answer.grounds.holds !== 'always' || answer.reliance.cutShort) return;
    const answers = this.#answers.get(asked);
    if (answers === undefined) this.#answers.set(asked, [answer]);
    else {
      // What is followed now asks for what it has just found out; what was followed long ago is done.
      if (answers.length >= MOST_ELSEWHERE) answers.shift();
      answers.push(answer);
    }
  }
}
