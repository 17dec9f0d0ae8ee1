import { pipeline } from 'node:stream/promises';
import type { z } from 'zod';

/** What is wrong with one line. */
export interface LineError {
  readonly error: string;
}

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
  input.setEncoding('utf8');
  try {
    await pipeline(input, answers, output, { end: false });
  } catch (error) {
    if (!isReaderGone(error)) throw error;
  }
  return errors;
}

/** By line feed alone: JSON may hold every other character that some take for the end of a line. */
async function* linesOf(chunks: AsyncIterable<string | Buffer>): AsyncGenerator<string> {
  let begun: string[] = [];
  for await (const chunk of chunks) {
    const [first = '', ...rest] = String(chunk).split('\n');
    begun.push(first);
    for (const next of rest) {
      yield begun.join('');
      begun = [next];
    }
  }
  const last = begun.join('');
  if (last !== '') yield last;
}

function readLine<Shape extends z.ZodType>(line: string, shape: Shape): { readonly value: z.infer<Shape> } | LineError {
  let json: unknown;
  try {
    json = JSON.parse(line.replace(/^\uFEFF/, ''));
  } catch {
    return { error: line.trim() === '' ? 'the line is empty' : 'the line is not JSON' };
  }
  const parsed = shape.safeParse(json);
  if (parsed.success) return { value: parsed.data };
  const [issue] = parsed.error.issues;
  const where = issue?.path.join('.') ?? '';
  return { error: `${where === '' ? 'the line' : where}: ${issue?.message ?? 'unexpected'}` };
}

function isReaderGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'EPIPE' || error.code === 'ERR_STREAM_PREMATURE_CLOSE');
}
