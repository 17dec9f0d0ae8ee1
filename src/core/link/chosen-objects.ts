import type { SiteContent } from '../request/read-site';
import { argumentIn } from '../sdks/handed';
import type { CallShape } from '../sdks/sdk';
import type { Argument, ByCaller, Value } from '../source/values';
import { differ } from './different-ways';

/** `generateText({ model: MODELS[tier], … })`: whether callers choose what is handed over, and what is paid differs with it. */
export function isChosenByCallers(
  { objects = [], positional = [] }: CallShape,
  args: () => readonly Argument[],
  ways: readonly SiteContent[],
): boolean {
  if (ways.length < 2 || objects.length === 0) return false;
  const layer = { args: args(), positional };
  return objects.some(name => {
    const byCaller = choosing(argumentIn(layer, name));
    return byCaller !== undefined && differ(ways, byCaller);
  });
}

/** By what callers choose an object, or which one is asked for: `registry.languageModel(NAMES[tier])`. */
function choosing(value: Value | undefined): ByCaller | undefined {
  if (value?.kind === 'choice') return value.byCaller;
  if (value?.kind !== 'call' || value.callee.kind !== 'member') return undefined;
  return value.args.map(argument => choosing(argument.value)).find(by => by !== undefined);
}
