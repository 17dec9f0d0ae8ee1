import type { Value, ValueOf } from '../../source/values';
import { RUNNABLE_METHODS } from './runnable-methods';

/** What methods of a model were called on: `llm.with_structured_output(Answer)` is as unknown as `llm`. */
export function bare(value: Value): Value {
  const whole = value.kind === 'record' ? changedObject(value) : undefined;
  if (whole !== undefined) return bare(whole);
  if (value.kind === 'choice' && value.options.some(({ kind }) => kind === 'record')) return { ...value, options: value.options.map(bare) };
  if (value.kind !== 'call') return value;
  const { callee } = value;
  const last = callee.kind === 'member' ? callee.key : callee.kind === 'param' ? callee.name.slice(callee.name.lastIndexOf('.') + 1) : '';
  if (!RUNNABLE_METHODS.some(({ path }) => path === last)) return value;
  if (callee.kind === 'member') return bare(callee.object);
  return callee.kind === 'param' ? { ...callee, name: callee.name.slice(0, -last.length - 1) } : value;
}

/** What a step behind a prompt may be, if nobody can say: most likely the model. Functions and packages' parsers are none. */
export function isUnseen(step: Value): boolean {
  if (step.kind === 'call') return step.callee.kind !== 'external' || !/^(@?langchain|langgraph|global$)/.test(step.callee.module);
  if (step.kind === 'choice') return step.options.some(isUnseen);
  const whole = step.kind === 'record' ? changedObject(step) : undefined;
  if (whole !== undefined) return isUnseen(whole);
  return step.kind === 'param' || step.kind === 'hole' || step.kind === 'member' || step.kind === 'index';
}

/** `llm.format = "json"`: the object with what was set on it. */
function changedObject({ entries: [first, ...set] }: ValueOf<'record'>): Value | undefined {
  const isChanged =
    first?.key === undefined && first?.value.kind === 'spread' && set.length > 0 && set.every(({ key }) => key !== undefined);
  return isChanged && first?.value.kind === 'spread' ? first.value.value : undefined;
}
