import { type ChosenSamples, createSampleChooser } from '../../core/verify/samples';
import { rowsOfText, usageRows } from '../usage/usage-rows';

/** Samples in a file, or typed in. */
export type SampleSource = { readonly file: string } | { readonly typed: string };

/** Takes some samples, evenly spread over the rows of a file of any length. A request without holes is asked the same each time. */
export async function readSamples(source: SampleSource, holes: readonly string[], most: number): Promise<ChosenSamples> {
  if (holes.length === 0) return { samples: Array.from({ length: most }, () => ({})), rows: most, usable: most, problems: [] };
  const chooser = createSampleChooser(holes, most);
  const [hole] = holes;
  if ('typed' in source && holes.length === 1 && hole !== undefined && isLines(source.typed, hole)) {
    for (const [index, line] of source.typed.split(/\r?\n/).entries())
      if (line.trim() !== '') chooser.add({ [hole]: line }, `Line ${index + 1}`);
    return chooser.chosen();
  }
  let row = 0;
  for await (const read of 'file' in source ? usageRows(source.file, () => {}) : rowsOfText(source.typed)) {
    row++;
    if ('fault' in read) chooser.fault(read.fault);
    else chooser.add(read.row, `Row ${row}`);
  }
  return chooser.chosen();
}

/** Whether each line is a sample: neither JSON nor a table, whose first line names what is filled in. */
function isLines(typed: string, hole: string): boolean {
  const start = typed.trimStart();
  if (/^[[{]/.test(start)) return false;
  const cells = start.slice(0, start.search(/[\r\n]|$/)).split(/[\t;,]/);
  return cells.length < 2 || !cells.some(cell => cell.trim().replaceAll('"', '').toLowerCase() === hole.toLowerCase());
}
