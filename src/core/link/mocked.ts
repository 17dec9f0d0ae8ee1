import type { SdkIndex } from '../sdks/sdk-index';
import { isJavaScript } from '../source/languages/index';
import type { Span, Uri } from '../source/span';
import type { CallPlace, CodeSummary } from '../source/summary';
import { callsThat, type Evaluation } from './evaluation';

/** What a test file replaces: an SDK by its id, a file of the project. */
export interface Mocked {
  readonly sdks: ReadonlySet<string>;
  readonly files: ReadonlySet<Uri>;
}

const MOCKERS: ReadonlySet<string> = new Set(['mock', 'doMock', 'unstable_mockModule', 'module']);
const FRAMEWORKS: ReadonlySet<string> = new Set(['vi', 'vitest', 'jest', 'mock']);
/** `vi.stubGlobal('fetch', …)`, `jest.spyOn(globalThis, 'fetch')`. */
const STUBS: ReadonlySet<string> = new Set(['stubGlobal', 'spyOn']);

/**
 * `vi.mock('openai', …)`, `jest.mock('../llm')`, `mock.module('ai', …)`: in such a file these modules are doubles, wherever they are
 * called from, and no money is spent by them.
 */
export function mockedIn(evaluation: Evaluation, summary: CodeSummary, sdks: SdkIndex): Mocked | undefined {
  if (!isJavaScript(summary.language)) return undefined;
  const modules = callsThat(evaluation, summary, 'mocks', isMock).flatMap(mockedBy);
  if (modules.length === 0) return undefined;
  return {
    sdks: new Set(modules.flatMap(module => sdks.ofModule(module).flatMap(sdk => (isPartOf(module, sdk.modules) ? [sdk.id] : [])))),
    files: new Set(modules.flatMap(module => evaluation.moduleOf(module, summary.uri) ?? [])),
  };
}

/** `at`: the SDK's own call. */
export function isMocked({ sdks, files }: Mocked, sdk: string, at: Span): boolean {
  return sdks.has(sdk) || files.has(at.uri);
}

function isMock({ call: { callee, args } }: CallPlace): boolean {
  if (callee.kind !== 'member' || callee.object.kind !== 'name' || !FRAMEWORKS.has(callee.object.name)) return false;
  if (MOCKERS.has(callee.key)) return args[0]?.value.kind === 'text';
  return STUBS.has(callee.key) && args.some(({ value }) => value.kind === 'text' && value.text.text === 'fetch');
}

function mockedBy({ call: { callee, args } }: CallPlace): readonly string[] {
  if (callee.kind === 'member' && STUBS.has(callee.key)) return ['global'];
  const [first] = args;
  return first?.value.kind === 'text' ? [first.value.text.text] : [];
}

function isPartOf(module: string, modules: readonly string[]): boolean {
  return modules.some(name => module === name || module.startsWith(`${name}/`));
}
