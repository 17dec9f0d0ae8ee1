import type { TextEdit } from '../compression/pass';
import { OPAQUE } from '../compression/prompt-text';
import type { Range } from '../compression/protected-text';
import { unitsOf } from '../compression/units';

/** Words of sentences that say nothing but that the answer is JSON of a given form. */
const FORM_WORDS = new Set(
  (
    'a an the this that these it its and or of to in as with without by for on is are be must should shall will can please make sure ensure always strictly ' +
    'exactly exact only just nothing else no not do don t never any all other extra additional further surrounding outside before after around ' +
    'return returned returning respond response responses reply answer answers output outputs provide produce generate give format formatted formatting emit write use using ' +
    'your you i want result results valid strict raw pure plain proper parseable parsable well formed json object objects array list dict dictionary string ' +
    'structure structured schema shape form following follows below like here example template expected required desired ' +
    'matching match matches conform conforms conforming adhere adheres adhering containing contains contain include includes including have has having ' +
    'key keys field fields property properties attributes named called markdown code fence fences block blocks backticks triple tags wrap wrapped wrapping ' +
    'explanation explanations commentary comments prose preamble text words introduction notes parse parsed parser parsing python javascript programmatically directly so which from each single one e g eg i ie example instance'
  ).split(' '),
);
const IS_OF_FORM =
  /\b(?:json|markdown|code (?:fences?|blocks?)|backticks|(?:other|extra|additional) (?:text|prose|words)|explanations?|commentary|preamble)\b/i;

/** What ends a sentence before an example, and says nothing without it. */
const LEADS_TO_EXAMPLE =
  /(?:,|(?<![ \t]))[ \t]*\b(?:e\.g\.|for example|like this|like so|such as|as follows|like|in (?:this|the following) (?:json )?(?:format|form|structure|shape))[ \t]*:$|(?<![ \t])[ \t]*:$|(?:,|(?<![ \t]))[ \t]*\b(?:e\.g\.|for example|like this|such as|as follows)$/i;

export interface FormPlaces {
  /** The example, or the list of fields, that the schema now says; absent: neither is written out. */
  readonly form?: Range & { readonly lines: boolean };
  readonly fieldNames: readonly string[];
}

/** The edits that take out of a prompt what a schema says by itself. Sentences that say anything else stay. */
export function needlessWords(text: string, { form, fieldNames }: FormPlaces): readonly TextEdit[] {
  const names = new Set(fieldNames.map(name => name.toLowerCase()));
  const isPure = (words: string) =>
    words
      .toLowerCase()
      .split(/[^\p{L}\p{N}_]+/u)
      .every(word => word === '' || FORM_WORDS.has(word) || names.has(word));
  const block = form === undefined || !form.lines || isAmongWords(text, form) ? undefined : withFence(text, form);
  const units = unitsOf(block === undefined ? text : text.slice(0, block.from) + ' '.repeat(block.to - block.from) + text.slice(block.to));
  const leads = (unit: Range) => block !== undefined && unit.to <= block.from && text.slice(unit.to, block.from).trim() === '';
  const pure = units.filter(unit => isPure(unit.text) && (IS_OF_FORM.test(unit.text) || touchesForm(unit, form) || leads(unit)));
  const ranges: Range[] = pure.map(({ from, to, line }) => line ?? { from, to });
  const edits: TextEdit[] = [];
  if (block !== undefined) {
    ranges.push(block);
    const lead = text.slice(0, block.from).trimEnd();
    const isLeadGone = ranges.some(({ from, to }) => from < lead.length && lead.length <= to);
    const opening = LEADS_TO_EXAMPLE.exec(lead)?.[0] ?? '';
    if (!isLeadGone && opening !== '') edits.push({ from: lead.length - opening.length, to: lead.length, insert: '.' });
  }
  const gone = merged(text, ranges).filter(({ from, to }) => !text.slice(from, to).includes(OPAQUE));
  const kept = gone.reduceRight((rest, { from, to }) => rest.slice(0, from) + rest.slice(to), text);
  // An empty message is refused by every API.
  if (kept.trim() === '') return [];
  const cuts = gone.map(range => ({ ...withBlanks(text, range), insert: '' }));
  // The full stop stands before the cut, or it has gone with what stood around.
  const stops = edits.filter(edit => !cuts.some(cut => cut.from < edit.to && edit.from < cut.to));
  return [...stops, ...cuts].sort((a, b) => a.from - b.from);
}

function touchesForm(unit: Range, form: FormPlaces['form']): boolean {
  return form !== undefined && !form.lines && unit.from <= form.from && form.to <= unit.to;
}

/** `Answer with {…} for each mail`: without it, the sentence would say something else. */
function isAmongWords(text: string, { from, to }: Range): boolean {
  const before = text.slice(text.lastIndexOf('\n', from - 1) + 1, from);
  return before.trim() !== '' && /^[ \t]{0,4}[\p{Ll}\uFFFC]/u.test(text.slice(to, to + 8));
}

/** The lines of an example, and of the fence around it. */
function withFence(text: string, { from, to }: Range): Range {
  const before = /(?:^|\n)[ \t]*```\w*(?:[ \t]*\n)?[ \t]*$/.exec(text.slice(0, from))?.[0].replace(/^\n/, '') ?? '';
  const after = before === '' ? '' : (/^(?:[ \t]*\n)?[ \t]*```[ \t]*/.exec(text.slice(to))?.[0] ?? '');
  return after === '' ? { from, to } : { from: from - before.length, to: to + after.length };
}

/** In order; ranges with only blanks between them are one. */
function merged(text: string, ranges: readonly Range[]): readonly Range[] {
  const result: { from: number; to: number }[] = [];
  for (const { from, to } of [...ranges].sort((a, b) => a.from - b.from)) {
    const last = result[result.length - 1];
    if (last !== undefined && text.slice(last.to, from).trim() === '') last.to = Math.max(last.to, to);
    else result.push({ from, to });
  }
  return result;
}

/** With the blanks that would be left over: of what stood on lines of its own, those before it; in a line, one blank. */
function withBlanks(text: string, { from, to }: Range): Range {
  const lineStart = /(?:^|\n)[ \t]*$/.exec(text.slice(0, from));
  const lineEnd = /^[ \t]*(?:\n|$)/.exec(text.slice(to));
  if (lineStart !== null && lineEnd !== null) {
    const blankBefore = /(?<!\s)\s*$/.exec(text.slice(0, from))?.[0] ?? '';
    const blankAfter = /^\s*/.exec(text.slice(to))?.[0] ?? '';
    if (to + blankAfter.length === text.length) {
      // What ends the text, such as the line of closing quotes, stays.
      return { from: from - blankBefore.length, to };
    }
    if (blankBefore.length === from)
      return { from: 0, to: to + (/^[ \t]*\n(?:\s*[^\S \t])?(?=[ \t]*\S)/.exec(text.slice(to))?.[0].length ?? 0) };
    const isParagraph = (blankBefore.match(/\n/g)?.length ?? 0) > 1 && (blankAfter.match(/\n/g)?.length ?? 0) > 1;
    const lineFrom = from - lineStart[0].replace('\n', '').length;
    const emptyLine = isParagraph ? (/^[ \t]*\n/.exec(text.slice(to + lineEnd[0].length))?.[0].length ?? 0) : 0;
    return { from: lineFrom, to: to + lineEnd[0].length + emptyLine };
  }
  if (/^\s*$/.test(text.slice(to).split('\n')[0] ?? ''))
    return { from: from - (/(?<![ \t])[ \t]*$/.exec(text.slice(0, from))?.[0].length ?? 0), to };
  return { from, to: to + (/^[ \t]*/.exec(text.slice(to))?.[0].length ?? 0) };
}
