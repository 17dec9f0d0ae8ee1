import { type Literal, printStructure } from '../../literal';
import { literalPlace } from '../../written-lines';
import { printKey, printLiteral } from './literal-source';

/** A literal as it is written at an offset; `before`: characters that will stand before it there. */
export function printAt(text: string, offset: number, value: Literal, before = 0): string {
  const place = literalPlace(text, offset, indentationUnit(text));
  const syntax = {
    scalar: (each: number | string | boolean) => printLiteral(each, text),
    key: (key: string) => printKey(key, text),
    padding: ' ',
  } as const;
  // Every scalar has a literal here.
  return printStructure(value, syntax, { ...place, column: place.column + before }) ?? '';
}

function indentationUnit(text: string): string {
  return /^[^\s/*].*[{([]\r?\n([ \t]+)\S/m.exec(text)?.[1] ?? '  ';
}
