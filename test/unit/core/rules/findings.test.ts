import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { formatSelector } from '../../../../src/core/source/formats/index';
import { kindByName } from '../../../../src/node/scan/kind-by-name';
import { linesByPlace } from '../../../../src/node/scan/place-lines';
import { ScanWork } from '../../../../src/node/scan/scan-work';
import { workspaceFiles } from '../../../../src/node/workspace-files';

const ROOT = path.join(__dirname, '../../../..');
/** What somebody sees who opens these projects: each line should be right, and worth acting on. */
const PROJECTS = ['examples', 'test/fixtures/projects'];
const SNAPSHOT = path.join(ROOT, 'test/fixtures/findings.txt');
const UPDATE = process.env.UPDATE_FIXTURES === '1';

/** As the extension's defaults say. */
const PROMPT_FILES = ['**/prompts/**/*.{md,txt}', '**/*.prompt.{md,txt}'];

describe('the findings in the examples and the fixtures’ projects', () => {
  it('are those that are listed, and no others', async () => {
    const found = await findingLines();
    if (UPDATE) writeFileSync(SNAPSHOT, `${found.join('\n')}\n`);
    assert.deepEqual(found, readFileSync(SNAPSHOT, 'utf8').trimEnd().split('\n'), 'UPDATE_FIXTURES=1 writes the list; read what changed');
  }).timeout(120_000);
});

/** `examples/support/assistant.py:12 warning no-dynamic-prefix: About … → Move …`, by file and line. */
async function findingLines(): Promise<readonly string[]> {
  const settings = { severities: {}, ignore: { '*': [] }, notCalls: [], promptFiles: PROMPT_FILES };
  const work = new ScanWork({ settings, now: new Date('2026-11-20T12:00:00Z') });
  const files = await filesOf(PROJECTS.map(project => path.join(ROOT, project)));
  const gates = work.gate(files);
  const worthwhile = files.filter((_, index) => gates[index]?.kind !== 'other');
  const { results } = await work.analyse(worthwhile);
  return results.flatMap((result, index) => {
    const name = path
      .relative(ROOT, worthwhile[index] ?? '')
      .split(path.sep)
      .join('/');
    assert.deepEqual(result.failures, [], name);
    if (result.analysis === undefined) return [];
    const linesOf = linesByPlace(result.analysis, result.lines);
    const findings = result.analysis.findings.map(finding => {
      const { line } = linesOf(finding.at);
      const suspected = finding.certainty === 'suspected' ? ' (suspected)' : '';
      const [fix] = finding.fixes;
      const answer = fix === undefined ? (finding.unfixable === undefined ? '' : `  ✗ ${finding.unfixable}`) : `  → ${fix.title}`;
      return { line, text: `${name}:${line} ${finding.severity} ${finding.rule}${suspected}: ${finding.message}${answer}` };
    });
    return findings.sort((a, b) => a.line - b.line || (a.text < b.text ? -1 : 1)).map(({ text }) => text);
  });
}

async function filesOf(folders: readonly string[]): Promise<readonly string[]> {
  const formatOf = formatSelector(PROMPT_FILES);
  const files: string[] = [];
  for (const folder of folders) for (const file of workspaceFiles(folder)) if (kindByName(file, formatOf) !== 'other') files.push(file);
  return files.sort();
}
