import type { PromptFormat } from '../../format';
import { stringAt } from '../head/yaml-head';
import { type OneMessage, oneMessageFormat } from './one-message';

/** Plain text or a template of a general language as one prompt: chosen by the user's globs, or by standing in a prompts folder. */
export function templateFormat(
  kind: Pick<OneMessage, 'id' | 'name' | 'lex'> & { readonly templateEndings: readonly string[]; readonly inPromptsFolder: boolean },
): PromptFormat {
  const { templateEndings, inPromptsFolder, ...rest } = kind;
  return oneMessageFormat({
    ...rest,
    chosenEndings: templateEndings,
    ...(inPromptsFolder ? { globs: templateEndings.map(ending => `**/prompts/**/*${ending}`) } : {}),
    role: () => 'system',
    flatRate: false,
    modelOf(head) {
      const model = stringAt(head, ['model']);
      return model === undefined ? {} : { model };
    },
    noCap: 'A Markdown or text file has no place for an output cap. Set it where the prompt is sent.',
  });
}
