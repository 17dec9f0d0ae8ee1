import { isMap, isSeq } from 'yaml';
import type { PromptFormat } from '../format';
import type { PromptDocument } from '../prompt-document';
import type { Uri } from '../span';
import type { Problem, PromptSummary } from '../summary';
import { writeCap } from './head/cap';
import { type PromptfooProvider, promptfooProviders } from './head/promptfoo-provider';
import { readWholeYaml } from './head/whole-yaml';
import { nodeAt, type YamlHead } from './head/yaml-head';
import { moveInString } from './message/move-in-string';
import { includedPrompt, type PromptfooPrompt, promptfooPrompts } from './message/promptfoo-prompts';

/** More pairs than anyone reads in an editor. */
const MOST_DOCUMENTS = 60;

/** promptfoo's configuration: each prompt with each provider is a request. https://www.promptfoo.dev/docs/configuration/prompts */
export const format: PromptFormat = {
  id: 'promptfoo',
  name: 'promptfoo configuration',
  endings: [],
  globs: ['**/promptfooconfig*.{yaml,yml,json}'],
  claims: {
    traces: [/^prompts\s*:/m, /^(?:providers|targets)\s*:/m],
    hold(uri, text) {
      const { head } = readWholeYaml(uri, text);
      return isMap(head.document.contents) && isSeq(nodeAt(head.document, ['prompts'])) && promptfooProviders(head).length > 0;
    },
  },
  read,
  readIncluded: includedPrompt,
  setOutputCap(text, summary, tokens) {
    const { capKey } = summary.document;
    if (capKey === undefined)
      return { refused: 'This provider has no place for an output cap that is known. Set it where the provider is made.' };
    return writeCap(summary.uri, text, readWholeYaml(summary.uri, text).front, capKey, tokens, { '-': 'id' });
  },
  moveToEndOfMessage(text, summary, stretch) {
    const strings = (uri: Uri, changed: string) =>
      promptfooPrompts(readWholeYaml(uri, changed).head).flatMap(prompt => prompt.string ?? []);
    return moveInString(text, summary, stretch, { read, strings });
  },
};

function read(uri: Uri, text: string): PromptSummary {
  const { head, problems } = readWholeYaml(uri, text);
  const prompts = promptfooPrompts(head);
  const providers = promptfooProviders(head);
  const pairs = pairsOf(prompts, providers);
  const [first = emptyDocument, ...others] = pairs.slice(0, MOST_DOCUMENTS);
  const found = [...prompts, ...providers].flatMap(part => part.problems);
  return {
    kind: 'prompt',
    uri,
    document: others.length === 0 ? first : { ...first, others },
    problems: [...problems, ...tooMany(head, pairs.length), ...found].slice(0, 20),
  };
}

const emptyDocument: PromptDocument = { format: 'promptfoo', parameters: {}, messages: [], uncounted: [], flatRate: false };

/** A provider may be given some of the prompts only, by label or by the label's first part. */
function pairsOf(prompts: readonly PromptfooPrompt[], providers: readonly PromptfooProvider[]): readonly PromptDocument[] {
  const gets = (provider: PromptfooProvider, { label }: PromptfooPrompt) =>
    provider.prompts.length === 0 ||
    provider.prompts.some(wanted => label === wanted || label.startsWith(`${wanted.replace(/:?\*$/, '')}:`));
  return prompts.flatMap(prompt => {
    const own = { ...emptyDocument, messages: prompt.messages, at: prompt.at };
    if (providers.length === 0) return [own];
    return providers.flatMap(provider => {
      const { prompts: _, problems: __, ...said } = provider;
      return gets(provider, prompt) ? [{ ...own, ...said }] : [];
    });
  });
}

function tooMany(head: YamlHead, pairs: number): readonly Problem[] {
  if (pairs <= MOST_DOCUMENTS) return [];
  const message = `${pairs} pairs of prompt and provider: only the first ${MOST_DOCUMENTS} are read.`;
  return [{ message, at: { uri: head.uri, start: head.start, end: head.end } }];
}
