import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const FIXTURES = path.join(__dirname, '../../../fixtures/rules');

/** What the compiler says of any file whose packages aren't there; the fixtures of several rules declare classes of one name. */
const WITHOUT_PACKAGES = /error: (?:package [\w.]+ does not exist|cannot find symbol|duplicate class|static import only)/;

describe('what fixes make of Java', () => {
  it('is read by the compiler, where one is installed', function () {
    this.timeout(60_000);
    if (spawnSync('javac', ['-version']).status !== 0) this.skip();
    const files = readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' }).filter(name => /\.fixed(?:-\d+)?\.java$/.test(name));
    assert.ok(files.length > 5);
    const target = mkdtempSync(path.join(os.tmpdir(), 'fixed-java-'));
    try {
      const { stderr } = spawnSync(
        'javac',
        ['-proc:none', '-Xmaxerrs', '10000', '-d', target, ...files.map(name => path.join(FIXTURES, name))],
        {
          encoding: 'utf8',
        },
      );
      const errors = stderr.split('\n').filter(line => / error: /.test(line) && !WITHOUT_PACKAGES.test(line));
      assert.deepEqual(errors, []);
      assert.match(stderr, WITHOUT_PACKAGES, 'it got as far as looking for packages');
    } finally {
      rmSync(target, { recursive: true });
    }
  });
});
