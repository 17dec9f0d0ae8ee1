import type { PromptDocument } from '../../prompt-document';
import { childrenAt, nodeAt, spanOf, stringAt, type YamlHead } from '../head/yaml-head';

const families = new Set(['sonnet', 'opus', 'haiku', 'default', 'opusplan', 'sonnet[1m]']);

/**
 * The model in the front matter of an editor's own file: an id, an alias of a family, a name out of the editor's list, or several
 * in order of priority. Only an id says which model it is.
 */
export function editorModel(head: YamlHead): Pick<PromptDocument, 'model' | 'modelReference'> {
  const several = childrenAt(head, ['model']);
  const list = nodeAt(head.document, ['model']);
  if (several.length > 1 && list !== undefined) {
    const value = several.map((_, index) => stringAt(head, ['model', String(index)])?.value ?? '?').join(', ');
    return { modelReference: { value, at: spanOf(head, list), why: 'the editor takes the first of them that is available' } };
  }
  const model = stringAt(head, ['model']) ?? stringAt(head, ['model', '0']);
  if (model === undefined) return {};
  const name = model.value.trim().toLowerCase();
  if (name === 'inherit') return { modelReference: { ...model, why: 'the model of the conversation that uses it' } };
  if (families.has(name)) return { modelReference: { ...model, why: 'a family, of which the editor picks the model' } };
  if (/^(?:<.*>|\{.*\}|\[.*\])$/.test(name)) return { modelReference: { ...model, why: 'a place for a name, to be filled in' } };
  if (/\s|\(/.test(name)) return { modelReference: { ...model, why: "a name from the editor's list of models, not an id" } };
  return { model };
}
