import type { Context, Evaluation } from '../link/evaluation';
import { asText } from '../request/resolve';
import type { Argument, Value } from '../source/values';
import { called } from './receiver';
import type { Sdk } from './sdk';
import type { SdkCall } from './sdk-call';
import type { SdkIndex } from './sdk-index';

/** Objects of the project, and what is written out, are known to be something else. */
const KNOWN: ReadonlySet<Value['kind']> = new Set(['instance', 'class', 'record', 'list', 'text', 'template']);

/**
 * A call on what a platform hands out (`env.AI.run(model, …)`), which no import says anything of: told by a model's name that nobody
 * else has, or by what the object is called together with something that is passed besides the model.
 */
export function callsOnBinding(
  evaluation: Evaluation,
  callee: Value,
  args: () => readonly Argument[],
  context: Context,
  sdks: SdkIndex,
): readonly SdkCall[] {
  if (callee.kind !== 'member') return [];
  for (const sdk of sdks.withCall(callee.key)) {
    if (sdk.binding === undefined) continue;
    const [model, ...others] = args();
    if (model === undefined || others.length === 0) continue;
    if (!hasOwnModel(sdk.binding, model.value) && !sdk.binding.named.test(nameOf(callee.object))) continue;
    if (KNOWN.has(evaluation.evaluate(callee.object, context).kind)) continue;
    const object = { sdk, kind: 'client', name: undefined, provider: undefined, layers: [], unseen: false };
    return called({ evaluation, context, sdks }, object, [callee.key], args, callee.at);
  }
  return [];
}

function hasOwnModel({ models }: NonNullable<Sdk['binding']>, value: Value): boolean {
  const options = value.kind === 'choice' ? value.options : [value];
  return options.some(option => models.test(asText(option) ?? ''));
}

function nameOf(object: Value): string {
  return object.kind === 'member' ? object.key : object.kind === 'name' ? object.name : '';
}
