import { isMap } from 'yaml';
import type { PromptFormat } from '../format';
import type { Uri } from '../span';
import type { PromptSummary } from '../summary';
import { OLD_SETTINGS, readSettings, SETTINGS, writeSettingsCap } from './head/semantic-kernel-settings';
import { readWholeYaml } from './head/whole-yaml';
import { nodeAt } from './head/yaml-head';

/**
 * The `config.json` beside Semantic Kernel's `skprompt.txt`: model and cap, and no prompt. Nothing is shown of it by itself.
 * https://learn.microsoft.com/semantic-kernel/concepts/plugins
 */
export const format: PromptFormat = {
  id: 'skprompt-config',
  name: 'Settings of a Semantic Kernel prompt',
  endings: [],
  claims: {
    traces: [/"(?:execution_settings|completion)"\s*:\s*\{/],
    hold(uri, text) {
      if (!/(?:^|\/)config\.json$/i.test(uri)) return false;
      const { head } = readWholeYaml(uri, text);
      return [SETTINGS, OLD_SETTINGS].some(key => isMap(nodeAt(head.document, [key])));
    },
  },
  read,
  setOutputCap: writeSettingsCap,
  moveToEndOfMessage: () => ({ refused: 'This file holds no prompt.' }),
};

function read(uri: Uri, text: string): PromptSummary {
  const { head, problems } = readWholeYaml(uri, text);
  const { problems: wrong, ...settings } = readSettings(head);
  return {
    kind: 'prompt',
    uri,
    document: { format: 'skprompt-config', parameters: {}, messages: [], uncounted: [], flatRate: false },
    settings: [{ ...settings, name: '' }],
    problems: [...problems, ...wrong].slice(0, 20),
  };
}
