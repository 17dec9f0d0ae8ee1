import { hole } from '../link/hole';
import type { Argument, Value } from '../source/values';
import type { Rounds } from './sdk';
import type { SdkCall } from './sdk-call';

/** Under these names stand the functions of a kernel, where a model is told of them, and that a call runs what it asks for. */
export const FUNCTIONS = ' functions of the kernel';
const INVOKES = ' invokes functions';

/** Semantic Kernel runs functions for the model only where its settings say so. */
export const WITH_FUNCTIONS: Rounds = { by: [], unlessStated: 'one', againBy: [INVOKES] };

/** `behavior`: what the settings say of functions (`FunctionChoiceBehavior.Auto()`, `ToolCallBehavior.EnableKernelFunctions`). */
export function withFunctionChoice(call: SdkCall, behavior: Value | undefined): SdkCall {
  const choice = behavior && choiceOf(behavior);
  return behavior === undefined || choice === undefined ? call : withFunctions(call, behavior, choice === 'invoked');
}

/** Functions are told to the model, whichever the kernel has by then. */
export function withFunctions(call: SdkCall, { at }: Value, areInvoked: boolean): SdkCall {
  const { layers } = call.object;
  const told = hole(at, 'functions of the kernel', 'those that it has been given are told to the model', { volatility: 'static' });
  const args: readonly Argument[] = [
    { name: FUNCTIONS, value: told, at },
    { name: INVOKES, value: { kind: 'scalar', at, value: areInvoked }, at },
  ];
  return { ...call, object: { ...call.object, layers: [...layers.slice(0, -1), { args, positional: [] }, ...layers.slice(-1)] } };
}

function choiceOf(behavior: Value): 'invoked' | 'offered' | undefined {
  const [made, args] = behavior.kind === 'call' ? [behavior.callee, behavior.args] : [behavior, []];
  if (made.kind !== 'external') return undefined;
  const asksFor = args.find(({ name, value }) => (name === undefined ? value.kind === 'scalar' : /^auto_?invoke$/i.test(name)))?.value;
  const stated = asksFor?.kind === 'scalar' ? asksFor.value : undefined;
  switch (made.path[made.path.length - 1]) {
    case 'AutoInvokeKernelFunctions':
      return 'invoked';
    case 'Auto':
    case 'Required':
      return stated === false ? 'offered' : 'invoked';
    case 'EnableFunctions':
    case 'RequireFunction':
    case 'RequiredFunction':
      return stated === true ? 'invoked' : 'offered';
    case 'EnableKernelFunctions':
    case 'None':
    case 'NoneInvoke':
      return 'offered';
    default:
      return undefined;
  }
}
