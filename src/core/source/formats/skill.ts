import type { PromptFormat } from '../format';
import { editorFormat } from './message/editor-format';
import { skillFileGlobs } from './select/editor-files';

/** Agent skills: front matter with a name and a description, then the instructions that are loaded when it is used. */
export const format: PromptFormat = editorFormat({ id: 'skill', name: 'Agent skill', endings: [], globs: skillFileGlobs });
