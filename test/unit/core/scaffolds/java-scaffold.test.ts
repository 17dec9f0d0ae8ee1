import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type ScaffoldOf, scaffold } from '../../../../src/core/scaffolds/scaffold';

const hasCompiler = spawnSync('javac', ['-version']).status === 0;
/** What the compiler says where the SDK's packages aren't there. */
const WITHOUT_PACKAGES = /error: (?:package [\w.]+ does not exist|cannot find symbol)/;

const MAIN = `class Main {
  static int asked = 0;

  public static void main(String[] args) {
    for (int round = 0; round < 3; round++) System.out.println(CachedTip.cached("tip", () -> "asked " + ++asked));
    System.out.println(CachedTip.cached("other", () -> ++asked));
  }
}
`;

function of(changes: Partial<ScaffoldOf>): ScaffoldOf {
  return {
    ...{ sdk: 'openai-java', api: 'openai-responses', model: 'gpt-5.4', symbol: 'Reviews.main', file: 'Reviews.java' },
    ...{ callee: 'client.responses().create', call: 'client.responses().create(\n        params /* of today */)', async: false },
    ...{ item: 'review', over: 'load(new ArrayList<>() /* all */)', priceFactor: 0.5, name: 'BatchMain', source: '' },
    ...changes,
  };
}

describe('what is scaffolded in Java', function () {
  this.timeout(60_000);
  let folder = '';
  before(function () {
    if (!hasCompiler) this.skip();
    folder = mkdtempSync(path.join(os.tmpdir(), 'java-scaffold-'));
  });
  after(() => {
    if (folder !== '') rmSync(folder, { recursive: true });
  });

  function write(name: string, text: string | undefined): string {
    assert.ok(text !== undefined);
    const file = path.join(folder, `${name}.java`);
    writeFileSync(file, text);
    return file;
  }

  it('is a cache that asks once for the same request', () => {
    const cache = scaffold('cache', 'java', of({ name: 'CachedTip' }));
    const compiled = spawnSync('javac', ['-Xlint:all', '-d', folder, write('CachedTip', cache), write('Main', MAIN)], { encoding: 'utf8' });
    assert.equal(compiled.status, 0, compiled.stderr);
    assert.deepEqual(spawnSync('java', ['-cp', folder, 'Main'], { encoding: 'utf8' }).stdout.split('\n'), [
      ...['asked 1', 'asked 1', 'asked 1', '2', ''],
    ]);
  });

  for (const [sdk, api] of [
    ['openai-java', 'openai-responses'],
    ['openai-java', 'openai-chat'],
    ['anthropic-java', 'anthropic-messages'],
  ] as const) {
    it(`is a batch of ${api} that the compiler reads up to the SDK’s classes`, () => {
      const { stderr } = spawnSync(
        'javac',
        ['-Xmaxerrs', '1000', '-d', folder, write('BatchMain', scaffold('batch', 'java', of({ sdk, api })))],
        {
          encoding: 'utf8',
        },
      );
      const errors = stderr.split('\n').filter(line => / error: /.test(line));
      assert.ok(errors.length > 0);
      assert.deepEqual(
        errors.filter(line => !WITHOUT_PACKAGES.test(line)),
        [],
      );
    });
  }

  for (const [sdk, api] of [
    ['openai-java', 'openai-chat'],
    ['openai-java', 'openai-responses'],
    ['anthropic-java', 'anthropic-messages'],
  ] as const)
    it(`is a summary of ${api} that the compiler reads up to the SDK’s classes`, () => {
      const summary = scaffold('summary', 'java', of({ sdk, api, name: 'SummaryAsk' }));
      const { stderr } = spawnSync('javac', ['-Xmaxerrs', '1000', '-d', folder, write('SummaryAsk', summary)], { encoding: 'utf8' });
      const errors = stderr.split('\n').filter(line => / error: /.test(line));
      assert.ok(errors.length > 0);
      assert.deepEqual(
        errors.filter(line => !WITHOUT_PACKAGES.test(line)),
        [],
      );
    });

  it('belongs to the package of the call', () => {
    assert.match(scaffold('cache', 'java', of({ source: '// x\npackage com.acme.shop;\n' })) ?? '', /^package com\.acme\.shop;\n\nimport /);
  });

  it('has no batch for a package that is not known', () => {
    assert.equal(scaffold('batch', 'java', of({ sdk: 'spring-ai', api: 'spring-ai' })), undefined);
  });
});
