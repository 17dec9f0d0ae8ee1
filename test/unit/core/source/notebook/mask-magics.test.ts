import assert from 'node:assert/strict';
import fc from 'fast-check';
import { maskPythonCell, maskScriptCell } from '../../../../../src/core/source/notebook/mask-magics';

function masked(cell: string): string {
  const { text } = maskPythonCell(cell);
  assert.equal(text.length, cell.length);
  return text;
}

describe('IPython syntax in a cell', () => {
  it('is taken out, and what stands around it stays', () => {
    for (const [cell, python] of [
      ['%pip install openai\nx = 1', '_                  \nx = 1'],
      ['%%time\nx = 1', '_     \nx = 1'],
      ['\n%%capture out\nx = 1', '\n_            \nx = 1'],
      ['!pip install -q \\\n  openai\nx = 1', '_                \n        \nx = 1'],
      ['!echo "it\'s\nx = 1', '_          \nx = 1'],
      ['if True:\n    !ls\n    x = 1', 'if True:\n    _  \n    x = 1'],
      ['openai.OpenAI?\nx = 1', '_             \nx = 1'],
      ['?print\n??len\nx = 1', '_     \n_    \nx = 1'],
      ['files = !ls *.txt\nx = 1', 'files = _        \nx = 1'],
      ['a, b = %sx date\r\nx = 1', 'a, b = _       \r\nx = 1'],
    ] as const) {
      assert.equal(masked(cell), python);
    }
  });

  it('imports what a cell runs in the notebook itself', () => {
    for (const [cell, imported] of [
      ['%run setup.py', 'from .setup import *'],
      ['%run ./setup', 'from .setup import *'],
      ['x = 1\n%run -i "../shared/models.ipynb" 20\ny = 2', 'from ..shared.models import *'],
      ['%run ../../models.py  # twice up', 'from ...models import *'],
    ] as const) {
      masked(cell);
      assert.equal(maskPythonCell(cell).closing, `\n${imported}`);
    }
    for (const cell of ['%run $path', '%run 01-setup.ipynb', '%runs setup.py', '"""\n%run setup.py\n"""', '# %run setup.py'])
      assert.equal(maskPythonCell(cell).closing, '');
  });

  it('leaves the Python that a magic runs', () => {
    assert.equal(masked('%time reply = ask("hi")'), '_;    reply = ask("hi")');
    assert.equal(masked('%timeit -n 10 -r3 ask("hi")'), '_;                ask("hi")');
    assert.equal(masked('reply = %time ask("hi")'), 'reply =       ask("hi")');
    assert.equal(masked('%time reply = ask(\n    "hi",\n)\n!ls'), '_;    reply = ask(\n    "hi",\n)\n_  ');
    assert.equal(masked('%time'), '_    ');
  });

  it('is not Python in cells that another program runs', () => {
    for (const cell of [
      '%%bash\ncurl "$URL"\n',
      '%%writefile ask.py\nask()\n',
      '%%html\n<p>',
      '%md\n# Title',
      '%sql\nselect 1',
      '%%sql\nselect 1',
    ]) {
      assert.equal(masked(cell).trim(), '', cell);
    }
    assert.equal(masked('%sql sqlite://\nx = 1'), '_             \nx = 1');
  });

  it('is only what stands at the start of a statement', () => {
    for (const cell of [
      'prompt = """\n!important\n%d percent\n?\n"""\nx = 10 \\\n  % 3\n',
      "text = '''it's\n%%time\n'''",
      'y = (10\n  % 3)\n',
      'y = f"{x!r} %s" % z\n',
      'a = b == "!c"\n',
      'if a != b: pass  # %magic?\n',
      'x = 5 % 3\n',
      "name = 'what?'\n",
      'f(a="!x", b="%y")\n',
      'x = y if z else "!"  # why?\n',
    ]) {
      assert.deepEqual(maskPythonCell(cell), { text: cell, closing: '' });
    }
  });

  it('says what closes a cell that leaves something open', () => {
    assert.equal(maskPythonCell('x = f(a, [1,').closing, '\n])');
    assert.equal(maskPythonCell('x = f("""never\n').closing, '""")');
    assert.equal(maskPythonCell('x = "never\ny = 1').closing, '');
    assert.equal(maskPythonCell('x = (1) ) ]').closing, '');
  });

  it('keeps length and lines, whatever the cell', () => {
    const piece = fc.constantFrom(
      '%',
      '%%',
      '!',
      '?',
      '%time ',
      'x',
      ' = ',
      '"',
      '"""',
      "'",
      '(',
      ')',
      '\\',
      '#',
      '\n',
      '\r\n',
      ' ',
      '    ',
      'é',
      '🧀',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), pieces => {
        const cell = pieces.join('');
        for (const { text } of [maskPythonCell(cell), maskScriptCell(cell)]) {
          assert.equal(text.length, cell.length);
          assert.equal(text.replace(/[^\r\n]/g, ''), cell.replace(/[^\r\n]/g, ''));
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('is no matter of scripts, but for cells that another program runs', () => {
    assert.equal(maskScriptCell('const x = 10\n  % 3\n!x && f()').text, 'const x = 10\n  % 3\n!x && f()');
    assert.equal(maskScriptCell('%%bash\nls').text.trim(), '');
  });
});
