/**
 * A prompt without what stands in fences of code, each character a blank: a guide that is sent along shows there what others ask.
 * JSON stays, which prompts show as the form of their answer.
 */
export function withoutExamples(text: string): string {
  if (!text.includes('```')) return text;
  const lines = text.split('\n');
  let opened: number | undefined;
  for (const [index, line] of lines.entries()) {
    if (!line.trimStart().startsWith('```')) continue;
    if (opened === undefined) opened = index;
    else {
      blank(lines, opened, index);
      opened = undefined;
    }
  }
  return lines.join('\n');
}

function blank(lines: string[], from: number, to: number): void {
  const inside = lines.slice(from + 1, to).find(line => line.trim() !== '');
  if (inside === undefined || /^\s*[{[]/.test(inside)) return;
  for (let index = from; index <= to; index++) lines[index] = ' '.repeat(lines[index]?.length ?? 0);
}
