import type { Writers } from '../fixes/writers';
import type { CallSite } from '../request/call-site';
import { type Edit, isRefusal, type Refusal } from '../source/edit';
import type { LiteralEdit, Printer } from '../source/language';
import type { Uri } from '../source/span';
import type { Stretch } from './source-stretches';
import { writeInPrompt } from './write-in-prompt';

/** The edits that write all of these stretches; refused as a whole where one can't be written. */
export function writeStretches(site: CallSite, stretches: readonly Stretch[], writers: Writers): readonly Edit[] | Refusal {
  const edits: Edit[] = [];
  for (const uri of new Set(stretches.map(stretch => stretch.uri))) {
    const own = stretches.filter(stretch => stretch.uri === uri);
    const written = writeInFile(site, uri, own, writers);
    if (isRefusal(written)) return written;
    edits.push(...written);
  }
  return edits;
}

function writeInFile(site: CallSite, uri: Uri, stretches: readonly Stretch[], writers: Writers): readonly Edit[] | Refusal {
  const text = writers.textOf(uri);
  if (text === undefined) return { refused: 'The file that this text stands in can’t be edited.' };
  const printer = writers.printerOf(uri);
  if (printer !== undefined) return writeInCode(text, stretches, printer);
  const prompt = site.kind === 'prompt-file' && site.at.uri === uri ? writers.promptOf(site) : undefined;
  if (prompt !== undefined) return writeInPrompt(text, prompt, stretches);
  // A file that is sent as it is.
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  return stretches.map(({ start, end, insert }) => ({ uri, start, end, newText: insert.replaceAll('\n', lineBreak) }));
}

/** What a template's library reads as its own sign is never written nor taken out. */
const TEMPLATE_SIGNS = /[{}%$\\]/;

function writeInCode(text: string, stretches: readonly Stretch[], printer: Printer): readonly Edit[] | Refusal {
  const byLiteral = new Map<number, LiteralEdit[]>();
  for (const { uri, start, end, insert, literal } of stretches) {
    if (TEMPLATE_SIGNS.test(insert) && TEMPLATE_SIGNS.test(text.slice(start, end)) === false)
      return { refused: 'The new text has signs that a template may read as its own. Write it by hand.' };
    const key = literal.at.start;
    byLiteral.set(key, [...(byLiteral.get(key) ?? []), { literal, stretch: { uri, start, end }, newText: insert }]);
  }
  const edits: Edit[] = [];
  for (const own of byLiteral.values()) {
    const written = printer.rewriteInLiteral(text, own);
    if (isRefusal(written)) return written;
    edits.push(...written);
  }
  return edits;
}
