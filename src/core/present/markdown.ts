/** Text from prompts, code or settings as inert markdown: no markup, link, image, HTML or table cell comes out of it. */
export function escapeMarkdown(text: string, longest = 80): string {
  return oneLine(text, longest)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[\\`*_{}[\]()#+\-!|~$]/g, '\\$&')
    .replace(/:\/\//g, '&#58;//')
    .replace(/@/g, '&#64;')
    .replace(/www\./gi, match => `${match.slice(0, 3)}&#46;`);
}

/** Code in backticks; backticks inside get a longer fence. Not for table cells: a `|` would end the cell. */
export function codeSpan(text: string, longest = 80): string {
  const short = oneLine(text, longest);
  const fence = '`'.repeat(Math.max(0, ...[...short.matchAll(/`+/g)].map(match => match[0].length)) + 1);
  const pad = short.startsWith('`') || short.endsWith('`') || short === '' ? ' ' : '';
  return `${fence}${pad}${short}${pad}${fence}`;
}

/** A clause of ours in which code stands in backticks: the code stays code, everything else is inert. */
export function escapeProse(text: string, longest = 300): string {
  return oneLine(text, longest)
    .split(/`([^`]+)`/)
    .map((part, index) => (index % 2 === 1 ? codeSpan(part) : spaced(part)))
    .join('');
}

function oneLine(text: string, longest: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const characters = Array.from(line);
  return characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : line;
}

/** Escaped, with the spaces at its ends. */
function spaced(text: string): string {
  const content = text.trim();
  const from = text.length - text.trimStart().length;
  return text.slice(0, from) + escapeMarkdown(content, Number.POSITIVE_INFINITY) + text.slice(from + content.length);
}

export interface Column {
  readonly title: string;
  readonly align: 'left' | 'right';
}

/** Cells are markdown already. */
export function markdownTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(columns.map(column => column.title)),
    line(columns.map(column => (column.align === 'right' ? '--:' : ':--'))),
    ...rows.map(line),
  ].join('\n');
}

export interface Link {
  readonly label: string;
  readonly href: string;
}

export function markdownLinks(links: readonly Link[]): string {
  return links.map(link => `[${escapeMarkdown(link.label)}](${link.href})`).join(' · ');
}
