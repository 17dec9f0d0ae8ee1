/**
 * Whether a text is the address of a file or folder, and no module's name (`node:fs`, `npm:openai`): those of some file systems have
 * no host (`memfs:/desk/app.py`), those of new documents no path.
 */
export function isAddress(text: string): boolean {
  return /^(?:[a-z][\w+.-]*:\/|untitled:)/i.test(text);
}
