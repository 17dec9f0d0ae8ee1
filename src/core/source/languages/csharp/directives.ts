/** `#:package OpenAI@2.8.0`: what a program of one file says of its build, which may put a byte order mark behind itself. */
export function withoutDirectives(text: string): string {
  return text.includes('#:') ? text.replace(/^#:/gm, '//').replaceAll('\uFEFF', ' ') : text;
}
