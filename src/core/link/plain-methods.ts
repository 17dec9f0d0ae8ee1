import type { Call } from '../source/values';

/** Methods of texts, lists and tables whose names are hardly given another meaning: a project's own method of such a name isn't followed. */
const OF_DATA: ReadonlySet<string> = new Set(
  [
    'append extend insert update push unshift pop sort setdefault',
    'strip lstrip rstrip splitlines rsplit startswith endswith lower upper capitalize casefold zfill isdigit isalpha',
    'removeprefix removesuffix rfind partition rpartition keys values items hexdigest isoformat strftime',
    'trim trimStart trimEnd toLowerCase toUpperCase startsWith endsWith includes indexOf lastIndexOf charAt charCodeAt padStart padEnd',
    'replaceAll toString toFixed toISOString substring substr hasOwnProperty equals hashCode isEmpty isBlank getOrDefault containsKey',
    'ToString ToLower ToUpper Trim TrimStart TrimEnd StartsWith EndsWith Substring AppendLine ContainsKey TryGetValue GetHashCode',
  ].flatMap(names => names.split(' ')),
);
/** These are data's where they are told by a text or a number that is written out, as in `.get("model", None)` and `.split("\n")`. */
const OF_DATA_BY_KEY: ReadonlySet<string> = new Set(
  'get find index count split replace join slice splice concat has match at Get Split Replace Contains IndexOf Append'.split(' '),
);
/** These are data's where they are told nothing, or how texts are written as bytes: `encode(question)` may well be a model's. */
const OF_TEXT: ReadonlySet<string> = new Set(['title', 'encode', 'decode']);
const CHARACTER_SET = /^(?:utf|us-ascii|ascii|latin|iso|cp\d|windows|base64|hex|unicode|idna)[\w-]*$/i;

/**
 * Whether a call does nothing but read or change a text, a list or a table, by its name alone: finding out what each of them holds at
 * each call would take long.
 */
export function handlesData({ callee, args }: Call): boolean {
  if (callee.kind !== 'member') return false;
  if (OF_DATA.has(callee.key)) return true;
  const [first] = args;
  if (OF_TEXT.has(callee.key)) return first === undefined || (first.value.kind === 'text' && CHARACTER_SET.test(first.value.text.text));
  const byKey = first === undefined ? callee.key === 'split' : first.name === undefined && isWritten(first.value.kind);
  return OF_DATA_BY_KEY.has(callee.key) && args.length <= 2 && byKey && args.every(({ name }) => name === undefined);
}

function isWritten(kind: string): boolean {
  return kind === 'text' || kind === 'scalar';
}
