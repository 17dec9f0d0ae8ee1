import type { PromptFormat } from '../format';
import { editorFormat } from './message/editor-format';
import { memoryFileGlobs } from './select/editor-files';

/** AGENTS.md, CLAUDE.md and their kin: sent along with every request of a coding agent. */
export const format: PromptFormat = editorFormat({
  id: 'memory-file',
  name: 'Notes for coding agents',
  endings: [],
  globs: memoryFileGlobs,
});
