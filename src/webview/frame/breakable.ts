import { html, type TemplateResult } from 'lit';

/** A name or path that may go on in the next line after its parts, and not in the middle of a word. */
export function breakable(name: string): TemplateResult {
  const parts = name.split(/(?<=[/\\._-])(?=[^/\\._-])|(?<=\p{Ll})(?=\p{Lu})/u);
  return html`${parts.map((part, index) => (index === 0 ? part : html`<wbr>${part}`))}`;
}
