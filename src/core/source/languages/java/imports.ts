import type { SyntaxNode } from '../../syntax';
import { type Frame, partsOf, sourceOf, spanOf } from './frame';
import { importAs, isClassName } from './names';

export function packageDeclaration(frame: Frame, node: SyntaxNode): void {
  const name = partsOf(frame, node).find(child => child.type === 'scoped_identifier' || child.type === 'identifier');
  if (name !== undefined) frame.file.packageName = sourceOf(frame, name).replace(/\s+/g, '');
}

/** `import a.b.C`, `import a.b.*`, `import static a.b.C.name`, `import static a.b.C.*`. */
export function importDeclaration(frame: Frame, node: SyntaxNode): void {
  const { file } = frame;
  const [path, star] = partsOf(frame, node);
  if (path === undefined) return;
  const steps = sourceOf(frame, path).replace(/\s+/g, '').split('.');
  const ofClass = steps.findIndex(isClassName);
  const isStatic = /^import\s+static\b/.test(sourceOf(frame, node));
  if (star !== undefined && !isStatic && ofClass === -1) {
    file.packages.push(steps.join('.'));
    return;
  }
  if (ofClass === -1) return;
  const at = spanOf(frame, path);
  const packageName = steps.slice(0, ofClass).join('.');
  const [type = '', ...keys] = steps.slice(ofClass);
  if (star === undefined && keys.length === 0) {
    file.known.add(type);
    file.imports.push({ local: type, module: steps.join('.'), name: type, packages: [packageName], at, scope: 0, typeOnly: false });
    return;
  }
  const whole = importAs(frame, packageName, type, at);
  if (star !== undefined) {
    if (keys.length === 0 && whole.kind === 'name') file.staticClasses.push(whole.name);
    return;
  }
  // A member of a class by its own name.
  const local = keys.at(-1) ?? '';
  file.known.add(local);
  if (whole.kind === 'name') file.staticMembers.set(local, [whole.name, ...keys]);
}
