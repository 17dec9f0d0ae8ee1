/** The namespace that a C# file declares, as the head of another of the same folder. */
export function namespaceLine(source: string): string {
  const [, name] = /^[ \t\uFEFF]*namespace\s+([\w.]+)/m.exec(source) ?? [];
  return name === undefined ? '' : `namespace ${name};\n\n`;
}
