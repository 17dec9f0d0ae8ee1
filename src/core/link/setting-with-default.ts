import type { Value } from '../source/values';
import { toHole } from './volatility';

export interface SettingWithDefault {
  /** What is set where the program is deployed. */
  readonly set: readonly Value[];
  /** What counts where nothing is. */
  readonly fallback: Value;
}

/** `process.env.PROVIDER || "openai"`; undefined: it is something else, or hangs on a condition. */
export function settingWithDefault(value: Value): SettingWithDefault | undefined {
  if (value.kind !== 'choice' || value.condition !== undefined || value.under !== undefined) return undefined;
  const set = value.options.filter(isSetAtDeployment);
  const [fallback, ...others] = value.options.filter(option => !isSetAtDeployment(option));
  return set.length === 0 || fallback === undefined || others.length > 0 ? undefined : { set, fallback };
}

function isSetAtDeployment(value: Value): boolean {
  const { volatility, proven } = toHole(value);
  return volatility === 'deploy' && proven;
}
