import { isUtf8 } from 'node:buffer';
import { pipeline } from 'node:stream/promises';
import type { z } from 'zod';

/** What is wrong with one line. */
export interface LineError {
  readonly error: string;
}

const LINE_FEED = 0x0a;

/**
 * Answers each line of `input` with one line of JSON, in order and as they come: nothing but the line at hand is held. A line that
 * isn't what `shape` says is answered with its error. Resolves to the number of errors.
 */
export async function answerLines<Shape extends z.ZodType>(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
  shape: Shape,
  answer: (line: z.infer<Shape>) => object | LineError,
): Promise<number> {
  let errors = 0;
  const answers = async function* (chunks: AsyncIterable<string | Buffer>) {
    for await (const line of linesOf(chunks)) {
      const read = readLine(line, shape);
      const answered = 'value' in read ? answer(read.value) : read;
      if ('error' in answered) errors++;
      yield `${JSON.stringify(answered)}\n`;
    }
  };
  try {
    await pipeline(input, answers, output, { end: false });
  } catch (error) {
    if (!isReaderGone(error)) throw error;
  }
  return errors;
}

/** By line feed alone: JSON may hold every other character that some take for the end of a line. */
async function* linesOf(chunks: AsyncIterable<string | Buffer>): AsyncGenerator<Buffer> {
  let begun: Buffer[] = [];
  for await (const chunk of chunks) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    let start = 0;
    for (let end = bytes.indexOf(LINE_FEED); end !== -1; end = bytes.indexOf(LINE_FEED, start)) {
      yield Buffer.concat([...begun, bytes.subarray(start, end)]);
      begun = [];
      start = end + 1;
    }
    begun.push(bytes.subarray(start));
  }
  const last = Buffer.concat(begun);
  if (last.length > 0) yield last;
}

function readLine<Shape extends z.ZodType>(bytes: Buffer, shape: Shape): { readonly value: z.infer<Shape> } | LineError {
  // What is no UTF-8 would be read as other characters, and counted or priced as these.
  if (!isUtf8(bytes)) return { error: 'the line is not UTF-8' };
  const line = bytes.toString('utf8');
  let json: unknown;
  try {
    json = JSON.parse(line.replace(/^\uFEFF/, ''));
  } catch {
    return { error: line.trim() === '' ? 'the line is empty' : 'the line is not JSON' };
  }
  const parsed = shape.safeParse(json);
  if (parsed.success) return { value: parsed.data };
  const [issue] = parsed.error.issues;
  if (issue?.code === 'unrecognized_keys') return { error: `${[...issue.path, issue.keys[0]].join('.')}: there is no such field` };
  const where = issue?.path.join('.') ?? '';
  return { error: `${where === '' ? 'the line' : where}: ${issue?.message ?? 'unexpected'}` };
}

function isReaderGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'EPIPE' || error.code === 'ERR_STREAM_PREMATURE_CLOSE');
}
