import type { PromptFormat } from '../format';
import { editorFormat } from './message/editor-format';
import { agentFileGlobs } from './select/editor-files';

/** Custom agents of VS Code (https://code.visualstudio.com/docs/agents/reference/custom-agent-file-reference) and subagents of Claude Code. */
export const format: PromptFormat = editorFormat({
  id: 'agent',
  name: "Editor's agent",
  endings: ['.agent.md', '.chatmode.md'],
  globs: agentFileGlobs,
});
