import type { SdkIndex } from '../sdks/sdk-index';
import { isJavaScript } from '../source/languages/index';
import type { Span, Uri } from '../source/span';
import type { CallPlace, CodeSummary } from '../source/summary';
import type { Call } from '../source/values';
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
 * called from, and no money is spent by them. So is an SDK of which a method is spied on.
 */
export function mockedIn(evaluation: Evaluation, summary: CodeSummary, sdks: SdkIndex): Mocked | undefined {
  if (!isJavaScript(summary.language)) return undefined;
  const mocks = callsThat(evaluation, summary, 'mocks', isMock);
  if (mocks.length === 0) return undefined;
  const modules = mocks.flatMap(mockedBy);
  const ofModules = modules.flatMap(module => sdks.ofModule(module).filter(sdk => isPartOf(module, sdk.modules)));
  const ofMethods = mocks.flatMap(({ call }) => pathsSpiedOn(call).flatMap(path => sdks.withCall(path)));
  return {
    sdks: new Set([...ofModules, ...ofMethods].map(sdk => sdk.id)),
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
  return STUBS.has(callee.key) && args.some(({ value }) => value.kind === 'text');
}

/** `jest.spyOn(engine.client.messages, 'create')`: `create`, `messages.create` and so on. */
function pathsSpiedOn({ callee, args: [object, method] }: Call): readonly string[] {
  if (callee.kind !== 'member' || callee.key !== 'spyOn' || method?.value.kind !== 'text') return [];
  const paths = [method.value.text.text];
  for (let value = object?.value; value?.kind === 'member'; value = value.object) paths.push(`${value.key}.${paths[paths.length - 1]}`);
  return paths.slice(1);
}

function mockedBy({ call: { callee, args } }: CallPlace): readonly string[] {
  if (callee.kind === 'member' && STUBS.has(callee.key))
    return args.some(({ value }) => value.kind === 'text' && value.text.text === 'fetch') ? ['global'] : [];
  const [first] = args;
  return first?.value.kind === 'text' ? [first.value.text.text] : [];
}

function isPartOf(module: string, modules: readonly string[]): boolean {
  return modules.some(name => module === name || module.startsWith(`${name}/`));
}
