import { NO_CONTEXT } from '../link/evaluation';
import { lineageOf } from '../link/lineage';
import type { Value } from '../source/values';
import type { Search } from './objects';

/** A callee taken apart: what it is a member of, and by which steps. */
export interface Split {
  readonly base: Value;
  readonly steps: readonly string[];
}

/** `ProjectRunner.run` of `class ProjectRunner(Runner)` is `Runner.run`, where no class of the project has it. */
export function inherited({ evaluation, sdks }: Search, callee: Value): Value {
  if (callee.kind !== 'member' || callee.object.kind !== 'class') return callee;
  const { at, scope } = callee.object;
  const { others } = lineageOf(evaluation, at.uri, scope, NO_CONTEXT);
  const above = others.find(base => base.kind === 'external' && sdks.ofModule(base.module).length > 0);
  return above?.kind === 'external' ? { ...above, at: callee.at, path: [...above.path, callee.key] } : callee;
}

/** All ways to take a callee apart, the longest base first: `a.b.c` is `a.b.c`, `c` of `a.b`, `b.c` of `a`. */
export function splits(callee: Value): readonly Split[] {
  const found: Split[] = [{ base: callee, steps: [] }];
  for (let { base, steps } = { base: callee, steps: [] as readonly string[] }; ; ) {
    if (base.kind === 'member') {
      steps = [base.key, ...steps];
      base = base.object;
    } else if (base.kind === 'external' && base.path.length > 0) {
      steps = [...base.path.slice(-1), ...steps];
      base = { ...base, path: base.path.slice(0, -1) };
    } else return base.kind === 'call' && base.args.length === 0 ? [...found, ...throughAccessors(base, steps)] : found;
    found.push({ base, steps });
  }
}

/** `client.chat().completions().create`: methods without arguments lead to a part of an object like members do. Only what they begin with counts. */
function throughAccessors(call: Value, from: readonly string[]): readonly Split[] {
  let [base, steps] = [call, from];
  for (;;) {
    if (base.kind === 'call' && base.args.length === 0 && base.callee.kind === 'member') base = base.callee;
    else if (base.kind === 'member') {
      steps = [base.key, ...steps];
      base = base.object;
    } else return [{ base, steps }];
  }
}
