import type { SyntaxNode } from '../../syntax';
import type { Value } from '../../values';
import { DEEPEST, type Frame, type Kind, partsOf, sourceOf, spanOf } from './frame';
import { isStandardPackage, JAVA_LANG } from './java-lang';
import { qualifiedType, typeName } from './names';

/** Generic types that say of their argument only how it arrives. */
const WRAPPERS: ReadonlySet<string> = new Set([
  ...['Optional', 'Supplier', 'Provider', 'ObjectProvider', 'ObjectFactory', 'Instance', 'Lazy', 'Mono', 'Flux', 'Uni', 'Multi'],
  ...['CompletableFuture', 'CompletionStage', 'Future', 'Callable', 'AtomicReference', 'ThreadLocal'],
]);

/** A written type as a value: a class; undefined for those that say nothing of where a value comes from (`String`, `int[]`, `List`). */
export function typeValue(frame: Frame, node: SyntaxNode): Value | undefined {
  const { file } = frame;
  if (file.depth >= DEEPEST) return undefined;
  file.depth++;
  const value = lowered(frame, node);
  file.depth--;
  return value;
}

function lowered(frame: Frame, node: SyntaxNode): Value | undefined {
  switch (node.type) {
    case 'type_identifier': {
      const name = sourceOf(frame, node);
      return name === 'var' || JAVA_LANG.has(name) || isStandard(frame, name) ? undefined : typeName(frame, name, spanOf(frame, node));
    }
    case 'scoped_type_identifier':
      return scoped(frame, node);
    case 'generic_type': {
      const [head, list] = partsOf(frame, node);
      const [only, ...others] = list === undefined ? [] : partsOf(frame, list);
      if (head === undefined) return undefined;
      return only !== undefined && others.length === 0 && WRAPPERS.has(sourceOf(frame, head))
        ? (typeValue(frame, only) ?? typeValue(frame, head))
        : typeValue(frame, head);
    }
    case 'annotated_type': {
      const inner = partsOf(frame, node).at(-1);
      return inner && typeValue(frame, inner);
    }
    default:
      return undefined;
  }
}

/** `new ParameterizedTypeReference<List<Film>>() {}` of Spring and Jackson's `TypeReference` stand for the type: a list of one class, or the class. */
export function typeReference(frame: Frame, node: SyntaxNode): Value | undefined {
  if (node.type !== 'generic_type') return undefined;
  const [head, list] = partsOf(frame, node);
  if (head === undefined || list === undefined || !/(?:^|\.)(?:Parameterized)?TypeReference$/.test(sourceOf(frame, head))) return undefined;
  const [type, ...others] = partsOf(frame, list);
  if (type === undefined || others.length > 0) return undefined;
  const [outer, inner] = type.type === 'generic_type' ? partsOf(frame, type) : [];
  if (outer === undefined || inner === undefined) return typeValue(frame, type);
  const [only, ...more] = partsOf(frame, inner);
  const item =
    only !== undefined && more.length === 0 && /^(?:List|Set|Collection)$/.test(sourceOf(frame, outer))
      ? typeValue(frame, only)
      : undefined;
  return item && { kind: 'list', at: spanOf(frame, type), items: [item] };
}

/** `ChatClient.Builder`, `com.acme.Client`. */
function scoped(frame: Frame, node: SyntaxNode): Value | undefined {
  const written = sourceOf(frame, node).replace(/\s+|<[^>]*>?/g, '');
  const at = spanOf(frame, node);
  if (/^\p{Ll}/u.test(written)) return isStandardPackage(written) ? undefined : qualifiedType(frame, written, at);
  const [head = '', ...keys] = written.split('.');
  if (isStandard(frame, head)) return undefined;
  return keys.reduce<Value>((object, key) => ({ kind: 'member', at, object, key }), typeName(frame, head, at));
}

/** A class expression (`new X()`, `X.class`), whatever package it is of. */
export function classValue(frame: Frame, node: SyntaxNode): Value | undefined {
  const [head] = node.type === 'generic_type' ? partsOf(frame, node) : [node];
  if (head === undefined) return undefined;
  const written = sourceOf(frame, head).replace(/\s+|<[^>]*>?/g, '');
  const at = spanOf(frame, head);
  if (head.type === 'type_identifier' || head.type === 'identifier') return typeName(frame, written, at);
  if (head.type !== 'scoped_type_identifier') return undefined;
  const [first = '', ...keys] = written.split('.');
  if (/^\p{Ll}/u.test(first)) return qualifiedType(frame, written, at);
  return keys.reduce<Value>((object, key) => ({ kind: 'member', at, object, key }), typeName(frame, first, at));
}

function isStandard({ file }: Frame, name: string): boolean {
  const found = file.imports.find(each => each.local === name);
  if (found?.packages !== undefined) return found.packages.length === 1 && isStandardPackage(found.packages[0] ?? '');
  return COLLECTIONS.has(name);
}

/** What comes by `import java.util.*`. */
const COLLECTIONS: ReadonlySet<string> = new Set(['List', 'Map', 'Set', 'Collection', 'ArrayList', 'HashMap', 'LinkedHashMap', 'Date']);

/** What statements do to a variable of a type by calling its methods. */
export function kindOf(written: string, initial = ''): Kind {
  const type = written.replace(/<.*/s, '');
  if (/^(?:StringBuilder|StringBuffer)$/.test(type) || (type === 'var' && /^new\s+String(?:Builder|Buffer)\b/.test(initial))) return 'text';
  if (/(?:^|\.|\w)Builder$/.test(type)) return 'builder';
  const isBuilt = /\.\s*build\w*\s*\(\s*\)\s*$/.test(initial);
  return type === 'var' && !isBuilt && /\.\s*(?:newBuilder|builder|toBuilder)\s*\(|^new\s+[\w.]*Builder\b/.test(initial)
    ? 'builder'
    : 'other';
}
