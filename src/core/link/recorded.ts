import type { SdkIndex } from '../sdks/sdk-index';
import { setIn } from '../sdks/set-for-all';
import type { CallPlace, CodeSummary } from '../source/summary';
import type { Evaluation } from './evaluation';
import type { Found } from './found';
import { isTestFile, nameOfMark, testSetup } from './test-setup';

/** Answers of the network come from a recording or from the test: `@pytest.mark.vcr`, `vcr.use_cassette(…)`, `@respx.mock`. */
const RECORDED =
  /(?:^|\.)(?:mark\.(?:vcr|default_cassette|block_network)|use_cassette|respx\.mock|responses\.activate|requests_mock\.Mocker)$/;
/** Fixtures of packages that let no request out. */
const FIXTURES: readonly string[] = ['httpx_mock', 'respx_mock', 'requests_mock', 'aioresponses', 'vcr_cassette'];
/** Switches by which a package refuses to ask any model: `models.ALLOW_MODEL_REQUESTS = False`. */
const SWITCHES = [{ module: 'pydantic_ai', name: 'models', key: 'ALLOW_MODEL_REQUESTS' }] as const;

/** Whether a test (Python) takes its answers from a recording, or lets no request out, so that no money is spent. */
export function isRecorded(evaluation: Evaluation, summary: CodeSummary, place: CallPlace, sdks: SdkIndex): (found: Found) => boolean {
  if (!isTestFile(summary)) return () => false;
  const { marks, fixtures, calls, files } = testSetup(evaluation, summary, place);
  const names = [...marks.map(nameOfMark), ...calls.map(({ call }) => nameOfMark(call))];
  if (names.some(name => RECORDED.test(name)) || FIXTURES.some(name => fixtures.has(name))) return () => true;
  const off = new Set<string>();
  for (const { module, name, key } of SWITCHES)
    for (const sdk of sdks.ofModule(module)) {
      const set = files.map(file => setIn(evaluation, sdk, file, name, key));
      if (set.some(value => value?.kind === 'scalar' && value.value === false)) off.add(sdk.id);
    }
  return ({ content }) => off.has(content.sdk);
}
