import type { Numerals } from './numerals';

/** What of usage files does not count. */
export interface LeftOut {
  readonly unknownRows: number;
  readonly otherRows: number;
  readonly faults: number;
  readonly firstFaults: readonly string[];
  readonly ungrouped: number;
}

/** What reading usage files came to. */
export interface UsageCounts extends LeftOut {
  readonly formats: readonly string[];
  readonly calls: readonly unknown[];
  readonly records: number;
  readonly unmatchedRecords: number;
}

/** What an import came to, in a few sentences. Nothing that was left out is left unsaid. */
export function importedText(usage: UsageCounts, numerals: Numerals): string {
  const { records, formats, calls, unmatchedRecords } = usage;
  const left = leftOutTexts(usage, numerals);
  if (records === 0) return ['No usage was found there.', ...left, KNOWN].join(' ');
  const matched = `They are of ${count(calls.length, 'call', 'calls', numerals)}`;
  const rest = unmatchedRecords === 0 ? '' : `; ${numerals.integer(unmatchedRecords)} could not be told to be of any`;
  return [`${count(records, 'record', 'records', numerals)} read (${formats.join(', ')}). ${matched}${rest}.`, ...left].join(' ');
}

/** What of the files does not count, a sentence each. */
export function leftOutTexts({ unknownRows, otherRows, faults, firstFaults, ungrouped }: LeftOut, numerals: Numerals): readonly string[] {
  const some = (found: number, one: string, many: string) => (found === 0 ? [] : [`${count(found, one, many, numerals)}.`]);
  const more = faults > firstFaults.length ? ' …' : '';
  return [
    ...some(unknownRows, 'row of a kind that is not known was left out', 'rows of a kind that is not known were left out'),
    ...some(otherRows, 'row is no call of a model', 'rows are no calls of a model'),
    ...(faults === 0 ? [] : [`${numerals.integer(faults)} could not be read: ${firstFaults.join('; ')}${more}.`]),
    ...some(
      ungrouped,
      'record with too many different names counts by its model alone',
      'records with too many different names count by their model alone',
    ),
  ];
}

const KNOWN = 'Exports of OpenAI, Anthropic, LiteLLM, Langfuse, LangSmith and Opik are read, and OpenTelemetry spans as JSON lines.';

function count(found: number, one: string, many: string, numerals: Numerals): string {
  return `${numerals.integer(found)} ${found === 1 ? one : many}`;
}
