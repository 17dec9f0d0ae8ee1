/** A message of ours as lists show it, which don't draw code as code. */
export function inLists(text: string): string {
  return text.replaceAll('`', '');
}
