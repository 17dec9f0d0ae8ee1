import { setAtDeployment } from '../../source/deployed';
import type { Span } from '../../source/span';
import type { Argument, Value } from '../../source/values';
import { positional } from '../arguments';
import { formatted } from '../placeholders';
import { plainText } from '../plain-values';
import { joined } from '../strings';

/** Functions of .NET's own libraries whose result can be said; `path` without the namespace. Undefined: not one of them. */
export function dotnetFunction(path: string, args: readonly Argument[], at: Span): Value | undefined {
  const inOrder = positional(args).map(argument => argument.value);
  const [first, second, ...rest] = inOrder;
  switch (dotnetName(path)) {
    case 'ConfigurationManager.AppSettings.Get':
    case 'Environment.GetEnvironmentVariable':
      return setAtDeployment(at, (first && plainText(first)) ?? 'environment');
    case 'String.Format':
      return first === undefined ? undefined : formatted(first, args.slice(1), at);
    case 'String.Concat':
      return { kind: 'template', at, parts: inOrder, literal: false };
    case 'String.Join': {
      if (first === undefined || second === undefined) return undefined;
      const list: Value =
        rest.length === 0 && second.kind !== 'text' && second.kind !== 'template' ? second : { kind: 'list', at, items: [second, ...rest] };
      return joined(first, list, at);
    }
    // What only says how a text arrives.
    case 'Uri':
    case 'BinaryData.FromString':
    case 'MemoryStream':
    case 'Encoding.UTF8.GetBytes':
    case 'AWSSDKUtils.GenerateMemoryStreamFromString':
    case 'Task.FromResult':
    case 'Convert.ToString':
      return first;
    case 'Convert.ToInt32':
    case 'int.Parse':
    case 'Int32.Parse':
    case 'long.Parse':
      return number(first);
    default:
      return undefined;
  }
}

/** `global.System.IO.File.ReadAllText` is `File.ReadAllText`; empty for what is none of the language's own. */
export function dotnetName(path: string): string {
  const own = /^global\.(?:System\.)?(?:(?:IO|Text|Threading\.Tasks|Diagnostics|Linq|Collections\.Generic)\.)?(.+)$/.exec(path);
  return own?.[1] ?? '';
}

function number(value: Value | undefined): Value | undefined {
  const text = value?.kind === 'text' ? value.text.text.trim() : '';
  return value !== undefined && /^-?\d+$/.test(text) ? { kind: 'scalar', at: value.at, value: Number(text) } : undefined;
}
