import { setAtDeployment } from '../source/deployed';
import type { Span } from '../source/span';
import { textBuilder } from '../source/text-map';
import type { Argument, Call, Value } from '../source/values';
import { positional } from './arguments';
import { choose } from './choose';
import { tableList } from './collections';
import { enumConstants } from './enums';
import type { Context, Evaluation } from './evaluation';
import { isFixed } from './fixed-lists';
import { ofOptional } from './java-optionals';
import { formattedByPosition } from './placeholders';
import { isNull, plainText } from './plain-values';
import { joined } from './strings';

/** Functions of Java's own library whose result can be said. Undefined: not one of them. */
export function javaFunction(path: string, call: Call, args: readonly Argument[]): Value | undefined {
  const inOrder = positional(args).map(argument => argument.value);
  const [first, second] = inOrder;
  const { at } = call;
  switch (path) {
    case 'java.lang.String.format': {
      // A locale may come first.
      const from = first?.kind === 'text' || first?.kind === 'template' ? 0 : 1;
      const template = inOrder[from];
      return template === undefined || !isText(template) ? undefined : formattedByPosition(template, inOrder.slice(from + 1), at);
    }
    case 'java.lang.String.join': {
      if (first === undefined || second === undefined) return undefined;
      const list: Value = second.kind === 'list' && inOrder.length === 2 ? second : { kind: 'list', at, items: inOrder.slice(1) };
      return joined(first, list, at);
    }
    case 'java.util.stream.Stream.concat': {
      if (first === undefined || second === undefined) return undefined;
      const items = [first, second].flatMap(each =>
        each.kind === 'list' ? each.items : [{ kind: 'spread' as const, at: each.at, value: each }],
      );
      return { kind: 'list', at, items };
    }
    case 'java.lang.String':
    case 'java.lang.String.valueOf':
    case 'software.amazon.awssdk.core.SdkBytes.fromUtf8String':
    case 'java.util.Objects.toString':
    case 'java.util.Objects.requireNonNull':
    case 'java.util.Optional.of':
    case 'java.util.Optional.ofNullable':
    case 'java.util.Arrays.stream':
    case 'java.util.concurrent.CompletableFuture.completedFuture':
      return first;
    case 'java.util.Optional.empty':
      return { kind: 'scalar', at, value: null };
    case 'java.util.Objects.requireNonNullElse':
      return first === undefined || second === undefined ? undefined : otherwise(first, second, at);
    case 'java.lang.Integer.parseInt':
    case 'java.lang.Integer.valueOf':
    case 'java.lang.Long.parseLong':
    case 'java.lang.Long.valueOf':
      return first === undefined ? undefined : numeric(first);
    case 'java.lang.System.getenv':
    case 'java.lang.System.getProperty': {
      const name = setAtDeployment(at, (first && plainText(first)) ?? 'environment');
      return second === undefined ? name : choose(at, [name, second]);
    }
    default:
      return undefined;
  }
}

function isText(value: Value): boolean {
  return value.kind === 'text' || value.kind === 'template' || value.kind === 'choice';
}

function numeric(value: Value): Value {
  const number = value.kind === 'text' ? Number(value.text.text) : Number.NaN;
  return Number.isFinite(number) ? { kind: 'scalar', at: value.at, value: number } : value;
}

/** Methods of texts, lists, tables and optional values. Undefined: not one of them. */
export function javaMethod(
  evaluation: Evaluation,
  object: Value,
  method: string,
  call: Call,
  args: readonly Argument[],
  context: Context,
): Value | undefined {
  const [first, second] = positional(args).map(argument => argument.value);
  const { at } = call;
  const kept = ofOptional(evaluation, call, context);
  if (kept !== undefined) return kept;
  if (method === 'orElse' && first !== undefined && isOptional(object)) return otherwise(object, first, at);
  if (method === 'getOrDefault' && first !== undefined && second !== undefined && object.kind !== 'record')
    return isOptional(object) ? otherwise(labelled(object, first), second, at) : undefined;
  if (/^(?:orElseThrow|get)$/.test(method) && args.length === 0 && isOptional(object) && object.kind !== 'param') return object;
  switch (object.kind) {
    case 'class': {
      const constants = /^value(?:s|Of)$/.test(method) ? enumConstants(evaluation, object) : undefined;
      if (constants === undefined || constants.length === 0) return undefined;
      return method === 'values' ? { kind: 'list', at, items: constants } : choose(at, constants);
    }
    case 'text':
    case 'template':
      return textMethod(object, method, args, at);
    case 'list':
      return listMethod(object, method, first, at);
    case 'record':
      if (method === 'getOrDefault' && first !== undefined && second !== undefined) {
        const found = evaluation.evaluate({ kind: 'index', at, object, key: first }, []);
        return isNull(found) ? second : found;
      }
      return tableList(object, ROWS.get(method) ?? '', at);
    default:
      return undefined;
  }
}

const ROWS: ReadonlyMap<string, string> = new Map([
  ['entrySet', 'items'],
  ['keySet', 'keys'],
]);

function isOptional(value: Value): boolean {
  return ['text', 'template', 'choice', 'hole', 'scalar', 'param'].includes(value.kind);
}

/** `System.getenv().getOrDefault("MODEL", …)`: what of the environment is meant. */
function labelled(object: Value, key: Value): Value {
  const label = plainText(key);
  return object.kind === 'hole' && label !== undefined ? { ...object, label } : object;
}

/** A value, or another where there is none. */
function otherwise(value: Value, fallback: Value, at: Span): Value {
  if (isNull(value)) return fallback;
  if (value.kind === 'text' || value.kind === 'template' || value.kind === 'scalar') return value;
  return choose(at, [value, fallback]);
}

function textMethod(
  text: Extract<Value, { kind: 'text' | 'template' }>,
  method: string,
  args: readonly Argument[],
  at: Span,
): Value | undefined {
  switch (method) {
    case 'formatted':
      return formattedByPosition(
        text,
        positional(args).map(argument => argument.value),
        at,
      );
    case 'stripIndent':
    case 'translateEscapes':
    case 'intern':
    case 'getBytes':
    case 'asString':
      return text;
    default:
      return undefined;
  }
}

function listMethod(list: Extract<Value, { kind: 'list' }>, method: string, first: Value | undefined, at: Span): Value | undefined {
  switch (method) {
    case 'stream':
    case 'parallelStream':
    case 'toList':
    case 'toArray':
    case 'boxed':
    case 'distinct':
    case 'iterator':
      return list;
    case 'collect': {
      if (first?.kind !== 'call' || first.callee.kind !== 'external') return undefined;
      const collector = first.callee.path.join('.');
      if (collector === 'Collectors.joining') return joined(positional(first.args)[0]?.value ?? emptyText(at), list, at);
      return /^Collectors\.to(?:Unmodifiable)?(?:List|Set)$/.test(collector) ? list : undefined;
    }
    case 'getFirst':
    case 'get': {
      const index = method === 'getFirst' ? 0 : first?.kind === 'scalar' ? first.value : undefined;
      return isFixed(list) && typeof index === 'number' ? list.items[index] : undefined;
    }
    default:
      return undefined;
  }
}

function emptyText(at: Span): Value {
  return { kind: 'text', at, text: textBuilder(at.uri).build() };
}
