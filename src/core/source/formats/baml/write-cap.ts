import type { Edit, Refusal } from '../../edit';
import type { Uri } from '../../span';
import { bamlBlocks } from './blocks';
import { valueAt } from './clients';

/** Writes a client's cap, by its dotted key `Client.options.max_tokens`: in place of the old one, or behind the last option. */
export function writeBamlCap(uri: Uri, text: string, capKey: string, tokens: number): readonly Edit[] | Refusal {
  if (!Number.isSafeInteger(tokens) || tokens < 1) return { refused: 'An output cap is a whole number of tokens above 0.' };
  const [name = '', ...path] = capKey.split('.');
  const block = bamlBlocks(text).find(candidate => candidate.kind === 'client' && candidate.name === name);
  if (block === undefined || !block.closed) return { refused: `The client ${name} is not complete. Mend it first.` };
  const written = valueAt(block.entries, path);
  if (written?.kind === 'word') return [{ uri, start: written.start, end: written.end, newText: String(tokens) }];
  if (written?.kind === 'string' && !written.raw) return [{ uri, start: written.start - 1, end: written.end + 1, newText: String(tokens) }];
  const options = valueAt(block.entries, ['options']);
  const last = options?.kind === 'block' ? options.entries[options.entries.length - 1] : undefined;
  const parameter = path[path.length - 1] ?? '';
  const refused = { refused: `\`${parameter}\` can't be written here safely. Write it by hand.` };
  if (written !== undefined || path.length !== 2 || options?.kind !== 'block' || last === undefined) return refused;
  if (options.entries.some(({ key, value }) => key === parameter && value === undefined)) return refused;
  const lineStart = text.lastIndexOf('\n', last.start - 1) + 1;
  const indent = text.slice(lineStart, last.start);
  // Only where the option has its line for itself: another one may follow on it otherwise.
  if (indent.trim() !== '' || lineStart <= options.start) return refused;
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  return [{ uri, start: lineStart, end: lineStart, newText: `${indent}${parameter} ${tokens}${newline}` }];
}
