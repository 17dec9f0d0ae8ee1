import { matcherOf } from './globs';

/** Files of editors' own agents (VS Code, Copilot, Claude Code, Cursor and others), by what they are for. */
export const promptFileGlobs: readonly string[] = ['**/.github/prompts/**/*.md', '**/.claude/commands/**/*.md'];
export const agentFileGlobs: readonly string[] = ['**/.github/agents/**/*.md', '**/.claude/agents/**/*.md'];
export const instructionFileGlobs: readonly string[] = ['**/.github/copilot-instructions.md', '**/.github/instructions/**/*.md'];
export const cursorRuleGlobs: readonly string[] = ['**/.cursorrules', '**/.cursor/rules/**/*.mdc', '**/.windsurfrules', '**/.clinerules'];
export const memoryFileGlobs: readonly string[] = ['**/{CLAUDE,AGENTS,GEMINI}.md', '**/CLAUDE.local.md'];
export const skillFileGlobs: readonly string[] = ['**/SKILL.md'];

/** A prompt that a person runs speaks for the user; everything else instructs the system. */
export const speaksForUser = matcherOf(['**/*.prompt.md', ...promptFileGlobs]);
