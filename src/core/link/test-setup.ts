import type { Uri } from '../source/span';
import type { CallPlace, CodeSummary, Scope } from '../source/summary';
import type { Call, Value } from '../source/values';
import { callsWithin } from './calls-within';
import { type Evaluation, NO_CONTEXT } from './evaluation';
import { labelOf, lastNameOf } from './labels';
import { enclosing } from './running-scopes';

/** What pytest and unittest run a test with, besides what the test itself does. */
export interface TestSetup {
  /** Its decorators, those of its class, and what marks its whole file. */
  readonly marks: readonly Value[];
  /** Names of the fixtures that it is handed, and of those that these are handed. */
  readonly fixtures: ReadonlySet<string>;
  /** Calls that are made before it or around it, its own among them, with the file each stands in. */
  readonly calls: readonly { readonly file: CodeSummary; readonly call: Call }[];
  /** Files whose top is run before it: its own, and the setup files of pytest around it. */
  readonly files: readonly CodeSummary[];
}

const TEST_FILE = /(?:^|\/)(?:test_[^/]*|[^/]*_test|tests|conftest)\.py$/;
/** Folders above a test in which pytest looks for its setup. */
const MOST_FOLDERS = 5;
/** Fixtures that take fixtures. */
const DEEPEST = 3;

/** Whether a file of Python holds tests, by its name. */
export function isTestFile({ uri, language }: CodeSummary): boolean {
  return language === 'python' && TEST_FILE.test(uri);
}

export function testSetup(evaluation: Evaluation, summary: CodeSummary, place: CallPlace): TestSetup {
  const { edited } = evaluation;
  const scopes = enclosing(summary, place).filter(({ kind }) => kind !== 'module');
  const [outermost] = scopes.filter(({ kind }) => kind === 'function').slice(-1);
  const own = scopes.flatMap(scope => scope.decorators);
  for (const { at } of own) edited.lookAt(at);
  if (outermost !== undefined) edited.lookAt(outermost.at);
  const inside = outermost === undefined ? [] : callsWithin(summary, outermost.at).map(({ call }) => ({ file: summary, call }));
  if (!isTestFile(summary)) return { marks: own, fixtures: new Set(), calls: inside, files: [summary] };
  const files = [summary, ...setupFiles(evaluation, summary.uri)];
  const marks = [...own, ...markOfFile(evaluation, summary)];
  const asked = [...(outermost?.params ?? []).map(({ name }) => name), ...marks.flatMap(fixturesOf)];
  const all = files.flatMap(file => fixturesIn(evaluation, file).map(scope => ({ file, scope })));
  const names = new Set([...asked, ...all.filter(({ scope }) => isAutomatic(scope)).map(({ scope }) => scope.name)]);
  for (let depth = 0; depth < DEEPEST; depth++)
    for (const { scope } of all) if (names.has(scope.name)) for (const { name } of scope.params) names.add(name);
  const used = all.filter(({ scope }) => names.has(scope.name) && scope !== outermost);
  const before = used.flatMap(({ file, scope }) => {
    edited.lookAt(scope.at);
    return callsWithin(file, scope.at).map(({ call }) => ({ file, call }));
  });
  return { marks, fixtures: names, calls: [...inside, ...before], files };
}

/** `conftest.py` beside the file and above it. */
function setupFiles(evaluation: Evaluation, uri: Uri): readonly CodeSummary[] {
  const found: CodeSummary[] = [];
  let folder = uri.slice(0, uri.lastIndexOf('/'));
  for (let depth = 0; depth < MOST_FOLDERS && folder.includes('/') && !folder.endsWith('/'); depth++) {
    const file = evaluation.codeOf(`${folder}/conftest.py`);
    if (file !== undefined && file.uri !== uri) found.push(file);
    folder = folder.slice(0, folder.lastIndexOf('/'));
  }
  return found;
}

function fixturesIn(evaluation: Evaluation, file: CodeSummary): readonly Scope[] {
  const find = ({ scopes }: CodeSummary) => scopes.filter(({ kind, decorators }) => kind === 'function' && decorators.some(isFixture));
  evaluation.edited.lookFor(file, 'fixtures', find);
  return evaluation.records.shared(file, 'fixtures', () => find(file));
}

function isFixture(decorator: Value): boolean {
  return lastNameOf(decorator.kind === 'call' ? decorator.callee : decorator) === 'fixture';
}

/** `@pytest.fixture(autouse=True)` */
function isAutomatic({ decorators }: Scope): boolean {
  return decorators.some(
    decorator =>
      decorator.kind === 'call' &&
      decorator.args.some(({ name, value }) => name === 'autouse' && value.kind === 'scalar' && value.value === true),
  );
}

/** `@pytest.mark.usefixtures("mock_model")` */
function fixturesOf(mark: Value): readonly string[] {
  if (mark.kind !== 'call' || lastNameOf(mark.callee) !== 'usefixtures') return [];
  return mark.args.flatMap(({ value }) => (value.kind === 'text' ? [value.text.text] : []));
}

/** `pytestmark = pytest.mark.vcr`, or a list of such marks. */
function markOfFile(evaluation: Evaluation, summary: CodeSummary): readonly Value[] {
  const [module] = summary.scopes;
  if (module === undefined || evaluation.lookup.effectsOn(module, 'pytestmark').length === 0) return [];
  const end = { uri: summary.uri, start: module.at.end, end: module.at.end };
  const marks = evaluation.evaluate({ kind: 'name', at: end, name: 'pytestmark', scope: module.id }, NO_CONTEXT);
  return marks.kind === 'list' ? marks.items : [marks];
}

/** What a mark or a decorator is called: `pytest.mark.vcr`. */
export function nameOfMark(mark: Value): string {
  const callee = mark.kind === 'call' ? mark.callee : mark;
  return callee.kind === 'external' ? [callee.module, ...callee.path].join('.') : labelOf(callee);
}
