import type { PromptFormat } from '../format';
import { editorFormat } from './message/editor-format';
import { instructionFileGlobs } from './select/editor-files';

/** Custom instructions of VS Code and Copilot: https://code.visualstudio.com/docs/copilot/customization/custom-instructions. */
export const format: PromptFormat = editorFormat({
  id: 'instructions',
  name: 'Instructions for an editor',
  endings: ['.instructions.md'],
  globs: instructionFileGlobs,
});
