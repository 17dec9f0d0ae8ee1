import type { PromptFormat } from '../../format';
import { speaksForUser } from '../select/editor-files';
import { editorVariables, lexPlaceholders } from '../template/placeholders';
import { editorModel } from './editor-model';
import { oneMessageFormat } from './one-message';

/** A file that an editor's own agent reads: one message, mostly paid by subscription. */
export function editorFormat(kind: Pick<PromptFormat, 'id' | 'name' | 'endings' | 'globs'>): PromptFormat {
  return oneMessageFormat({
    ...kind,
    role: uri => (speaksForUser(uri) ? 'user' : 'system'),
    lex: (_uri, text, from, to) => lexPlaceholders(text, from, to, editorVariables),
    flatRate: true,
    modelOf: editorModel,
    noCap: 'The editor sets the output cap for its own agent; a file like this has no place for one.',
  });
}
