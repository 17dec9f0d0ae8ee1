import type { SyntaxNode } from '../../syntax';
import type { Value } from '../../values';
import { fieldOf } from './bindings';
import { exportValue } from './exports';
import { lowerValue } from './expressions';
import { type Frame, sourceOf } from './frame';
import { addImport } from './imports';

/** What compilers put around `require`, so that the default export is `default` of what they give. */
const INTEROP: ReadonlySet<string> = new Set([
  ...['__importDefault', '__importStar', '__toESM', '_interopRequireDefault', '_interopRequireWildcard', '_interop_require_default'],
  '_interop_require_wildcard',
]);

/** `const x = require('m')`, `const { a, b: c } = require('m')`, `const a = require('m').a`: imports by another name. */
export function requireAsImport(frame: Frame, pattern: SyntaxNode, valueNode: SyntaxNode): boolean {
  if (valueNode.type !== 'call_expression' && valueNode.type !== 'member_expression') return false;
  const member = valueNode.type === 'member_expression';
  const callNode = member ? valueNode.childForFieldName('object') : valueNode;
  const callee = callNode?.type === 'call_expression' ? callNode.childForFieldName('function') : null;
  if (callNode === null || callee === null) return false;
  const name = sourceOf(frame, callee).replace(/^tslib_\d+\./, '');
  const around = member || !INTEROP.has(name) ? undefined : callNode.childForFieldName('arguments')?.namedChildren[0];
  if (around) return requireAsImport(frame, pattern, around);
  if (name !== 'require') return false;
  const fields = pattern.type === 'object_pattern' && !member ? plainFields(frame, pattern) : undefined;
  if (pattern.type !== 'identifier' && fields === undefined) return false;
  const call = lowerValue(frame, callNode);
  const path = call.kind === 'call' ? call.args[0]?.value : undefined;
  if (path?.kind !== 'text') return false;
  const module = path.text.text;
  if (fields !== undefined)
    for (const { key, name } of fields) addImport(frame, pattern, { local: name, module, name: key, typeOnly: false });
  else {
    const property = member ? valueNode.childForFieldName('property') : null;
    const name = property === null ? undefined : sourceOf(frame, property);
    addImport(frame, pattern, { local: sourceOf(frame, pattern), module, name, typeOnly: false });
  }
  return true;
}

/** A pattern's fields if all of them are plain names. */
function plainFields(frame: Frame, pattern: SyntaxNode): readonly { readonly key: string; readonly name: string }[] | undefined {
  const fields: { key: string; name: string }[] = [];
  for (const child of pattern.namedChildren) {
    if (child === null || child.type === 'comment') continue;
    const field = fieldOf(frame, child);
    const plain = field?.pattern.type === 'identifier' || field?.pattern.type === 'shorthand_property_identifier_pattern';
    if (field?.key === undefined || !plain) return undefined;
    fields.push({ key: field.key, name: sourceOf(frame, field.pattern) });
  }
  return fields;
}

/** `module.exports = …`, `exports.x = …`. True when the assignment was such an export. */
export function exportAssigned(frame: Frame, node: SyntaxNode, left: SyntaxNode, value: Value): boolean {
  if (frame.scope.kind !== 'module' || left.type !== 'member_expression') return false;
  const target = sourceOf(frame, left).replace(/\s+/g, '');
  if (target === 'module.exports') {
    exportValue(frame, node, 'default', value);
    for (const entry of value.kind === 'record' ? value.entries : [])
      if (entry.key !== undefined) exportValue(frame, node, entry.key, entry.value);
    return true;
  }
  const [, name] = /^(?:module\.)?exports\.([\p{L}\p{N}_$]+)$/u.exec(target) ?? [];
  if (name === undefined) return false;
  exportValue(frame, node, name, value);
  return true;
}
