import type { PromptFormat } from '../format';
import type { PromptDocument, PromptMessage, Role } from '../prompt-document';
import type { Uri } from '../span';
import type { Problem, PromptSummary } from '../summary';
import type { MappedText } from '../text-map';
import { readCap, writeCap } from './head/cap';
import { textAt } from './head/scalar-text';
import { readWholeYaml } from './head/whole-yaml';
import { nodeAt, scalarsAt, spanOf, stringAt, type YamlHead } from './head/yaml-head';
import { moveInString } from './message/move-in-string';
import { isBlank, messageOf, type PieceItem, toPieces } from './message/pieces';
import { expandInString } from './template/in-string';
import { lexJinja, liquid } from './template/jinja';
import type { Lexed } from './template/tag';

const capKey = 'config.maxTokens';

/** DotPrompt for .NET: https://github.com/elastacloud/DotPrompt, PromptFile.cs. YAML from end to end under Dotprompt's ending. */
export const format: PromptFormat = {
  id: 'dotprompt-dotnet',
  name: 'DotPrompt for .NET',
  endings: [],
  claims: {
    traces: [/^prompts\s*:/m, /^[ \t]+user\s*:/m],
    hold(uri, text) {
      return uri.toLowerCase().endsWith('.prompt') && textAt(readWholeYaml(uri, text).head, ['prompts', 'user']) !== undefined;
    },
  },
  read,
  setOutputCap(text, summary, tokens) {
    return writeCap(summary.uri, text, readWholeYaml(summary.uri, text).front, capKey, tokens, {});
  },
  moveToEndOfMessage(text, summary, stretch) {
    const strings = (uri: Uri, changed: string) => {
      const { head } = readWholeYaml(uri, changed);
      return sentIn(head).flatMap(({ path, isTemplate }) => {
        const embedded = textAt(head, path);
        return embedded === undefined ? [] : [{ embedded, lex: (sent: MappedText) => lexAs(isTemplate, sent) }];
      });
    };
    return moveInString(text, summary, stretch, { read, strings });
  },
};

function read(uri: Uri, text: string): PromptSummary {
  const { head, problems } = readWholeYaml(uri, text);
  const cap = readCap(head, [capKey]);
  const model = stringAt(head, ['model']);
  const found: Problem[] = [];
  const schema = nodeAt(head.document, ['config', 'output', 'schema']);
  const document: PromptDocument = {
    format: 'dotprompt-dotnet',
    ...(model === undefined ? {} : { model }),
    ...(cap.outputCap === undefined ? {} : { outputCap: cap.outputCap }),
    ...(cap.capReference === undefined ? {} : { capReference: cap.capReference }),
    capKey: cap.capKey,
    parameters: scalarsAt(head, ['config']),
    messages: sentIn(head).flatMap(sent => messageAt(head, sent, found)),
    uncounted: schema === undefined ? [] : [{ value: 'output schema', at: spanOf(head, schema) }],
    flatRate: false,
  };
  return { kind: 'prompt', uri, document, problems: [...problems, ...cap.problems, ...found].slice(0, 20) };
}

interface Sent {
  readonly role: Role;
  readonly path: readonly string[];
  readonly isTemplate: boolean;
}

/** What is sent, in the order in which the library's own messages stand: the examples go first, as they are written. */
function sentIn(head: YamlHead): readonly Sent[] {
  const sent: Sent[] = [];
  for (let index = 0; nodeAt(head.document, ['fewShots', String(index)]) !== undefined; index++) {
    const path = ['fewShots', String(index)];
    sent.push({ role: 'user', path: [...path, 'user'], isTemplate: false });
    sent.push({ role: 'assistant', path: [...path, 'response'], isTemplate: false });
  }
  for (const role of ['system', 'user'] as const) sent.push({ role, path: ['prompts', role], isTemplate: true });
  return sent;
}

function messageAt(head: YamlHead, { role, path, isTemplate }: Sent, problems: Problem[]): readonly PromptMessage[] {
  const embedded = textAt(head, path);
  if (embedded === undefined) return [];
  const expanded = expandInString(embedded.text, lexAs(isTemplate, embedded.text));
  problems.push(...expanded.problems);
  const pieces = toPieces(
    head.uri,
    expanded.items.filter((item): item is PieceItem => item.kind !== 'signal'),
  );
  return isBlank(pieces) ? [] : [messageOf(role, pieces, undefined, embedded.span)];
}

/** Fluid, which is Liquid: https://github.com/sebastienros/fluid. */
function lexAs(isTemplate: boolean, { uri, text }: MappedText): Lexed {
  return isTemplate
    ? lexJinja(uri, text, 0, text.length, liquid)
    : { tokens: [{ kind: 'literal', start: 0, end: text.length }], problems: [] };
}
