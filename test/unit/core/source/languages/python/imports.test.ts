import assert from 'node:assert/strict';
import { adapter as python } from '../../../../../../src/core/source/languages/python';
import { pythonReader, type ReadPython } from './read-python';

describe('Python imports', () => {
  let read: ReadPython;
  before(async () => {
    read = await pythonReader();
  });

  const imports = (text: string) =>
    read(text).imports.map(
      ({ local, module, name, typeOnly }) => `${local} <- ${module}${name === undefined ? '' : ` # ${name}`}${typeOnly ? ' (type)' : ''}`,
    );

  const cases: Readonly<Record<string, readonly string[]>> = {
    'import a': ['a <- a'],
    'import a.b, c': ['a <- a', 'c <- c'],
    'import a.b as x': ['x <- a.b'],
    'from a import b, c as d': ['b <- a # b', 'd <- a # c'],
    'from a.b import (c,\n  # why\n  d,)': ['c <- a.b # c', 'd <- a.b # d'],
    'from . import p': ['p <- . # p'],
    'from .. import p': ['p <- .. # p'],
    'from ..pkg.mod import p': ['p <- ..pkg.mod # p'],
    'from __future__ import annotations': [],
    'if TYPE_CHECKING:\n  import a\nelse:\n  import b': ['a <- a (type)', 'b <- b'],
    'if typing.TYPE_CHECKING:\n  from a import b': ['b <- a # b (type)'],
    'a = __import__("b")': ['a <- b'],
    'a = importlib.import_module("b.c")': ['a <- b.c'],
    'a = __import__("b.c")\nd = import_module(name)\ne = import_module(".b", __package__)': [],
    'try:\n  import a\nexcept ImportError:\n  a = None': ['a <- a'],
  };
  for (const [source, expected] of Object.entries(cases)) it(JSON.stringify(source), () => assert.deepEqual(imports(source), expected));

  it('keeps the scope and the place of the imported name', () => {
    const text = 'def f():\n  from a import b as c\n';
    const [found] = read(text).imports;
    assert.equal(found?.scope, 1);
    assert.equal(found && text.slice(found.at.start, found.at.end), 'b as c');
  });

  it('lists star imports, and states no exports', () => {
    const summary = read('from .a import *');
    assert.deepEqual(
      summary.exportAll.map(({ module }) => module),
      ['.a'],
    );
    assert.deepEqual(summary.imports, []);
    assert.equal(summary.exports, undefined);
  });
});

describe('files that a Python import may mean', () => {
  const candidates = (module: string, from = 'file:///w/app/core/main.py') =>
    python.importCandidates(module, from, { textOf: () => undefined, entriesOf: () => [] });

  it('puts a package before a module of the same name, as Python does', () => {
    assert.deepEqual(candidates('.agents'), ['file:///w/app/core/agents/__init__.py', 'file:///w/app/core/agents.py']);
  });

  it('counts dots from the folder of the file', () => {
    assert.deepEqual(candidates('.prompts'), ['file:///w/app/core/prompts/__init__.py', 'file:///w/app/core/prompts.py']);
    assert.deepEqual(candidates('..a.b'), ['file:///w/app/a/b/__init__.py', 'file:///w/app/a/b.py']);
    assert.deepEqual(candidates('.'), ['file:///w/app/core/__init__.py']);
    assert.deepEqual(candidates('..'), ['file:///w/app/__init__.py']);
    assert.deepEqual(candidates('......a'), []);
  });

  it('looks for an absolute module in every folder above and below its src, the nearest first', () => {
    assert.deepEqual(candidates('app', 'file:///w/app/main.py'), [
      'file:///w/app/app/__init__.py',
      'file:///w/app/app.py',
      'file:///w/app/src/app/__init__.py',
      'file:///w/app/src/app.py',
      'file:///w/app/__init__.py',
      'file:///w/app.py',
      'file:///w/src/app/__init__.py',
      'file:///w/src/app.py',
      'file:///app/__init__.py',
      'file:///app.py',
      'file:///src/app/__init__.py',
      'file:///src/app.py',
    ]);
  });

  it('looks for a package in the folder that its distribution is called by', () => {
    assert.deepEqual(candidates('acme_llm', 'file:///start.py').slice(4), [
      'file:///acme-llm/acme_llm/__init__.py',
      'file:///acme-llm/acme_llm.py',
      'file:///acme-llm/src/acme_llm/__init__.py',
      'file:///acme-llm/src/acme_llm.py',
    ]);
  });

  it('stops after eight folders', () => {
    assert.equal(candidates('prompts', 'file:///1/2/3/4/5/6/7/8/9/10/main.py').length, 32);
  });

  it('leaves packages alone', () => {
    for (const module of ['os', 'os.path', 'openai', 'anthropic.types', 'google.genai']) assert.deepEqual(candidates(module), []);
  });

  it('works on other schemes, and on addresses without folders', () => {
    assert.deepEqual(candidates('.a', 'vscode-vfs://github/o/r/main.py'), [
      'vscode-vfs://github/o/r/a/__init__.py',
      'vscode-vfs://github/o/r/a.py',
    ]);
    assert.deepEqual(candidates('.a', 'vscode-notebook-cell:/w/n.ipynb#X1'), [
      'vscode-notebook-cell:/w/a/__init__.py',
      'vscode-notebook-cell:/w/a.py',
    ]);
    assert.deepEqual(candidates('.a', 'untitled:Untitled-1'), []);
  });

  it('finds nothing for a module name that is not one', () => {
    for (const module of ['', 'a..b', '.a.']) assert.deepEqual(candidates(module), []);
  });
});
