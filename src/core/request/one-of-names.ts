/** As many are read at a glance. */
const MOST = 8;
const SHOWN = 3;

/** `one of a, b`; of very many the first few, and how many there are. */
export function oneOfNames(names: readonly unknown[]): string {
  if (names.length <= MOST) return `one of ${names.join(', ')}`;
  return `one of ${names.length}: ${names.slice(0, SHOWN).join(', ')} and ${names.length - SHOWN} more`;
}
