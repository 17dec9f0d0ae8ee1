import type { Expected } from '../../summary';
import type { Value } from '../../values';
import type { Frame } from './frame';

/** `const ask: Ask = async prompt => …`, `const llm: Llm = { ask: async prompt => … }`: functions whose parameters are typed by what stands around. */
export function expectType(frame: Frame, value: Value, expected: Expected): void {
  if (value.kind === 'record') {
    for (const { key, value: part } of value.entries)
      if (key !== undefined) expectType(frame, part, { ...expected, path: [...expected.path, key] });
    return;
  }
  const scope = value.kind === 'function' ? frame.file.scopes[value.scope] : undefined;
  if (scope?.params.some(({ type, passed }) => type === undefined && passed === undefined)) scope.expected ??= expected;
}
