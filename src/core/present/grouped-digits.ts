/** A number of tokens, results or rounds as messages write it: `12,500`. */
export function groupedDigits(count: number): string {
  return Math.round(count).toLocaleString('en');
}
