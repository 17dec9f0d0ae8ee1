import { callersFound } from '../../core/present/callers-found';
import type { Quote } from '../../core/quote/analysis';
import type { Scan, ScannedFile } from '../scan';

/** Whether a wrapper's inner call is counted at callers that a scan found. */
export function atCallersIn({ files }: Scan): (file: ScannedFile, quote: Quote) => boolean {
  const found = callersFound(files.map(({ file, analysis }) => ({ path: file, quotes: analysis.quotes })));
  return ({ file }, quote) => found(file, quote);
}
