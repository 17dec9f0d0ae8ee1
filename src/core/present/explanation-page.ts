import { escapeMarkdown, escapeProse } from './markdown';

/** How the numbers of one request came about, as a page in markdown. `lines`: those of `explain`; what is indented belongs to the line above. */
export function explanationPage(name: string, lines: readonly string[]): string {
  const items = lines.map(line => `${line.startsWith(' ') ? '  ' : ''}- ${escapeProse(line, 1000)}`);
  return [`# How the numbers of ${escapeMarkdown(name, 80)} came about`, items.join('\n')].join('\n\n');
}
