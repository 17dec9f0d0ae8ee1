import assert from 'node:assert/strict';
import path from 'node:path';
import { runCli } from './run-cli';

const NOTEBOOKS = path.resolve(__dirname, '../../fixtures/notebooks');

interface Report {
  readonly callSites: readonly {
    readonly file: string;
    readonly line: number;
    readonly endLine: number;
    readonly model: { readonly value: string };
  }[];
  readonly coverage: { readonly skipped: readonly { readonly file: string; readonly why: string }[] };
}

describe('promptfare scan on notebooks', function () {
  this.timeout(60_000);

  it('lists their calls at the lines of the file, and says which it could not read', async () => {
    const run = await runCli(['scan', NOTEBOOKS, '--format', 'json']);
    const report = JSON.parse(run.stdout) as Report;
    assert.deepEqual(
      report.callSites.map(({ file, line, endLine, model }) => [file, line, endLine, model.value]),
      [
        ['ledger/asking.ipynb', 30, 30, 'gpt-5.4'],
        ['ledger/asking.ipynb', 39, 39, 'gpt-5.4'],
        ['ledger/asking.ipynb', 48, 48, 'gpt-5.4-nano'],
        ['ledger/setup.ipynb', 16, 16, 'gpt-5.4'],
        ['triage.ipynb', 70, 77, 'gpt-6-luna'],
        ['triage.ipynb', 137, 137, 'gpt-5.4'],
      ],
    );
    assert.deepEqual(
      report.coverage.skipped.map(({ file }) => file),
      ['conflict.ipynb'],
    );
    assert.match(report.coverage.skipped[0]?.why ?? '', /not valid JSON/);
  });
});
