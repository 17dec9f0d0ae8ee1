import { createReadStream } from 'node:fs';
import { pipeline, Readable } from 'node:stream';
import { parse as parseCsv } from 'csv-parse';
import pick from 'stream-json/filters/pick.js';
import streamArray from 'stream-json/streamers/stream-array.js';
import { errorText } from '../../core/error-text';
import { objectIn } from '../../core/usage/fields';
import type { Row } from '../../core/usage/usage-record';

/** A row, or why one could not be read. */
export type RowOrFault = { readonly row: Row } | { readonly fault: string };

/** Where exports that are one object hold their list. */
const LIST = /^(?:data|results|runs|spans|observations|traces|items|resourceSpans)$/;
/** A longer line is no record of one call. */
const LONGEST_LINE = 16 * 1024 * 1024;
const HEAD = 256 * 1024;

/** The rows of a usage file, one after the other, in bounded memory: JSON lines, a JSON list, an object that holds one, or a table. */
export async function* usageRows(file: string, read: (bytes: number) => void): AsyncGenerator<RowOrFault> {
  const head = await headOf(file);
  const texts = textsOf(file, head.encoding, read);
  yield* rowsOf(head.text.trimStart(), texts);
}

/** The rows of a text that is at hand. */
export function rowsOfText(text: string): AsyncGenerator<RowOrFault> {
  return rowsOf(text.trimStart(), Readable.from([text]));
}

async function* rowsOf(start: string, texts: AsyncIterable<string>): AsyncGenerator<RowOrFault> {
  if (start === '') return;
  if (start.startsWith('[')) yield* elements(texts, false);
  else if (start.startsWith('{')) yield* isLines(start) ? lineRows(texts) : elements(texts, true);
  else yield* tableRows(texts, delimiterOf(start));
}

async function headOf(file: string): Promise<{ readonly encoding: string; readonly text: string }> {
  const chunks: Buffer[] = [];
  for await (const chunk of createReadStream(file, { end: HEAD - 1 })) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  const encoding = encodingOf(bytes);
  return { encoding, text: new TextDecoder(encoding).decode(bytes) };
}

/** Spreadsheets write UTF-16, with a mark or at least with a zero in every other byte. */
function encodingOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return bytes.length > 3 && bytes[1] === 0 && bytes[3] === 0 ? 'utf-16le' : 'utf-8';
}

async function* textsOf(file: string, encoding: string, read: (bytes: number) => void): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of createReadStream(file)) {
    read(chunk.length);
    yield decoder.decode(chunk, { stream: true });
  }
  yield decoder.decode();
}

/** Whether the first line is an object by itself. */
function isLines(start: string): boolean {
  const end = start.indexOf('\n');
  try {
    JSON.parse(end < 0 ? start : start.slice(0, end));
    return end >= 0 || !LIST.test(Object.keys(JSON.parse(start))[0] ?? '');
  } catch {
    // The object goes on in the next line, or the only line is longer than what was looked at.
    return false;
  }
}

async function* lineRows(texts: AsyncIterable<string>): AsyncGenerator<RowOrFault> {
  let rest = '';
  let line = 0;
  let isTooLong = false;
  for await (const text of texts) {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const each of lines) {
      line++;
      if (isTooLong) yield { fault: `line ${line} is too long` };
      else yield* rowOfLine(each, line);
      isTooLong = false;
    }
    if (rest.length > LONGEST_LINE) {
      rest = '';
      isTooLong = true;
    }
  }
  line++;
  if (isTooLong) yield { fault: `line ${line} is too long` };
  else yield* rowOfLine(rest, line);
}

function* rowOfLine(text: string, line: number): Generator<RowOrFault> {
  if (text.trim() === '') return;
  try {
    const row = objectIn(JSON.parse(text));
    yield row === undefined ? { fault: `line ${line} is no object` } : { row };
  } catch {
    yield { fault: `line ${line} is no JSON` };
  }
}

/** `inside`: the list is in an object. */
async function* elements(texts: AsyncIterable<string>, inside: boolean): AsyncGenerator<RowOrFault> {
  const source = Readable.from(texts);
  const stream = inside
    ? pipeline(source, pick.withParserAsStream({ filter: LIST, once: true, packKeys: true }), streamArray.asStream(), faultIsRead)
    : pipeline(source, streamArray.withParserAsStream(), faultIsRead);
  let count = 0;
  try {
    for await (const { value } of stream as AsyncIterable<{ readonly value: unknown }>) {
      count++;
      const row = objectIn(value);
      if (row === undefined) yield { fault: `entry ${count} is no object` };
      else yield { row: 'scopeSpans' in row ? { resourceSpans: [row] } : row };
    }
  } catch (error) {
    yield { fault: `the JSON is broken, and was read up to entry ${count}: ${errorText(error)}` };
  }
}

async function* tableRows(texts: AsyncIterable<string>, delimiter: string): AsyncGenerator<RowOrFault> {
  const faults: string[] = [];
  const parser = parseCsv({
    delimiter,
    bom: true,
    columns: true,
    trim: true,
    skip_empty_lines: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_records_with_error: true,
    max_record_size: LONGEST_LINE,
  });
  parser.on('skip', error => faults.push(`line ${parser.info.lines}: ${error?.message ?? 'could not be read'}`));
  try {
    for await (const row of pipeline(Readable.from(texts), parser, faultIsRead)) {
      yield { row };
      for (const fault of faults.splice(0)) yield { fault };
    }
  } catch (error) {
    yield { fault: errorText(error) };
  }
  for (const fault of faults.splice(0)) yield { fault };
}

function delimiterOf(start: string): string {
  const header = start.slice(0, start.search(/[\r\n]|$/));
  const times = (sign: string) => header.split(sign).length;
  return ['\t', ';', ','].reduce((best, sign) => (times(sign) > times(best) ? sign : best), ',');
}

/** A pipeline ends its last stream with the fault of any other, and who reads that one gets it. */
function faultIsRead(): void {
  // Nothing is left to do.
}
