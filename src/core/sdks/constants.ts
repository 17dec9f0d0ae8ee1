import { chooseOf } from '../link/choose';
import { madeText } from '../source/made-values';
import type { Value, ValueOf } from '../source/values';
import { exportPath, makerOf, wrappedArgument } from './exports';
import type { Sdk } from './sdk';

/** Constants that are called after what they stand for: `Model.CLAUDE_OPUS_4_6` is `claude-opus-4-6`. Only for ids that the SDK's source pairs so. */
export function constantsOf(type: string, ids: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(ids.map(id => [`${type}.${id.toUpperCase().replace(/[^A-Z0-9]/g, '_')}`, id]));
}

/** Methods of constants that give their text. */
const TEXT_OF: ReadonlySet<string> = new Set(['asString', 'toString', 'getName', 'getValue', 'name', 'value', 'getModel']);

/** A value with an SDK's constants as the texts that they stand for; everything else as it is. */
export function withConstants(value: Value, sdk: Sdk): Value {
  if (sdk.constants === undefined) return value;
  switch (value.kind) {
    case 'external':
      return constantOf(value, sdk, value.at) ?? value;
    case 'call':
      return ofCall(value, sdk) ?? value;
    case 'choice': {
      const options = value.options.map(option => withConstants(option, sdk));
      return options.every((option, index) => option === value.options[index]) ? value : chooseOf(value.at, value, options);
    }
    case 'optional':
      return { ...value, item: withConstants(value.item, sdk) };
    case 'param':
      return value.fallback === undefined ? value : { ...value, fallback: withConstants(value.fallback, sdk) };
    default:
      return value;
  }
}

function constantOf(value: ValueOf<'external'>, sdk: Sdk, at: Value['at']): Value | undefined {
  const path = exportPath(value, sdk) ?? [];
  for (let from = 0; from < path.length; from++) {
    const name = path.slice(from).join('.');
    const text = sdk.constants !== undefined && Object.hasOwn(sdk.constants, name) ? sdk.constants[name] : undefined;
    if (text !== undefined) return madeText(text, at);
  }
  return undefined;
}

/** `ChatModel.GPT_5_4.asString()`, `ChatModel.of("gpt-5.4")`. */
function ofCall({ callee, args, at }: ValueOf<'call'>, sdk: Sdk): Value | undefined {
  if (callee.kind !== 'external') return undefined;
  const method = callee.path[callee.path.length - 1] ?? '';
  if (args.length === 0 && TEXT_OF.has(method)) return constantOf({ ...callee, path: callee.path.slice(0, -1) }, sdk, at);
  const path = exportPath(callee, sdk);
  const maker = path && makerOf(sdk, path)?.maker;
  const inner = maker && wrappedArgument(maker, args);
  return inner && withConstants(inner, sdk);
}
