/**
 * The ids under which a table may have a model: as it was looked up, and the catalogue's, where that is surely the same model. The catalogue
 * also files variants under one id whose price they share (`gpt-5.1-chat-latest` under `gpt-5.1`), and those are models of their own.
 */
export function rowIds(maker: string, id: string, asked: string): readonly string[] {
  const spelled = maker === 'anthropic' ? asked.replaceAll('.', '-') : asked;
  const isSnapshot = spelled.startsWith(id) && /^(?:[-@]\d|$)/.test(spelled.slice(id.length));
  return [...new Set([asked, spelled, ...(isSnapshot || maker === 'anthropic' ? [id] : [])])];
}
