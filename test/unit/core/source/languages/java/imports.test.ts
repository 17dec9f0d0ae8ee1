import assert from 'node:assert/strict';
import { importCandidates } from '../../../../../../src/core/source/languages/java/import-candidates';
import { javaReader, type ReadJava, uri } from './lowered-java';

describe('imports of Java', () => {
  let read: ReadJava;
  before(async () => {
    read = await javaReader();
  });

  it('look for a class in the source root of the file, and of a test in that of the code', () => {
    assert.deepEqual(importCandidates('com.acme.llm.Prompts', uri), ['file:///project/src/main/java/com/acme/llm/Prompts.java']);
    assert.deepEqual(importCandidates('com.acme.llm.Prompts', 'file:///p/src/test/java/com/acme/AppTest.java'), [
      'file:///p/src/test/java/com/acme/llm/Prompts.java',
      'file:///p/src/main/java/com/acme/llm/Prompts.java',
    ]);
  });

  it('find the root by the package where folders have no such name', () => {
    assert.deepEqual(importCandidates('com.acme.Prompts', 'file:///p/source/com/acme/app/App.java'), [
      'file:///p/source/com/acme/Prompts.java',
    ]);
  });

  it('know that the standard library and other roots are no files of the project', () => {
    assert.deepEqual(importCandidates('java.util.List', uri), []);
    assert.deepEqual(importCandidates('org.other.Thing', uri), []);
  });

  it('take a class that nobody imports for one of the same package, or of those that are imported as a whole', () => {
    const { imports } = read('package com.acme;\nimport org.lib.*;\nclass App { Thing thing = new Thing(); }');
    assert.deepEqual(
      imports.map(({ local, module, packages }) => ({ local, module, packages })),
      [{ local: 'Thing', module: 'com.acme.Thing', packages: ['com.acme', 'org.lib'] }],
    );
  });
});

describe('broken Java', () => {
  it('gives what can be read, and says that something can’t', async () => {
    const read = await javaReader();
    const summary = read('class App { void run() { client.send("a" ; other("b"); } ');
    assert.equal(summary.problems.length, 1);
    assert.ok(summary.calls.length > 0);
  });

  it('ends on any input', async () => {
    const read = await javaReader();
    for (const text of [
      '',
      '"""',
      'class',
      '((((',
      'class A { A(',
      `class A { int x = ${'('.repeat(5000)}1; }`,
      `class A { String s = ${'"a" + '.repeat(5000)}"b"; }`,
    ])
      assert.equal(read(text).kind, 'code');
  });
});
