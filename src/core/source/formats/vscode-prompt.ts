import type { PromptFormat } from '../format';
import { editorFormat } from './message/editor-format';
import { promptFileGlobs } from './select/editor-files';

/** VS Code's prompt files (https://code.visualstudio.com/docs/copilot/customization/prompt-files) and Claude Code's commands. */
export const format: PromptFormat = editorFormat({
  id: 'vscode-prompt',
  name: 'Prompt file of an editor',
  endings: ['.prompt.md'],
  globs: promptFileGlobs,
});
