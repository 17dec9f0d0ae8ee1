import { isMap } from 'yaml';
import type { PromptFormat } from '../format';
import type { PromptDocument } from '../prompt-document';
import type { Uri } from '../span';
import type { PromptSummary } from '../summary';
import { textAt } from './head/scalar-text';
import { readSettings, SETTINGS, writeSettingsCap } from './head/semantic-kernel-settings';
import { readWholeYaml } from './head/whole-yaml';
import { nodeAt, stringAt, type YamlHead } from './head/yaml-head';
import { messagesByTags } from './message/message-tags';
import { moveInString } from './message/move-in-string';
import { lexTemplate } from './message/semantic-kernel-template';
import { expandInString } from './template/in-string';

const formats = ['semantic-kernel', 'handlebars', 'liquid'];

/** Semantic Kernel's prompts in YAML: https://learn.microsoft.com/semantic-kernel/concepts/prompts/yaml-schema. */
export const format: PromptFormat = {
  id: 'semantic-kernel',
  name: 'Semantic Kernel prompt',
  endings: [],
  claims: {
    traces: [/^template\s*:[ \t]*[^\s#]/m, /^(?:template_format|execution_settings|input_variables)\s*:/m],
    hold(uri, text) {
      const { head } = readWholeYaml(uri, text);
      if (textAt(head, ['template']) === undefined || nodeAt(head.document, ['_type']) !== undefined) return false;
      const own = formats.includes(stringAt(head, ['template_format'])?.value ?? '');
      return own || isMap(nodeAt(head.document, [SETTINGS])) || isMap(nodeAt(head.document, ['input_variables', '0']));
    },
  },
  read,
  setOutputCap: writeSettingsCap,
  moveToEndOfMessage(text, summary, stretch) {
    const strings = (uri: Uri, changed: string) => {
      const { head } = readWholeYaml(uri, changed);
      const embedded = textAt(head, ['template']);
      return embedded === undefined ? [] : [{ embedded, lex: () => lexOf(head, embedded.text.text) }];
    };
    return moveInString(text, summary, stretch, { read, strings });
  },
};

function read(uri: Uri, text: string): PromptSummary {
  const { head, problems } = readWholeYaml(uri, text);
  const template = textAt(head, ['template']);
  const expanded = template === undefined ? { items: [], problems: [] } : expandInString(template.text, lexOf(head, template.text.text));
  const { problems: wrong, ...settings } = readSettings(head);
  const document: PromptDocument = {
    format: 'semantic-kernel',
    ...settings,
    messages: messagesByTags(uri, expanded.items, template?.span ?? { uri, start: head.start, end: head.end }),
    uncounted: [],
    flatRate: false,
  };
  return { kind: 'prompt', uri, document, problems: [...problems, ...wrong, ...expanded.problems].slice(0, 20) };
}

function lexOf(head: YamlHead, template: string) {
  return lexTemplate(stringAt(head, ['template_format'])?.value, head.uri, template);
}
