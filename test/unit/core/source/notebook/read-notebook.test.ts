import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Notebook, placeInFile, readNotebook } from '../../../../../src/core/source/notebook/read-notebook';

const URI = 'file:///p/evaluation.ipynb';

function code(source: string | readonly string[], metadata: object = {}) {
  return { cell_type: 'code', execution_count: null, metadata, outputs: [], source };
}

function notebookOf(cells: readonly object[], metadata: object = { language_info: { name: 'python' } }): string {
  return JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }, undefined, 1);
}

function read(text: string): Notebook {
  const notebook = readNotebook(URI, text);
  assert.ok(!('message' in notebook), 'message' in notebook ? notebook.message : '');
  return notebook;
}

function problem(text: string): string {
  const notebook = readNotebook(URI, text);
  assert.ok('message' in notebook);
  return notebook.message;
}

/** What the file has where a piece of the joined text stands. */
function inFile(file: string, notebook: Notebook, piece: string): string {
  const at = notebook.joined.text.indexOf(piece);
  assert.ok(at >= 0, `${piece} is not in ${notebook.joined.text}`);
  const { start, end } = placeInFile(notebook, at, at + piece.length);
  return file.slice(start, end);
}

describe('a notebook', () => {
  it('is its code cells in order, whether the source is one string or one a line', () => {
    const file = notebookOf([
      code(['a = 1\n', 'b = 2']),
      { cell_type: 'markdown', metadata: {}, source: ['# c = 3'] },
      code('d = 4\ne = 5\n'),
      { cell_type: 'raw', metadata: {}, source: 'f = 6' },
      code([]),
      code('%pip install openai\ng = 7'),
    ]);
    assert.equal(read(file).joined.text, 'a = 1\nb = 2\nd = 4\ne = 5\n\n\n_                  \ng = 7\n');
  });

  it('knows where its text stands in the file', () => {
    const file = notebookOf([code(['x = 1\n']), code(['s = "a\\"b\tc"\n', 'y = ask(\n', '    "é 🧀 \u2028",\n', ')'])]);
    const notebook = read(file);
    assert.equal(inFile(file, notebook, 'y = ask('), 'y = ask(');
    assert.equal(inFile(file, notebook, '"a\\"b\tc"'), '\\"a\\\\\\"b\\tc\\"');
    assert.equal(inFile(file, notebook, '"é 🧀 \u2028"'), '\\"é 🧀 \u2028\\"');
    const line = (offset: number) => file.slice(0, offset).split('\n').length;
    const at = notebook.joined.text.indexOf('ask(');
    const { start, end } = placeInFile(notebook, at, notebook.joined.text.indexOf(')', at) + 1);
    assert.equal(file.split('\n')[line(start) - 1]?.trim(), '"y = ask(\\n",');
    assert.equal(file.split('\n')[line(end) - 1]?.trim(), '")"');
  });

  it('keeps the cells after one that leaves something open', () => {
    const { text } = read(notebookOf([code('x = ask("""\n'), code('y = f(1,  # (\n'), code('z = 3')])).joined;
    assert.match(text, /"""\)\n/);
    assert.match(text, /\n\)\nz = 3\n$/);
  });

  it('has the language of its kernel', () => {
    const language = (metadata: object) => read(notebookOf([code('x = 1')], metadata)).language;
    assert.equal(language({}), 'python');
    assert.equal(language({ kernelspec: { name: 'python3', display_name: 'Python 3' } }), 'python');
    assert.equal(language({ kernelspec: { name: 'conda-env-x-py', display_name: 'Python [conda env:x]' } }), 'python');
    assert.equal(language({ kernelspec: { name: 'deno', display_name: 'Deno' }, language_info: { name: 'typescript' } }), 'typescript');
    assert.equal(language({ kernelspec: { name: 'tslab' } }), 'typescript');
    const superset = { name: 'coconut', display_name: 'Coconut', language: 'coconut' };
    assert.equal(language({ kernelspec: superset, language_info: { name: 'coconut' } }), 'python');
    assert.equal(language({ 'application/vnd.databricks.v1+notebook': { language: 'python' } }), 'python');
    for (const other of [{ language_info: { name: 'R' } }, { kernelspec: { name: 'ir' } }, { kernelspec: { language: 'julia' } }]) {
      assert.equal(language(other), undefined);
      assert.equal(read(notebookOf([code('x = 1')], other)).joined.text, '');
    }
  });

  it('leaves out cells of another language', () => {
    const { text } = read(notebookOf([code('x = 1'), code('select 1', { vscode: { languageId: 'sql' } })])).joined;
    assert.equal(text, 'x = 1\n');
  });

  it('may be of the format before the present one', () => {
    const cell = { cell_type: 'code', input: ['x = 1\n', 'y = 2'], language: 'python', outputs: [] };
    const file = JSON.stringify({ metadata: {}, nbformat: 3, worksheets: [{ cells: [cell] }] });
    assert.equal(read(file).joined.text, 'x = 1\ny = 2\n');
  });

  it('that is none says so, and where', () => {
    const broken = notebookOf([code('x = 1')]).replace('"metadata": {\n  "language', '<<<<<<< HEAD\n "metadata": {\n  "language');
    assert.match(problem(broken), /^This notebook is not valid JSON \([a-z]+ [a-z ]+, line 11\), so it was not analysed\.$/);
    assert.match(problem(''), /not valid JSON/);
    assert.match(problem('{"cells": [{"cell_type": "code", "source": ["x ='), /not valid JSON/);
    for (const other of ['{}', '[]', '1', '{"cells": 1}']) assert.match(problem(other), /has no list of cells/, other);
    assert.match(problem(`${'['.repeat(200_000)}`), /nested too deeply|not valid JSON/);
  });

  it('is read whatever its cells are', () => {
    for (const cell of [1, null, [], 'x', {}, { cell_type: 'code' }, code([1, null, 'x = 1'] as never), code({} as never)]) {
      assert.ok(read(notebookOf([cell as object])).joined.text.length <= 6);
    }
    fc.assert(
      fc.property(fc.json(), text => {
        readNotebook(URI, text);
      }),
    );
  });

  it('maps every character to where it stands', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 20 }), { maxLength: 5 }), sources => {
        const file = notebookOf(sources.map(source => code(source)));
        const notebook = read(file);
        sources.forEach((source, index) => {
          const start = notebook.joined.cells[index]?.start ?? -1;
          for (let at = 0; at < source.length; at++) {
            const place = placeInFile(notebook, start + at, start + at + 1);
            assert.equal(JSON.parse(`"${file.slice(place.start, place.end)}"`), source[at]);
          }
        });
      }),
    );
  });
});
