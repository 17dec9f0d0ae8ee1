import type { Edit, Refusal } from '../../edit';
import type { NamedPart } from '../../language';
import { printKey } from './literal-source';
import { decodeText } from './text-literals';

/** Renames an entry's key; the shorthand `{ max_tokens }` becomes `newName: max_tokens`. */
export function renameArgument(text: string, argument: NamedPart, newName: string): readonly Edit[] | Refusal {
  const { uri, start, end } = argument.at;
  const source = text.slice(start, end);
  const key = printKey(newName, text);
  if (source === argument.name) return [{ uri, start, end: start, newText: `${key}: ` }];
  const found =
    /^(?<open>\[\s*)?(?:(?<quote>['"`])(?<body>(?:\\.|(?!\k<quote>).)*)\k<quote>|(?<bare>[\p{ID_Start}_$][\p{ID_Continue}$]*))/su.exec(
      source,
    );
  const { open = '', quote, body = '', bare } = found?.groups ?? {};
  const written = bare ?? decodeText({ uri, text: body, start: 0, end: body.length }, 'string').text;
  if (found === null || written !== argument.name || (open !== '' && bare !== undefined)) {
    return { refused: `${argument.name} is not written as a plain key here: rename it to ${newName} by hand.` };
  }
  const from = start + open.length;
  if (quote === undefined) return [{ uri, start: from, end: from + written.length, newText: key }];
  const newText = JSON.stringify(newName).slice(1, -1);
  return [{ uri, start: from + 1, end: from + 1 + body.length, newText: quote === '"' ? newText : newText.replace(/\\"/g, '"') }];
}
