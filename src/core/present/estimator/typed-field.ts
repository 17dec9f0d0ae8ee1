import * as z from 'zod';

/** Something of a scenario that is typed or chosen. */
export interface TypedField {
  readonly key: string;
  readonly label: string;
  /** `percent` is written as one and kept as a share. */
  readonly unit: 'percent' | 'number' | 'usd' | 'model' | 'choice' | 'flag';
  readonly choices?: readonly string[];
}

/** As it stands in its field: `30`, `20–40`, empty where nothing is set. */
export function typedText({ unit }: TypedField, value: unknown): string {
  const written = (figure: unknown) => (unit === 'percent' ? String(Number((Number(figure) * 100).toPrecision(12))) : String(figure));
  if (value === undefined) return '';
  return Array.isArray(value) ? value.map(written).join('–') : written(value);
}

export const NOT_READ = Symbol('not read');

export function whyNotRead({ unit }: TypedField): string {
  return unit === 'usd' || unit === 'number' || unit === 'percent' ? 'a number, or a range like 20–40' : 'not known here';
}

/** What a person typed, or that it can't be read; undefined: nothing. */
export function readTyped(field: TypedField, typed: string): unknown {
  if (typed === '') return undefined;
  if (field.unit === 'model') return typed;
  if (field.unit === 'choice') return field.choices?.includes(typed) === true ? typed : NOT_READ;
  const figures = typed.split(/\s*(?:–|\.\.|(?<=\d)-)\s*/).map(figure => Number(figure.replace(/^\$|%$/g, '')));
  if (figures.length > 2 || figures.some(figure => !Number.isFinite(figure))) return NOT_READ;
  const kept = field.unit === 'percent' ? figures.map(figure => Number((figure / 100).toPrecision(12))) : figures;
  return kept.length === 1 ? kept[0] : kept;
}

/** What a schema has against it, in the field's own unit. */
export function sayIssue(error: z.core.$ZodError, field: TypedField): string {
  const [issue] = error.issues;
  if (issue === undefined) return 'not possible';
  const figure = (value: unknown) => (field.unit === 'percent' ? `${Number(value) * 100}%` : String(value));
  const bounds = (issue.code === 'invalid_union' ? issue.errors.flat() : [issue]).find(
    ({ code }) => code === 'too_small' || code === 'too_big',
  );
  if (bounds?.code === 'too_small') return `at least ${figure(bounds.minimum)}`;
  if (bounds?.code === 'too_big') return `at most ${figure(bounds.maximum)}`;
  return issue.code === 'custom' ? issue.message : issue.path.length > 1 ? 'has to be set' : z.prettifyError(error);
}
