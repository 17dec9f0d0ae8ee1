import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const FIXTURES = path.join(__dirname, '../../../fixtures/rules');
const fixed = (pattern: RegExp) =>
  readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' })
    .filter(name => pattern.test(name))
    .map(name => path.join(FIXTURES, name));

describe('what fixes make of Go', () => {
  it('is written as Go’s own formatter writes it, where that is installed', function () {
    this.timeout(60_000);
    if (spawnSync('gofmt', { input: 'package a\n' }).status !== 0) this.skip();
    const files = fixed(/\.fixed(?:-\d+)?\.go$/);
    assert.ok(files.length > 10);
    const { stdout, stderr } = spawnSync('gofmt', ['-e', '-l', ...files], { encoding: 'utf8' });
    assert.equal(stderr, '');
    assert.equal(stdout, '', 'as gofmt writes it');
  });

  it('keeps answers in a file that compiles, where the compiler is installed', function () {
    this.timeout(120_000);
    if (spawnSync('go', ['version']).status !== 0) this.skip();
    const [cache] = fixed(/cached_tip\.fixed\.go$/);
    assert.ok(cache !== undefined);
    const folder = mkdtempSync(path.join(os.tmpdir(), 'fixed-go-'));
    try {
      writeFileSync(path.join(folder, 'go.mod'), 'module example.com/faq\n\ngo 1.18\n');
      writeFileSync(path.join(folder, 'cached_tip.go'), readFileSync(cache));
      const call = 'cachedTip("power", func() (string, error) { calls++; return "Switch it off.", nil })';
      writeFileSync(
        path.join(folder, 'main.go'),
        `package main\n\nimport "fmt"\n\nfunc main() {\n\tcalls := 0\n\tfor range [3]int{} {\n\t\t${call}\n\t}\n\tfmt.Print(calls)\n}\n`,
      );
      const run = spawnSync('go', ['run', '.'], {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, GOFLAGS: '-mod=mod', GOTOOLCHAIN: 'local' },
      });
      assert.equal(run.stderr, '');
      assert.equal(run.stdout, '1');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
