import type { CodeSummary } from '../../source/summary';
import type { Call, Value } from '../../source/values';

/** `services.AddChatClient(client).UseFunctionInvocation()`: what is handed out runs functions for the model. */
export function asBuilt(file: CodeSummary, registering: Call, client: Value, type: Value): Value {
  const runs = file.calls.some(({ call: { callee } }) => isStep(callee) && isOn(callee.object, registering));
  if (!runs || type.kind !== 'external') return client;
  const { at } = client;
  const callee: Value = { ...type, at, path: ['FunctionInvokingChatClient'] };
  return { kind: 'call', at, callee, args: [{ value: client, at }], argsAt: at };
}

function isStep(callee: Value): callee is Extract<Value, { kind: 'member' }> {
  return callee.kind === 'member' && callee.key === 'UseFunctionInvocation';
}

/** Whether a chain of steps begins with a call. */
function isOn(value: Value, { at }: Call): boolean {
  let link = value;
  while (link.kind === 'call' && link.callee.kind === 'member') {
    if (link.at.start === at.start && link.at.end === at.end) return true;
    link = link.callee.object;
  }
  return false;
}
