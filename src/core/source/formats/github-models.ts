import type { PromptFormat } from '../format';
import type { PromptDocument } from '../prompt-document';
import type { Uri } from '../span';
import type { PromptSummary } from '../summary';
import type { MappedText } from '../text-map';
import { addEntries } from './head/add-entries';
import { readCap, writeCap } from './head/cap';
import { readWholeYaml } from './head/whole-yaml';
import { nameAt, scalarsAt, stringAt, type YamlHead } from './head/yaml-head';
import { readChatList } from './message/chat-list';
import { moveInString } from './message/move-in-string';
import { doubleBraces, lexPlaceholders } from './template/placeholders';

/** GitHub's own tools read the first two; loaders that projects write hand the parameters on by the API's names. */
const capKeys = [
  'modelParameters.maxTokens',
  'modelParameters.maxCompletionTokens',
  'modelParameters.max_tokens',
  'modelParameters.max_completion_tokens',
] as const;

/** GitHub Models: https://docs.github.com/github-models/use-github-models/storing-prompts-in-github-repositories, github/gh-models pkg/prompt. */
export const format: PromptFormat = {
  id: 'github-models',
  name: 'GitHub Models',
  endings: ['.prompt.yml', '.prompt.yaml'],
  read,
  setOutputCap(text, summary, tokens) {
    const { front } = readWholeYaml(summary.uri, text);
    return writeCap(summary.uri, text, front, summary.document.capKey ?? capKeys[0], tokens, {});
  },
  addToHead(text, summary, entries) {
    return addEntries(summary.uri, text, readWholeYaml(summary.uri, text).front, entries, 'messages');
  },
  moveToEndOfMessage(text, summary, stretch) {
    const strings = (uri: Uri, changed: string) =>
      readChatList(readWholeYaml(uri, changed).head, ['messages'], lex).strings.map(embedded => ({ embedded, lex }));
    return moveInString(text, summary, stretch, { read, strings });
  },
};

function read(uri: Uri, text: string): PromptSummary {
  const { head, problems } = readWholeYaml(uri, text);
  const cap = readCap(head, capKeys);
  const chat = readChatList(head, ['messages'], lex);
  const model = nameAt(head, ['model']);
  const document: PromptDocument = {
    format: 'github-models',
    ...(model === undefined ? {} : { model }),
    ...(cap.outputCap === undefined ? {} : { outputCap: cap.outputCap }),
    capKey: cap.capKey,
    parameters: scalarsAt(head, ['modelParameters']),
    messages: chat.messages,
    uncounted: schemaOf(head),
    flatRate: false,
  };
  return { kind: 'prompt', uri, document, problems: [...problems, ...cap.problems, ...chat.problems].slice(0, 20) };
}

function schemaOf(head: YamlHead): PromptDocument['uncounted'] {
  const schema = stringAt(head, ['jsonSchema']);
  return schema === undefined ? [] : [{ value: 'output schema', at: schema.at }];
}

/** Only names in double braces are replaced. */
function lex(text: MappedText) {
  return lexPlaceholders(text.text, 0, text.text.length, doubleBraces);
}
