import type { Uri } from '../source/span';
import type { CodeSummary, Effect, Scope } from '../source/summary';
import type { Value, ValueOf } from '../source/values';
import { type Context, type Evaluation, frameFor, hole, isNull } from './evaluation';
import { visibleEffects } from './block-scope';
import { valueAt } from './variable';

/** What a name means where it stands: the nearest scope that binds it, then how its value came about there. */
export function resolveName(evaluation: Evaluation, name: ValueOf<'name'>, context: Context): Value {
  const summary = evaluation.codeOf(name.at.uri);
  if (summary === undefined) return hole(name.at, name.name, 'its file could not be read');
  for (let scope = summary.scopes[name.scope]; scope !== undefined; scope = outer(summary, scope)) {
    if (scope.kind === 'class' && scope.id !== name.scope) continue;
    const found = bound(evaluation, summary, scope, name, context);
    if (found !== undefined) return found;
  }
  const starred = fromStar(evaluation, summary, name);
  return starred ?? { kind: 'external', at: name.at, module: 'global', path: [name.name] };
}

function outer(summary: CodeSummary, scope: Scope): Scope | undefined {
  return scope.parent === undefined ? undefined : summary.scopes[scope.parent];
}

function bound(evaluation: Evaluation, summary: CodeSummary, scope: Scope, name: ValueOf<'name'>, context: Context): Value | undefined {
  const all = evaluation.effectsOn(scope, name.name);
  const effects = summary.language === 'python' ? all : visibleEffects(scope, all, name.at);
  const param = paramValue(evaluation, summary, scope, name, context);
  const declares = effects.some(effect => effect.kind === 'assign' && effect.declares && effect.target.path.length === 0);
  if (param === undefined && !declares) return importValue(evaluation, summary, scope, name);
  const flow = scope.id === name.scope;
  const key = `${summary.uri}#${scope.id}:${name.name}@${flow ? name.at.start : ''}`;
  const value = evaluation.once(key, (): Value | undefined => {
    const reached = valueAt(scope, effects, { at: name.at, flow }, param) ?? hoisted(effects);
    if (reached === undefined) return undefined;
    if (reached === param) return param;
    const value = evaluation.evaluate(reached, context);
    // `let client: OpenAI | undefined`, set by a function elsewhere: its type tells what it will be.
    const type = isNull(value) && !flow ? annotationOf(effects) : undefined;
    return type === undefined ? value : { kind: 'param', at: name.at, scope: scope.id, name: name.name, type: evaluation.evaluate(type, context) };
  });
  return value ?? hole(name.at, name.name, 'its definition needs itself');
}

function annotationOf(effects: readonly Effect[]): Value | undefined {
  for (const effect of effects) if (effect.kind === 'assign' && effect.declares && effect.type !== undefined) return effect.type;
  return undefined;
}

/** A function or class may be used above its definition; so may a module's name inside of a loop. */
function hoisted(effects: readonly Effect[]): Value | undefined {
  const assigns = effects.filter(effect => effect.kind === 'assign' && effect.target.path.length === 0);
  const defined = assigns.find(effect => effect.kind === 'assign' && (effect.value.kind === 'function' || effect.value.kind === 'class')) ?? assigns[0];
  return defined?.kind === 'assign' ? defined.value : undefined;
}

function paramValue(evaluation: Evaluation, summary: CodeSummary, scope: Scope, name: ValueOf<'name'>, context: Context): Value | undefined {
  const given = frameFor(context, summary.uri, scope.id)?.params.get(name.name);
  if (given !== undefined) return given;
  for (const param of scope.params) {
    const field = param.fields?.find(candidate => candidate.name === name.name);
    if (param.name !== name.name && field === undefined) continue;
    const type = param.type === undefined || field !== undefined ? undefined : evaluation.evaluate(param.type, context);
    const fallback = field === undefined ? param.fallback : field.fallback;
    return {
      kind: 'param',
      at: name.at,
      scope: scope.id,
      name: name.name,
      ...(type === undefined ? {} : { type }),
      ...(fallback === undefined ? {} : { fallback: evaluation.evaluate(fallback, context) }),
    };
  }
  return undefined;
}

function importValue(evaluation: Evaluation, summary: CodeSummary, scope: Scope, name: ValueOf<'name'>): Value | undefined {
  const found = summary.imports.find(candidate => candidate.local === name.name && candidate.scope === scope.id);
  if (found === undefined) return undefined;
  const file = evaluation.moduleOf(found.module, summary.uri);
  if (file === undefined) {
    const submodule = found.name === undefined ? undefined : evaluation.moduleOf(joined(found.module, found.name), summary.uri);
    if (submodule !== undefined) return namespace(submodule, name);
    return { kind: 'external', at: name.at, module: found.module, path: found.name === undefined ? [] : [found.name] };
  }
  if (found.name === undefined) return namespace(file, name);
  const exported = evaluation.exportOf(file, found.name, name.at);
  if (exported !== undefined) return exported;
  const submodule = evaluation.moduleOf(joined(found.module, found.name), summary.uri);
  return submodule === undefined ? hole(name.at, name.name, `${found.name} was not found in ${fileName(file)}`) : namespace(submodule, name);
}

/** A module of the project as a value: members are its exports. */
function namespace(file: Uri, name: ValueOf<'name'>): Value {
  return { kind: 'external', at: name.at, module: file, path: [] };
}

function fromStar(evaluation: Evaluation, summary: CodeSummary, name: ValueOf<'name'>): Value | undefined {
  if (summary.language !== 'python') return undefined;
  for (const star of summary.exportAll) {
    const file = evaluation.moduleOf(star.module, summary.uri);
    const value = file === undefined ? undefined : evaluation.exportOf(file, name.name, name.at);
    if (value !== undefined) return value;
  }
  return undefined;
}

function joined(module: string, name: string): string {
  return module.endsWith('.') ? `${module}${name}` : `${module}.${name}`;
}

export function fileName(uri: Uri): string {
  return decodeSafely(uri.slice(uri.lastIndexOf('/') + 1));
}

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a stray % is part of the name then
  }
}
