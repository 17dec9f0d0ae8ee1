import type { Call, Value } from '../source/values';
import { isWrittenOut } from './plain-values';

/** Methods of texts whose names are hardly given another meaning. */
const OF_TEXTS: ReadonlySet<string> = names(
  'strip lstrip rstrip splitlines rsplit startswith endswith lower upper capitalize casefold zfill isdigit isalpha',
  'removeprefix removesuffix rfind rpartition hexdigest isoformat strftime',
  'trim trimStart trimEnd toLowerCase toUpperCase startsWith endsWith includes indexOf lastIndexOf charAt charCodeAt padStart padEnd',
  'replaceAll toString toFixed toISOString substring substr hasOwnProperty equals hashCode isEmpty isBlank getOrDefault containsKey',
  'ToString ToLower ToUpper Trim TrimStart TrimEnd StartsWith EndsWith Substring AppendLine ContainsKey TryGetValue GetHashCode',
);

/** These read where they are told by a text or a number that is written out, as in `.get("model", None)` and `.split("\n")`. */
const OF_DATA_BY_KEY: ReadonlySet<string> = names(
  'get find index count split replace join slice splice concat has match at Get Split Replace Contains IndexOf',
);

/** Methods of lists, tables, promises, files, loggers and assertions, which projects have their own of. */
const OF_DATA: ReadonlySet<string> = names(
  'append extend insert update push unshift pop shift sort sorted reverse setdefault discard remove clear copy count index add',
  'split title find partition keys values items get set has delete encode decode replace join at match matchAll test exec slice splice concat',
  'map filter reduce reduceRight forEach some every findIndex findLast flat flatMap entries fromEntries then catch finally unref getTime',
  'Get Split Replace Contains IndexOf Append',
  'mkdir exists is_dir is_file iterdir glob rglob unlink touch expanduser resolve joinpath with_suffix relative_to stat samefile',
  'open read readline readlines read_text read_bytes write writelines write_text write_bytes flush close fileno seek tell',
  'debug info warn warning error exception log critical print',
  'equal eql length lengthOf assertEqual assertTrue assertFalse assertIn assertIsNone assertRaises',
  'assert_called_once assert_called_once_with assert_called_with assert_not_called',
);

/** `expect(answer).toBeTypeOf('string')`: all that is asked of an answer in tests. */
const ASSERTED = /^to(?:Be|Equal|StrictEqual|Match|Contain|Have|Throw|Return|Satisfy)(?![a-z])/;

/** Whether a call does nothing but read a text or a table, by its name and what it is told alone. */
export function readsData({ callee, args }: Call): boolean {
  if (callee.kind !== 'member') return false;
  if (OF_TEXTS.has(callee.key)) return true;
  const isTold = args.length === 0 ? callee.key === 'split' : args.length <= 2 && args[0] !== undefined && isWrittenOut(args[0].value);
  return isTold && OF_DATA_BY_KEY.has(callee.key) && args.every(({ name }) => name === undefined);
}

/** Whether a call mostly does nothing but handle data, by its name: finding out in full what each object of such a call is would take long. */
export function isNamedLikeData(callee: Value): boolean {
  return callee.kind === 'member' && (OF_DATA.has(callee.key) || ASSERTED.test(callee.key));
}

function names(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap(line => line.split(' ')));
}
