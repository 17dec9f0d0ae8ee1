import { type PromptText, promptTexts } from '../compression/prompt-text';
import type { Request, Segment } from '../request/request';

/** The texts of a request that may be edited, in which every line ends in `\n`: before it, `\r` is a blank. */
export function promptLines(request: Request): ReadonlyMap<Segment, PromptText> {
  return new Map([...promptTexts(request)].map(([segment, prompt]) => [segment, { ...prompt, text: prompt.text.replaceAll('\r', ' ') }]));
}
