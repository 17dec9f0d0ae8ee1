/** The package that a Java file declares, as the head of another of the same folder. */
export function packageLine(source: string): string {
  const [line] = /^[ \t]*package\s+[\w.]+\s*;/m.exec(source) ?? [];
  return line === undefined ? '' : `${line.trim()}\n\n`;
}
