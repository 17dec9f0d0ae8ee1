import type { PromptFormat } from '../format';
import { editorFormat } from './message/editor-format';
import { cursorRuleGlobs } from './select/editor-files';

/** Cursor's rules (https://docs.cursor.com/context/rules) and the single-file rules of its kin. */
export const format: PromptFormat = editorFormat({ id: 'cursor-rules', name: "Editor's rules", endings: ['.mdc'], globs: cursorRuleGlobs });
