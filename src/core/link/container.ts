import { isJavaScript } from '../source/languages/index';
import type { CodeSummary, Scope } from '../source/summary';
import type { Value } from '../source/values';
import * as dotnet from './dotnet/services';
import { type Evaluation, NO_CONTEXT } from './evaluation';
import { onlyImplementation } from './implementations';
import * as jvm from './jvm/beans';
import * as node from './node-container';

/** What a container fills: a parameter of a function, or a field of a class (`scope`) that its code never sets. */
export interface Injected {
  readonly scope: Scope;
  /** Undefined: none is named. */
  readonly type: Value | undefined;
  readonly name: string;
  /** Attributes or annotations of the parameter. */
  readonly decorators?: readonly Value[];
}

/** What a program's container hands over; of an interface that one class is, that class. Undefined: nothing that is seen. */
export function fromContainer(evaluation: Evaluation, summary: CodeSummary, place: Injected): Value | undefined {
  const { scope, type, decorators } = place;
  if (isJavaScript(summary.language)) {
    const owner = scope.name === 'constructor' && scope.parent !== undefined ? summary.scopes[scope.parent] : undefined;
    return owner && node.injected(evaluation, summary, owner.decorators, type, decorators ?? []);
  }
  if (type === undefined) return undefined;
  switch (summary.language) {
    case 'csharp': {
      if (scope.kind !== 'function') return undefined;
      const made =
        scope.name === 'constructor' || scope.name === ''
          ? dotnet.injected(evaluation, summary, type, keyIn(evaluation, place, /^FromKeyedServices(?:Attribute)?$/))
          : undefined;
      return made ?? onlyImplementation(evaluation, type);
    }
    case 'java': {
      const made = jvm.isFilled(evaluation, scope)
        ? jvm.injected(evaluation, summary, { ...place, type }, keyIn(evaluation, place, /^(?:Qualifier|Named)$/))
        : undefined;
      return made ?? onlyImplementation(evaluation, type);
    }
    default:
      return undefined;
  }
}

/** `[FromKeyedServices("fast")] IChatClient client`, `@Qualifier("fast") ChatModel model` */
function keyIn(evaluation: Evaluation, { decorators = [] }: Injected, annotation: RegExp): Value | undefined {
  for (const decorator of decorators) {
    if (decorator.kind !== 'call') continue;
    const { callee } = decorator;
    const name = callee.kind === 'name' ? callee.name : callee.kind === 'member' ? callee.key : '';
    const [key] = annotation.test(name) ? decorator.args : [];
    if (key !== undefined) return evaluation.evaluate(key.value, NO_CONTEXT);
  }
  return undefined;
}
