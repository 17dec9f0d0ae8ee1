import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readWorkspaceFile } from '../../../../src/core/workspace-file/read-workspace-file';

const PICTURE = path.resolve(__dirname, '../../../../media/walkthrough/traffic.svg');

describe('the file in the picture of the walkthrough', () => {
  it('is one that Promptfare reads', () => {
    const lines = [...readFileSync(PICTURE, 'utf8').matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text = '']) => text);
    const { file, problems } = readWorkspaceFile(lines.filter(line => /^["{}]/.test(line)).join('\n'));
    assert.deepEqual(problems, []);
    assert.deepEqual(Object.values(file.calls ?? {}), [{ callsPerDay: 12_000 }]);
  });
});
