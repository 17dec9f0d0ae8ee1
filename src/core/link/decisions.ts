import type { Value } from '../source/values';
import { AnswersElsewhere } from './answers-elsewhere';
import type { Context, KeptInContext } from './evaluation';
import { lacks } from './grounds';

type Decision = KeptInContext<boolean | undefined>;

/** Conditions that were decided during one link, and those that can't be. */
export class Decisions {
  readonly #known = new Map<Context, Map<Value, Decision>>();
  readonly #elsewhere: AnswersElsewhere<Value, boolean | undefined>;

  /** `active`: definitions being worked on. */
  constructor(active: ReadonlySet<string>) {
    this.#elsewhere = new AnswersElsewhere(active);
  }

  /** `depth`: how many conditions are being decided that hang on this one. What was left open for it may be decided by itself. */
  find(condition: Value, context: Context, depth: number): Decision | undefined {
    return this.#known.get(context)?.get(condition) ?? this.#elsewhere.find(condition, context, depth);
  }

  keep(condition: Value, context: Context, decision: Decision, depth: number): void {
    this.#elsewhere.keep(condition, decision, depth);
    if (lacks(decision.grounds)) return;
    let inContext = this.#known.get(context);
    if (inContext === undefined) {
      inContext = new Map();
      this.#known.set(context, inContext);
    }
    inContext.set(condition, decision);
  }
}
