import { isJavaScript } from '../source/languages/index';
import type { Argument, Call } from '../source/values';
import type { Context, Evaluation } from './evaluation';

/** `create.call(client.messages, body)`, `create.apply(client.messages, [body])` of a package's method that was kept (JavaScript), as its own call. */
export function keptMethodCalled(evaluation: Evaluation, call: Call, context: Context): Call | undefined {
  const { callee, args, at } = call;
  const language = evaluation.codeOf(at.uri)?.language;
  if (callee.kind !== 'member' || args.length < 2 || language === undefined || !isJavaScript(language)) return undefined;
  const own = callee.key === 'call' ? args.slice(1) : callee.key === 'apply' ? listed(args[1]) : undefined;
  if (own === undefined || evaluation.evaluate(callee.object, context).kind !== 'member') return undefined;
  return { ...call, callee: callee.object, args: own };
}

function listed(argument: Argument | undefined): readonly Argument[] | undefined {
  return argument?.value.kind === 'list' ? argument.value.items.map(value => ({ value, at: value.at })) : undefined;
}
