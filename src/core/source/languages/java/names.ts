import type { Span } from '../../span';
import type { SyntaxNode } from '../../syntax';
import type { Value } from '../../values';
import { type Frame, localKind, sourceOf, spanOf, type TypeAround } from './frame';
import { JAVA_LANG } from './java-lang';

/** What a bare name means where it stands: a variable, a member of a class around, a class, or a static import. */
export function nameValue(frame: Frame, node: SyntaxNode): Value {
  const name = sourceOf(frame, node);
  const at = spanOf(frame, node);
  if (localKind(frame, name) !== undefined) return local(frame, name, at);
  for (let type = frame.type; type !== undefined; type = type.outer) if (type.fields.has(name)) return ownMember(type, name, at);
  const { known, staticClasses } = frame.file;
  const isConstant = /^[\p{Lu}\d_$]+$/u.test(name) && name.length > 1;
  if (known.has(name) || nested(frame, name) !== undefined) return typeName(frame, name, at);
  const [only, ...others] = staticClasses;
  if (only !== undefined && others.length === 0 && !isClassName(name))
    return { kind: 'member', at, object: moduleName(only, at), key: name };
  if (isClassName(name) && !(isConstant && frame.type?.hasBase)) return typeName(frame, name, at);
  return inherits(frame) ? ownMember(inherits(frame) ?? frame.type, name, at) : local(frame, name, at);
}

/** What a method that is called by its bare name is a member of. */
export function methodValue(frame: Frame, node: SyntaxNode): Value {
  const name = sourceOf(frame, node);
  const at = spanOf(frame, node);
  for (let type = frame.type; type !== undefined; type = type.outer)
    if (type.methods.has(name)) return ownMember(type, methodKey(type, name), at);
  if (frame.file.known.has(name)) return ofFile(frame, name, at);
  const base = inherits(frame);
  if (base !== undefined) return ownMember(base, name, at);
  const [only] = frame.file.staticClasses;
  if (only !== undefined) return { kind: 'member', at, object: moduleName(only, at), key: name };
  return ownMember(frame.type, name, at);
}

/** What a class calls a method of its own: a field of the same name (`assistant.chat()` in `assistant()`) is another member. */
export function methodKey(type: TypeAround | undefined, name: string): string {
  return type?.fields.has(name) ? `${name}()` : name;
}

function inherits({ type }: Frame): TypeAround | undefined {
  for (let each = type; each !== undefined; each = each.outer) if (each.hasBase) return each;
  return undefined;
}

function ownMember(type: TypeAround | undefined, key: string, at: Span): Value {
  if (type === undefined) return moduleName(key, at);
  return { kind: 'member', at, object: { kind: 'self', at, scope: type.scope }, key };
}

function local(frame: Frame, name: string, at: Span): Value {
  return { kind: 'name', at, name, scope: frame.scope.id };
}

/** Classes and imports are names of the file as a whole. */
function moduleName(name: string, at: Span): Value {
  return { kind: 'name', at, name, scope: 0 };
}

/** What a file declares or imports; a member of a class that it imports by its own name stands where it is used. */
function ofFile({ file }: Frame, name: string, at: Span): Value {
  const [type, ...keys] = file.staticMembers.get(name) ?? [name];
  return keys.reduce<Value>((object, key) => ({ kind: 'member', at, object, key }), moduleName(type, at));
}

export function isClassName(name: string): boolean {
  return /^\p{Lu}/u.test(name);
}

/** A class by its simple name: one of this file, one that is imported, or one of the same package. */
export function typeName(frame: Frame, name: string, at: Span): Value {
  // `interface Assistant { … }` among the statements of a method.
  if (isClassName(name) && localKind(frame, name) !== undefined) return local(frame, name, at);
  const own = nested(frame, name);
  if (own !== undefined) return { kind: 'member', at, object: { kind: 'class', at: own.at, scope: own.scope }, key: name };
  const { file } = frame;
  if (file.known.has(name)) return ofFile(frame, name, at);
  if (JAVA_LANG.has(name)) return { kind: 'external', at, module: 'java.lang', path: [name] };
  importType(frame, name, at);
  return moduleName(name, at);
}

function nested(frame: Frame, name: string): TypeAround | undefined {
  for (let type = frame.type; type !== undefined; type = type.outer) if (type.types.has(name)) return type;
  return undefined;
}

/** A class that no import names is one of the same package, or of one that is imported as a whole. */
function importType({ file }: Frame, name: string, at: Span): void {
  const packages = [file.packageName, ...file.packages];
  file.known.add(name);
  file.imports.push({ local: name, module: qualified(file.packageName, name), name, packages, at, scope: 0, typeOnly: false });
}

function qualified(packageName: string, name: string): string {
  return packageName === '' ? name : `${packageName}.${name}`;
}

/** `java.util.List` written out: the class, which is imported under its full name. Undefined: its head is a variable. */
export function qualifiedType(frame: Frame, written: string, at: Span): Value | undefined {
  const [, packageName, path] = /^((?:\p{Ll}[\w$]*\.)+)(\p{Lu}[\w$]*(?:\.[\w$]+)*)$/u.exec(written) ?? [];
  const head = packageName?.split('.')[0] ?? '';
  if (packageName === undefined || path === undefined || localKind(frame, head) !== undefined) return undefined;
  for (let type = frame.type; type !== undefined; type = type.outer) if (type.fields.has(head)) return undefined;
  const [type = '', ...keys] = path.split('.');
  const whole = importAs(frame, packageName.slice(0, -1), type, at);
  return keys.reduce<Value>((object, key) => ({ kind: 'member', at, object, key }), whole);
}

/** A class under its full name, which no variable can have. */
export function importAs({ file }: Frame, packageName: string, type: string, at: Span): Value {
  const local = qualified(packageName, type);
  if (!file.known.has(local)) {
    file.known.add(local);
    file.imports.push({ local, module: local, name: type, packages: [packageName], at, scope: 0, typeOnly: false });
  }
  return moduleName(local, at);
}
