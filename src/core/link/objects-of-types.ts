import { isJavaScript } from '../source/languages/index';
import type { CodeSummary } from '../source/summary';
import type { Value, ValueOf } from '../source/values';

/** An object that is written where a type is declared: `const llm: Llm = { ask() { … } }`, `function makeLlm(): Llm { return { … }; }`. */
export interface TypedObject {
  readonly type: Value;
  /** What holds it or gives it; empty where it has no name. */
  readonly name: string;
  readonly value: ValueOf<'record'>;
}

/** The objects of a file of which a type is declared, and which hold functions. */
export function typedObjects({ language, scopes }: CodeSummary): readonly TypedObject[] {
  if (!isJavaScript(language)) return [];
  const found: TypedObject[] = [];
  const add = (type: Value | undefined, name: string, value: Value): void => {
    if (type !== undefined && value.kind === 'record' && value.entries.some(({ value: part }) => part.kind === 'function'))
      found.push({ type, name, value });
  };
  for (const { effects, returns, name } of scopes) {
    for (const effect of effects) {
      if (effect.kind === 'return') add(returns, name, effect.value);
      else if (effect.kind === 'assign') add(effect.type, effect.target.root === 'self' ? '' : effect.target.root.name, effect.value);
    }
  }
  return found;
}
