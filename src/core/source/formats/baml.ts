import type { PromptFormat } from '../format';
import type { PromptDocument } from '../prompt-document';
import type { Uri } from '../span';
import type { Problem, PromptSummary } from '../summary';
import type { MappedText } from '../text-map';
import { type BamlBlock, bamlBlocks } from './baml/blocks';
import { clientOf, settingsOf, valueAt } from './baml/clients';
import { bamlSignal, promptText } from './baml/prompt';
import { writeBamlCap } from './baml/write-cap';
import { strange } from './head/read-head';
import { moveInString } from './message/move-in-string';
import { messagesBySignals } from './message/signals';
import { expandInString, placesOf } from './template/in-string';
import { lexJinja, trimming } from './template/jinja';

/** BAML: https://docs.boundaryml.com/ref/overview. Each function with a prompt is a request; a file may hold many, or only clients and types. */
export const format: PromptFormat = {
  id: 'baml',
  name: 'BAML',
  endings: ['.baml'],
  read,
  setOutputCap(text, summary, tokens) {
    const { capKey } = summary.document;
    if (capKey === undefined)
      return { refused: "The client's options have no cap here. Define a `client<llm>` in this file and set max_tokens in its options." };
    return writeBamlCap(summary.uri, text, capKey, tokens);
  },
  moveToEndOfMessage(text, summary, stretch) {
    const strings = (uri: Uri, changed: string) =>
      promptsOf(bamlBlocks(changed)).map(({ prompt }) => ({ embedded: promptText(uri, prompt), lex }));
    return moveInString(text, summary, stretch, { read, strings });
  },
};

function read(uri: Uri, text: string): PromptSummary {
  const blocks = bamlBlocks(text);
  const problems: Problem[] = [...strange(uri, text)];
  for (const block of blocks)
    if (!block.closed)
      problems.push({ message: `\`${block.name}\` is never closed: write \`}\`.`, at: { uri, start: block.start, end: block.end } });
  const documents = promptsOf(blocks).map(({ block, prompt }): PromptDocument => {
    const { problems: found, ...client } = clientOf(uri, valueAt(block.entries, ['client']), blocks);
    const embedded = promptText(uri, prompt);
    const roles: Problem[] = [];
    const expanded = expandInString(embedded.text, lex(embedded.text), (expression, at) => bamlSignal(expression, at, roles));
    const places = placesOf(embedded.text);
    problems.push(...found, ...expanded.problems, ...roles.map(({ message, at }) => ({ message, at: places.span(at.start, at.end) })));
    const messages = messagesBySignals(uri, expanded.items, embedded.span, { first: 'system', trims: true });
    const at = { uri, start: block.start, end: block.end };
    return { format: 'baml', name: block.name, ...client, messages, uncounted: [], flatRate: false, at };
  });
  const [first, ...others] = documents;
  const empty: PromptDocument = { format: 'baml', parameters: {}, messages: [], uncounted: [], flatRate: false };
  return {
    kind: 'prompt',
    uri,
    document: first === undefined ? empty : others.length === 0 ? first : { ...first, others },
    settings: settingsOf(uri, blocks),
    problems: problems.slice(0, 20),
  };
}

/** A function without a prompt string is BAML's own code, not a request. */
function promptsOf(blocks: readonly BamlBlock[]) {
  return blocks.flatMap(block => {
    const prompt = block.kind === 'function' ? valueAt(block.entries, ['prompt']) : undefined;
    return prompt?.kind === 'string' ? [{ block, prompt }] : [];
  });
}

function lex({ text, uri }: MappedText) {
  return lexJinja(uri, text, 0, text.length, trimming);
}
