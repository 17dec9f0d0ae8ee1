import assert from 'node:assert/strict';
import { newWorkspaceFile } from '../../../../src/core/present/new-workspace-file';
import { numeralsOf } from '../../../../src/core/present/numerals';
import type { Quote } from '../../../../src/core/quote/analysis';
import { readWorkspaceFile } from '../../../../src/core/workspace-file/read-workspace-file';
import { quote, site } from './quote-sample';

const numerals = numeralsOf();
const file = (path: string, quotes: readonly Quote[]) => ({ uri: `file:///${path}`, path, quotes, findings: [] });

/** As somebody would use it: without the slashes of what can be stated. */
function uncommented(text: string): string {
  return text.replace(/\/\/ "/g, '"');
}

describe('a new workspace file', () => {
  const files = [
    file('src/chat/a "b".py', [{ ...quote, holes: ['docs', 'f"{x}"'] }]),
    file('src/jobs/c.py', [
      { ...quote, site: { ...site, isWrapper: true } },
      { ...quote, site: { ...site, kind: 'wrapper-call', innerCalls: [site.at] }, outputCapTokens: 0 },
    ]),
    file('tests/d.py', [quote]),
  ];

  it('names the calls that were found, and states nothing that nobody said', () => {
    const text = newWorkspaceFile(files, numerals);
    assert.deepEqual(readWorkspaceFile(text), {
      file: {
        version: 1,
        features: { chat: ['src/chat/**'], jobs: ['src/jobs/**'] },
        calls: { [`src/chat/a "b".py#${site.identity}`]: {}, [`src/jobs/c.py#${site.identity}`]: {} },
      },
      problems: [],
      isNewer: false,
    });
    assert.match(text, /\/\/ claude-sonnet-5-5 · \$14\.53\/1k/);
  });

  it('is right as well with everything stated that it suggests', () => {
    const { file: read, problems } = readWorkspaceFile(uncommented(newWorkspaceFile(files, numerals)));
    assert.deepEqual(problems, []);
    const call = read.calls?.[`src/chat/a "b".py#${site.identity}`];
    assert.deepEqual(call, { callsPerDay: 1000, outputTokens: 300, holes: { docs: 500, 'f"{x}"': 500 } });
    assert.deepEqual(Object.keys(read.tasks?.ticket?.calls ?? {}), ['feature:chat']);
    assert.equal(read.budgets?.usdPerMonth?.error, 1000);
  });

  it('can be made of nothing', () => {
    for (const text of [newWorkspaceFile([], numerals), uncommented(newWorkspaceFile([], numerals))])
      assert.deepEqual(readWorkspaceFile(text).problems, []);
  });

  it('lists so many calls as somebody may read, and says how many more there are', () => {
    const many = Array.from({ length: 250 }, (_, index) => file(`src/${index}.py`, [quote]));
    const text = newWorkspaceFile(many, numerals);
    assert.equal(Object.keys(readWorkspaceFile(text).file.calls ?? {}).length, 200);
    assert.match(text, /50 more calls were found/);
  });
});
