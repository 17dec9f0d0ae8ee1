import type { PromptFormat } from '../format';
import type { PromptDocument } from '../prompt-document';
import { relativeUri } from '../relative-uri';
import type { Uri } from '../span';
import type { PromptSummary } from '../summary';
import { strange } from './head/read-head';
import { messagesByTags } from './message/message-tags';
import { moveLines } from './message/move-lines';
import { lexTemplate } from './message/semantic-kernel-template';
import { expand } from './template/expand';

/**
 * Semantic Kernel's `skprompt.txt`. Model and cap stand in the `config.json` beside it, which link finds.
 * https://learn.microsoft.com/semantic-kernel/concepts/prompts/prompt-template-syntax
 */
export const format: PromptFormat = {
  id: 'skprompt',
  name: 'Semantic Kernel prompt',
  endings: [],
  globs: ['**/skprompt.txt'],
  read,
  setOutputCap: () => ({ refused: 'The output cap of this prompt belongs into a config.json beside it: set max_tokens there.' }),
  moveToEndOfMessage: (text, summary, stretch) => moveLines(text, summary, stretch, { read, lex }),
};

function read(uri: Uri, text: string): PromptSummary {
  const expanded = expand(uri, text, lex(uri, text));
  const body = { uri, start: startOf(text), end: text.length };
  const messages = messagesByTags(uri, expanded.items, body);
  return {
    kind: 'prompt',
    uri,
    document: { format: 'skprompt', parameters: {}, messages, uncounted: [], flatRate: false, ...besides(uri) },
    problems: [...strange(uri, text), ...expanded.problems].slice(0, 20),
  };
}

function besides(uri: Uri): Pick<PromptDocument, 'settingsIn'> {
  const config = relativeUri(uri, 'config.json');
  return config === undefined ? {} : { settingsIn: { files: [config], name: '' } };
}

function lex(uri: Uri, text: string) {
  return lexTemplate(undefined, uri, text, startOf(text));
}

function startOf(text: string): number {
  return text.startsWith('\uFEFF') ? 1 : 0;
}
