import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { deserialize } from 'node:v8';
import { writeSourceTree } from '../../../../scripts/bench/source-tree';
import { scanFiles } from '../../../../src/node/scan/scan-files';
import type { PackedValues } from '../../../../src/node/scan/value-pool';
import { workspaceFiles } from '../../../../src/node/workspace-files';
import { type ProjectFolder, projectFolder } from './project-folder';

/** What a scan keeps, counted, so that it stays small and in proportion: the time of a machine that others use says little. */
describe('what a scan keeps', function () {
  this.timeout(120_000);
  let project: ProjectFolder;
  beforeEach(async () => {
    project = await projectFolder({});
  });
  afterEach(() => project.remove());

  it('is 600 bytes at most for each file more, and 60 numbers', async () => {
    const small = await kept(60);
    const large = await kept(180);
    assert.equal(large.files, 180);
    const bytes = (large.bytes - small.bytes) / 120;
    assert.ok(bytes < 600, `${bytes} bytes for each file more`);
    const numbers = (large.values.rows.length - small.values.rows.length) / 120;
    assert.ok(numbers < 60, `${numbers} numbers for each file more`);
  });

  it('says what models can do and cost once, however many calls there are', async () => {
    const { values } = await kept(180);
    const modelKinds = new Set(values.shapes.flatMap((names, index) => (names.includes('capabilities') ? [index + 1] : [])));
    const kinds: number[] = [];
    for (let at = 0; at < values.rows.length; at += 2 + (values.rows[at + 1] ?? 0)) kinds.push(values.rows[at] ?? 0);
    assert.equal(kinds.filter(kind => modelKinds.has(kind)).length, 2, 'gpt-4o-mini and claude-sonnet-4-5, of 36 calls');
  });

  async function kept(size: number): Promise<{ files: number; bytes: number; values: PackedValues }> {
    const tree = project.path(`tree${size}`);
    const folder = project.path(`cache${size}`);
    await writeSourceTree(tree, size);
    const files = [...workspaceFiles(tree)].map(file => ({ path: file, named: false }));
    const settings = { severities: {}, ignore: { '*': [] }, notCalls: [], promptFiles: [] };
    const now = new Date('2026-11-20T12:00:00Z');
    await scanFiles(files, { settings, now }, { folder, paths: [tree], circumstances: '' });
    const [name = ''] = readdirSync(folder);
    const bytes = readFileSync(path.join(folder, name));
    return { files: files.length, bytes: bytes.length, values: deserialize(bytes).kept.values };
  }
});
