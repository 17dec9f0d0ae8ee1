import type { Value } from '../source/values';

export interface MethodDeclaration {
  readonly decorators: readonly Value[];
  readonly params: readonly { readonly name: string; readonly decorators: readonly Value[] }[];
  /** What it is declared to give. */
  readonly returns: Value | undefined;
  /** Annotations of its class. */
  readonly ofClass: readonly Value[];
}
