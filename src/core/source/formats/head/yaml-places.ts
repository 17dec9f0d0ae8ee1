import type { Node } from 'yaml';

export function endOf(node: unknown): number | undefined {
  return (node as Node | null | undefined)?.range?.[1];
}

export function column(yaml: string, key: unknown): number {
  const start = (key as Node | undefined)?.range?.[0] ?? 0;
  return start - (yaml.lastIndexOf('\n', start - 1) + 1);
}

/** Behind the line's content, a comment included, before its line end. */
export function lineEnd(yaml: string, from: number): number {
  const newline = yaml.indexOf('\n', from);
  return yaml.slice(0, newline === -1 ? yaml.length : newline).replace(/\r$/, '').length;
}

/** A pair with a line of its own gets its neighbour on the next one. */
export function separator(yaml: string, key: unknown, newline: string): string {
  const at = column(yaml, key);
  const start = (key as Node | undefined)?.range?.[0] ?? 0;
  const own = start > at && yaml.slice(start - at, start).trim() === '';
  return own ? newline + yaml.slice(start - at, start) : ' ';
}
