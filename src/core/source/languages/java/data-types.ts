import type { DataDeclaration, DataField, DataType } from '../../data-type';
import type { SyntaxNode } from '../../syntax';
import { annotationNames } from './annotations';
import { type Frame, partsOf, sourceOf } from './frame';
import { hasModifier, isStatic } from './members';
import { typeValue } from './types';

const SCALARS: Readonly<Record<string, DataType>> = {
  ...Object.fromEntries(['String', 'CharSequence'].map(name => [name, { kind: 'text' }])),
  ...Object.fromEntries(['boolean', 'Boolean'].map(name => [name, { kind: 'boolean' }])),
  ...Object.fromEntries(['double', 'Double', 'float', 'Float', 'BigDecimal', 'Number'].map(name => [name, { kind: 'number' }])),
  ...Object.fromEntries(
    ['int', 'Integer', 'long', 'Long', 'short', 'Short', 'byte', 'Byte', 'BigInteger'].map(name => [name, { kind: 'integer' }]),
  ),
};
const LISTS = /^(?:List|Collection|Set|Iterable|Sequence|ArrayList|LinkedHashSet|SequencedCollection)$/;
/** What frameworks pass to tools beside what the model says. */
const OF_FRAMEWORK = /^(?:ToolContext|InvocationParameters|InvocationContext|McpSyncRequestContext)$/;
/** Annotations that write getters or setters, so that Jackson sees private fields. */
const WITH_GETTERS = /^(?:Data|Getter|Setter|Value)$/;

/** What a record, class or enum is as JSON; undefined for interfaces. */
export function dataOf(frame: Frame, node: SyntaxNode, block: SyntaxNode): DataDeclaration | undefined {
  switch (node.type) {
    case 'record_declaration': {
      const list = node.childForFieldName('parameters');
      const components = list === null ? [] : partsOf(frame, list);
      return { kind: 'fields', fields: components.flatMap(each => fieldData(frame, each, each)) };
    }
    case 'class_declaration': {
      const all = partsOf(frame, block).filter(each => each.type === 'field_declaration' && !isStatic(frame, each));
      const own = all.filter(each => !hasModifier(frame, each, 'transient') && isSeen(frame, node, each, block));
      return { kind: 'fields', fields: own.flatMap(each => fieldData(frame, each, each.childForFieldName('declarator'))) };
    }
    case 'enum_declaration': {
      const constants = partsOf(frame, block).filter(({ type }) => type === 'enum_constant');
      const names = constants.map(each => each.childForFieldName('name'));
      return { kind: 'values', values: names.flatMap(name => (name === null ? [] : [sourceOf(frame, name)])) };
    }
    default:
      return undefined;
  }
}

/** What a model is to pass to a method that is annotated as a tool: its parameters as one object, without those that the framework fills. */
export function parameterData(frame: Frame, method: SyntaxNode): DataDeclaration | undefined {
  const list = method.childForFieldName('parameters');
  if (list === null || !annotationNames(frame, method).includes('Tool')) return undefined;
  const params = partsOf(frame, list).filter(
    each =>
      each.type === 'formal_parameter' &&
      !annotationNames(frame, each).includes('ToolMemoryId') &&
      !OF_FRAMEWORK.test(sourceOf(frame, each.childForFieldName('type') ?? each)),
  );
  return { kind: 'fields', fields: params.flatMap(each => fieldData(frame, each, each)) };
}

/** A public field, or one with an accessor. */
function isSeen(frame: Frame, type: SyntaxNode, field: SyntaxNode, block: SyntaxNode): boolean {
  if (hasModifier(frame, field, 'public')) return true;
  if ([...annotationNames(frame, type), ...annotationNames(frame, field)].some(name => WITH_GETTERS.test(name))) return true;
  const declarator = field.childForFieldName('declarator')?.childForFieldName('name') ?? null;
  const name = declarator === null ? '' : sourceOf(frame, declarator);
  const accessor = new RegExp(`^(?:get|set|is)${name.slice(0, 1).toUpperCase()}${name.slice(1).replace(/\$/g, '\\$')}$`);
  return partsOf(frame, block).some(each => {
    const own = each.type === 'method_declaration' ? each.childForFieldName('name') : null;
    return own !== null && accessor.test(sourceOf(frame, own));
  });
}

function fieldData(frame: Frame, node: SyntaxNode, declarator: SyntaxNode | null): readonly DataField[] {
  const nameNode = declarator?.childForFieldName('name') ?? null;
  const typeNode = node.childForFieldName('type');
  if (nameNode === null || typeNode === null || annotationNames(frame, node).includes('JsonIgnore')) return [];
  const stated = annotated(frame, node, /^@(?:JsonProperty|SerializedName)\b/);
  const description = annotated(frame, node, /^@(?:JsonPropertyDescription|Description|P|ToolParam)\b/);
  const optional = /^Optional<(.+)>$/s.exec(sourceOf(frame, typeNode)) === null ? undefined : partsOf(frame, typeNode)[1];
  const inner = optional === undefined ? typeNode : (partsOf(frame, optional)[0] ?? typeNode);
  const nullable = optional !== undefined || annotationNames(frame, node).includes('Nullable');
  return [
    {
      name: stated ?? sourceOf(frame, nameNode),
      named: stated !== undefined,
      type: dataType(frame, inner),
      nullable,
      ...(description === undefined ? {} : { description }),
    },
  ];
}

/** The text that an annotation says by itself, by `value` or by `description`. */
function annotated(frame: Frame, node: SyntaxNode, which: RegExp): string | undefined {
  const modifiers = partsOf(frame, node).find(child => child.type === 'modifiers');
  const found = modifiers === undefined ? undefined : partsOf(frame, modifiers).find(each => which.test(sourceOf(frame, each)));
  return found === undefined ? undefined : /\(\s*(?:(?:value|description)\s*=\s*)?"((?:[^"\\]|\\.)*)"/.exec(sourceOf(frame, found))?.[1];
}

function dataType(frame: Frame, node: SyntaxNode): DataType {
  const written = sourceOf(frame, node);
  if (node.type === 'array_type') {
    const element = node.childForFieldName('element');
    return element === null || /^byte\b/.test(written) ? { kind: 'other', written } : { kind: 'list', item: dataType(frame, element) };
  }
  if (node.type === 'annotated_type') {
    const inner = partsOf(frame, node).at(-1);
    return inner === undefined ? { kind: 'other', written } : dataType(frame, inner);
  }
  if (node.type === 'generic_type') {
    const [head, list] = partsOf(frame, node);
    const [only, ...others] = list === undefined ? [] : partsOf(frame, list);
    const isList = head !== undefined && LISTS.test(sourceOf(frame, head));
    return isList && only !== undefined && others.length === 0 ? { kind: 'list', item: dataType(frame, only) } : { kind: 'other', written };
  }
  const known = Object.hasOwn(SCALARS, written) ? SCALARS[written] : undefined;
  const type = known === undefined ? typeValue(frame, node) : undefined;
  return known ?? (type === undefined ? { kind: 'other', written } : { kind: 'named', type });
}
