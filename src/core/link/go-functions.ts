import { madeText } from '../source/made-values';
import type { Span } from '../source/span';
import { sliceText } from '../source/text-map';
import type { Argument, Value, ValueOf } from '../source/values';
import { choose } from './choose';
import { hole } from './hole';
import { executed, printed, replaced } from './placeholders';
import { plainText } from './plain-values';
import { joined, repeated, stringMethod, trimmed } from './strings';
import { textTest } from './text-tests';

/** Functions of Go's library that texts are built with. Undefined: not one of them, or its operands are not known. */
export function goFunction(path: string, args: readonly Value[], at: Span): Value | undefined {
  const [first, second] = args;
  const [, name = ''] = /^(?:fmt|strings|bytes|text\/template|html\/template|cmp|io)\.(\w+)$/.exec(path) ?? [];
  if (name === '' || first === undefined) return undefined;
  if (first.kind === 'choice' && path.startsWith('strings.') && name !== 'Join') return ofEach(path, first.options, args.slice(1), at);
  const text = first.kind === 'text' || first.kind === 'template' ? first : undefined;
  switch (path) {
    case 'fmt.Sprintf':
      return printed(first, args.slice(1), at);
    case 'fmt.Sprint':
      return { kind: 'template', at, parts: args, literal: false };
    case 'fmt.Sprintln':
      return {
        kind: 'template',
        at,
        parts: [...args.flatMap((arg, index) => (index === 0 ? [arg] : [made(' ', at), arg])), made('\n', at)],
        literal: false,
      };
    case 'strings.Join':
      return second === undefined ? undefined : joined(second, first, at);
    case 'strings.Replace':
    case 'strings.ReplaceAll':
      return text && replaced(text, args.slice(1, 3), at);
    case 'strings.Repeat':
      return second === undefined ? undefined : repeated(first, second, at);
    case 'strings.TrimSpace':
      return text === undefined ? first : trimmed(text);
    case 'strings.Trim':
    case 'strings.TrimLeft':
    case 'strings.TrimRight':
      return text && second !== undefined && /^\s+$/.test(plainText(second) ?? '') ? trimmed(text) : undefined;
    case 'strings.TrimPrefix':
    case 'strings.TrimSuffix':
      return first.kind === 'text' && second?.kind === 'text' ? without(first, second.text.text, name === 'TrimPrefix') : undefined;
    case 'strings.ToUpper':
    case 'strings.ToLower':
      return text && stringMethod(text, name === 'ToUpper' ? 'upper' : 'lower', [], at);
    case 'strings.HasPrefix':
    case 'strings.HasSuffix':
    case 'strings.Contains':
      return text && textTest(text, name, args.slice(1), at);
    case 'strings.NewReader':
    case 'bytes.NewReader':
    case 'bytes.NewBuffer':
    case 'bytes.NewBufferString':
    case 'bytes.TrimSpace':
    case 'io.ReadAll':
    case 'text/template.Must':
    case 'html/template.Must':
      return first;
    case 'cmp.Or':
      return args.slice(1).reduce((left, right) => choose(at, [left, right]), first);
    default:
      return undefined;
  }
}

function ofEach(path: string, options: readonly Value[], rest: readonly Value[], at: Span): Value | undefined {
  const results = options.map(option => goFunction(path, [option, ...rest], at));
  const known = results.flatMap(result => result ?? []);
  return known.length === results.length ? choose(at, known) : undefined;
}

function without(value: Extract<Value, { kind: 'text' }>, part: string, isPrefix: boolean): Value {
  const { text } = value.text;
  if (part === '' || !(isPrefix ? text.startsWith(part) : text.endsWith(part))) return value;
  return { ...value, text: isPrefix ? sliceText(value.text, part.length) : sliceText(value.text, 0, text.length - part.length) };
}

function made(text: string, at: Span): Value {
  return madeText(text, at);
}

/** `template.New("x").Parse(text)`, executed with data. */
export function executedTemplate(object: ValueOf<'call'>, method: string, args: readonly Argument[], at: Span): Value | undefined {
  const { callee } = object;
  if (method !== 'Execute' && method !== 'ExecuteTemplate') return undefined;
  if (callee.kind !== 'member' || callee.key !== 'Parse' || !isTemplate(callee.object)) return undefined;
  const text = object.args[0]?.value;
  return text === undefined ? undefined : executed(text, args[args.length - 1]?.value, at);
}

/** `template.New("x").Option(…).Funcs(…)` */
function isTemplate(value: Value): boolean {
  if (value.kind !== 'call') return false;
  const { callee } = value;
  if (callee.kind === 'member') return isTemplate(callee.object);
  return callee.kind === 'external' && /^(?:text|html)\/template$/.test(callee.module) && callee.path[0] === 'New';
}

/** `flag.String("model", "gpt-5.4", "…")`: the default, unless whoever starts the program says otherwise. */
export function goFlag(path: string, [name, fallback]: readonly Value[], at: Span): Value | undefined {
  if (!/^(?:flag|github\.com\/spf13\/pflag)\.(?:String|Int|Int64|Float64|Bool)$/.test(path) || fallback === undefined) return undefined;
  const label = (name && plainText(name)) ?? 'flag';
  return choose(at, [hole(at, label, 'set where the program is started', { volatility: 'deploy', proven: true }), fallback]);
}
