import { type Literal, type LiteralSyntax, printStructure } from '../../../literal';
import { literalPlace } from '../../../written-lines';
import { printLiteral } from './literals';

/** A literal as it is written at an offset; `before`: characters that will stand before it there. Undefined for a number without a literal. */
export function printAt(text: string, offset: number, value: Literal, before = 0): string | undefined {
  const place = literalPlace(text, offset, indentationUnit(text));
  return printStructure(value, syntaxOf(text), { ...place, column: place.column + before });
}

/** Python written by hand or by a formatter keeps to one kind of quotes for names. */
export function syntaxOf(text: string): LiteralSyntax {
  const single = text.match(/'\w+'/g)?.length ?? 0;
  const double = text.match(/"\w+"/g)?.length ?? 0;
  const quote = single > double ? "'" : '"';
  return { scalar: value => printLiteral(value, quote), key: key => printLiteral(key, quote) ?? '', padding: '' };
}

function indentationUnit(text: string): string {
  return /^(?:async |def |class |if |for |while |with |try:).*:[ \t]*(?:#.*)?\r?\n([ \t]+)\S/m.exec(text)?.[1] ?? '    ';
}
