import type { Value } from '../source/values';
import { toHole } from './volatility';

/** Whether whoever deploys the program says what a value is. */
export function isDeployed(value: Value): boolean {
  if (value.kind === 'text' || value.kind === 'scalar' || value.kind === 'template' || value.kind === 'param') return false;
  return toHole(value).volatility === 'deploy' || isMadeOfDeployed(value);
}

/** What a function makes of what the environment says and of nothing else that could be told: `int(limit)`, `parse(name, setting)`. Only beside a default: a client makes its answers of settings, too. */
function isMadeOfDeployed(value: Value): boolean {
  if (value.kind !== 'call') return false;
  const args = value.args.map(argument => argument.value);
  return args.some(isDeployed) && args.every(({ kind }) => MADE_OF.has(kind));
}

const MADE_OF: ReadonlySet<Value['kind']> = new Set(['text', 'scalar', 'hole', 'external', 'class']);
