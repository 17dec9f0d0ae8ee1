import type { LoopAround } from '../request/call-context';
import type { Edit, Refusal } from '../source/edit';
import type { Writers } from './writers';

/** Counts a loop's rounds by a variable of its own, and throws behind the last that is allowed. */
export function boundLoop(
  writers: Writers,
  loop: LoopAround,
  names: readonly string[],
  most: number,
  message: string,
): readonly Edit[] | Refusal {
  const text = writers.textOf(loop.at.uri);
  const printer = writers.printerOf(loop.at.uri);
  if (text === undefined || printer === undefined) return { refused: 'This file can’t be edited.' };
  const name = names.find(each => !new RegExp(`\\b${each}\\b`).test(text));
  if (name === undefined)
    return { refused: `Names such as ${names.join(' and ')} are taken here. Count the rounds by hand, and stop behind the last.` };
  return printer.boundLoop(text, loop, name, most, message);
}
