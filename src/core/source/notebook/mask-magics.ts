import { importOfRun } from './run-magic';

/** A cell as the language's own parser can read it. Same length as the cell, so that offsets hold. */
export interface MaskedCell {
  readonly text: string;
  /**
   * What a following cell needs before it: what closes strings and brackets that this one leaves open (kernels run each cell by
   * itself), and what its magics import.
   */
  readonly closing: string;
}

/** Magics whose body or rest is Python that runs in the notebook's own namespace. */
const RUNS_PYTHON = 'time|timeit|prun|memit|capture|debug|pyinstrument|scalene|snakeviz|heat|mprun|lprun|wandb';
const CELL_MAGIC = new RegExp(`^\\s*%%(?:(${RUNS_PYTHON})\\b)?`);
/** `%time call()`, `%timeit -n 10 call()`: what stands before the Python. */
const LINE_MAGIC_BEFORE_PYTHON = new RegExp(`%(?:${RUNS_PYTHON})\\b(?:[ \\t]+-\\w+(?:[ \\t]+\\d+)?)*[ \\t]+(?=[^\\s#])`, 'y');
/** Databricks: the whole cell is in another language, or prose. */
const WHOLE_CELL_MAGIC = /^\s*%(?:(?:md|md-sandbox|scala|sh|fs)\b|(?:sql|r)[ \t]*(?:\r?\n|$))/;

const ESCAPED_LINE = /[ \t]*(?=[%!?])/y;
const ESCAPED_ASSIGNMENT = /[ \t]*[^\s=!%#'"][^=!%#'"\r\n]*=[ \t]*(?=[!%])/y;
const HELP_LINE = /[ \t]*(?=[\w.*]+\?{1,2}[ \t]*(?:\r?\n|$))/y;
/** To the end of the line, and on where a backslash says so. */
const REST_OF_LINE = /(?:[^\\\r\n]|\\\r?\n|\\)*/y;

/**
 * Takes IPython's own syntax out of a Python cell: magics, shell commands, questions for help. Where something stood that runs,
 * stands `_`, a name that nothing binds, so that blocks keep their body and what a command gives stays unknown.
 */
export function maskPythonCell(cell: string): MaskedCell {
  const [first, runsPython] = CELL_MAGIC.exec(cell) ?? [];
  if ((first !== undefined && runsPython === undefined) || WHOLE_CELL_MAGIC.test(cell)) return { text: blank(cell), closing: '' };
  const masked: string[] = [];
  const imports: string[] = [];
  let done = 0;
  /** Puts `standIn` in the place of [start, end). */
  const replace = (start: number, end: number, standIn: string) => {
    masked.push(cell.slice(done, start), standIn, blank(cell.slice(start + standIn.length, end)));
    done = end;
  };
  const skipEscaped = (start: number): number | undefined => {
    const statement = matchEnd(ESCAPED_LINE, cell, start) ?? matchEnd(HELP_LINE, cell, start);
    const at = statement ?? matchEnd(ESCAPED_ASSIGNMENT, cell, start);
    if (at === undefined) return undefined;
    const python = matchEnd(LINE_MAGIC_BEFORE_PYTHON, cell, at);
    const end = python ?? matchEnd(REST_OF_LINE, cell, at) ?? cell.length;
    const run = statement === undefined ? undefined : importOfRun(cell.slice(at, end));
    if (run !== undefined) imports.push(`\n${run}`);
    replace(at, end, python === undefined ? '_' : statement === undefined ? '' : '_;');
    return end;
  };
  const closing = scanPython(cell, skipEscaped);
  masked.push(cell.slice(done));
  return { text: masked.join(''), closing: [closing, ...imports].join('') };
}

/** A cell of TypeScript or JavaScript; their kernels know only magics for a whole cell. */
export function maskScriptCell(cell: string): MaskedCell {
  // A statement may end without a semicolon at the end of its cell.
  return { text: CELL_MAGIC.test(cell) ? blank(cell) : cell, closing: '\n;' };
}

const BRACKETS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/**
 * Walks through a cell as far as strings, comments, brackets and continued lines matter. `atLine` is asked at the start of each
 * logical line, and gives where reading goes on if that isn't there. Gives what closes whatever the cell leaves open.
 */
function scanPython(cell: string, atLine: (start: number) => number | undefined): string {
  const open: string[] = [];
  let at = atLine(0) ?? 0;
  while (at < cell.length) {
    const char = cell[at] ?? '';
    if (char === '\n') {
      at++;
      if (open.length === 0) at = atLine(at) ?? at;
    } else if (char === '#') at = matchEnd(/[^\n]*/y, cell, at) ?? at;
    else if (char === '\\') at += cell.startsWith('\r\n', at + 1) ? 3 : 2;
    else if (char === '"' || char === "'") {
      const quote = cell.startsWith(char.repeat(3), at) ? char.repeat(3) : char;
      const end = endOfString(cell, at + quote.length, quote);
      if (end === undefined) return `${quote}${open.reverse().join('')}`;
      at = end;
    } else {
      const closes = BRACKETS[char];
      if (closes !== undefined) open.push(closes);
      else if (char === open.at(-1)) open.pop();
      at++;
    }
  }
  // A comment on the last line would hide what closes the brackets.
  return open.length === 0 ? '' : `\n${open.reverse().join('')}`;
}

/** Behind the closing quote; a line break ends a string in single quotes. Undefined: a long string that never ends. */
function endOfString(cell: string, from: number, quote: string): number | undefined {
  for (let at = from; at < cell.length; at++) {
    if (cell[at] === '\\') at++;
    else if (cell.startsWith(quote, at)) return at + quote.length;
    else if (quote.length === 1 && cell[at] === '\n') return at;
  }
  return quote.length === 1 ? cell.length : undefined;
}

function matchEnd(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}
