import { matcherOf } from './globs';

/**
 * Files that editors' own agents read (VS Code, Copilot, Claude Code, Cursor and others): mostly paid by subscription.
 * Globs, so that they can stand in the default of the setting for prompt files.
 */
export const editorFileGlobs: readonly string[] = [
  '**/*.{prompt,instructions,agent,chatmode}.md',
  '**/{CLAUDE,AGENTS,GEMINI,SKILL}.md',
  '**/CLAUDE.local.md',
  '**/.github/copilot-instructions.md',
  '**/.github/{agents,prompts,instructions}/**/*.md',
  '**/.claude/{agents,commands,skills}/**/*.md',
  '**/.cursorrules',
  '**/.windsurfrules',
  '**/.clinerules',
  '**/.cursor/rules/**/*.mdc',
];

export const isEditorFile = matcherOf(editorFileGlobs);

/** A prompt that a person runs speaks for the user; everything else instructs the system. */
export const speaksForUser = matcherOf(['**/*.prompt.md', '**/.github/prompts/**/*.md', '**/.claude/commands/**/*.md']);
