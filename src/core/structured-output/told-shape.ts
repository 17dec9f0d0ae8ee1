import type { PromptText } from '../compression/prompt-text';
import type { Range } from '../compression/protected-text';
import type { ParsedType } from '../request/call-context';
import type { Segment } from '../request/request';
import type { CodeSummary } from '../source/summary';
import type { AnswerUse } from './answer-use';
import { findFieldList } from './field-list';
import { fieldsRead } from './fields-read';
import { findExample } from './find-example';
import { fieldsOf, isSchemaRefusal, mapShape, type ObjectShape, type SchemaRefusal, type Shape } from './shape';
import { typescriptShape } from './typescript-type';
import { reusable } from './written-schema';

/** What the answer looks like, and what told it. */
export interface ToldShape {
  readonly shape: Shape;
  /** A noun phrase for titles: `the example in the prompt`. */
  readonly by: string;
  /** The schema that the file has already. */
  readonly reuse?: string;
  /** The example or list of fields in the prompt, which the schema says again. */
  readonly form?: FormInPrompt;
  /** The answer's type is declared where it can't be read: what a schema gives may not fit it. */
  readonly typeUnread: boolean;
}

interface FormInPrompt extends Range {
  readonly segment: Segment;
  readonly lines: boolean;
}

export interface Sources {
  readonly texts: ReadonlyMap<Segment, PromptText>;
  /** For code. */
  readonly code?: { readonly summary: CodeSummary; readonly text: string; readonly use: AnswerUse | undefined };
}

const NOTHING_TELLS = 'Nothing tells the answer’s fields: give the prompt an example of the answer, or name its fields there.';

/** From a schema or type in the code, else from the prompt's example or list of fields, else from the fields that the code reads. */
export function toldShape({ texts, code }: Sources): ToldShape | SchemaRefusal {
  const form = formIn(texts);
  const own = code?.use?.made === undefined ? undefined : reusable(code.use.made.name, code.summary.language, code.text);
  if (own !== undefined) {
    if (isSchemaRefusal(own)) return own;
    const { name } = own;
    return { shape: { kind: 'object', fields: [] }, by: `\`${name}\``, reuse: name, typeUnread: false };
  }
  const typed = code === undefined ? undefined : declaredType(code.summary, code.text, code.use);
  const declared = typed === undefined || code === undefined ? undefined : typescriptShape(typed, code.text);
  if (declared !== undefined) {
    if (isSchemaRefusal(declared)) return declared;
    return { shape: describedBy(declared, form), by: `the type \`${typed}\``, ...formIfSaid(form, declared), typeUnread: false };
  }
  const typeUnread = typed !== undefined && typed !== 'any' && typed !== 'unknown';
  const reads = code?.use === undefined ? undefined : fieldsRead(code.summary, code.use);
  if (form === undefined)
    return reads === undefined ? { because: NOTHING_TELLS } : { shape: reads, by: 'the fields that the code reads', typeUnread };
  if (isSchemaRefusal(form)) return form;
  const { shape, ...place } = form;
  const by = place.isExample ? 'the example in the prompt' : 'the fields that the prompt names';
  return { shape: reads === undefined ? shape : withReads(shape, reads), by, form: place, typeUnread };
}

/** From a declared type, with what the prompt says of its fields. Names that a parser takes in any case are written as the prompt has them. */
export function toldByType({ name, shape, naming }: ParsedType, texts: Sources['texts']): ToldShape | SchemaRefusal {
  if (isSchemaRefusal(shape)) return shape;
  const form = formIn(texts);
  const named = withNames(shape, naming, form);
  if (isSchemaRefusal(named)) return named;
  return { shape: describedBy(named, form), by: `the type \`${name}\``, ...formIfSaid(form, named), typeUnread: false };
}

function withNames(shape: Shape, naming: ParsedType['naming'], form: Form | SchemaRefusal | undefined): Shape | SchemaRefusal {
  const said = form === undefined || isSchemaRefusal(form) ? [] : [...fieldsOf(form.shape)].map(({ field }) => field.name);
  const inPrompt = (name: string) => said.find(other => other.toLowerCase() === name.toLowerCase()) ?? name;
  const isOpen = [...fieldsOf(shape)].some(({ field }) => field.named !== true);
  if (naming === undefined || !isOpen) {
    const other = [...fieldsOf(shape)].find(({ field: { name } }) => inPrompt(name) !== name)?.field.name;
    if (other === undefined) return shape;
    return {
      because: `The prompt asks for \`${inPrompt(other)}\`, but the parser takes \`${other}\` only. Write them the same way first.`,
    };
  }
  if (naming === 'unknown')
    return { because: 'What the parser’s options make of the fields’ names isn’t seen here. Give the call a schema by hand.' };
  const written = naming === 'camelCase' ? camelCase : inPrompt;
  return mapShape(shape, part =>
    part.kind !== 'object'
      ? part
      : { ...part, fields: part.fields.map(field => (field.named === true ? field : { ...field, name: written(field.name) })) },
  );
}

/** As System.Text.Json writes it: `ID` is `id`, `URLPath` is `urlPath`. */
function camelCase(name: string): string {
  return name.replace(/^(?:\p{Lu}+(?=\p{Lu}\p{Ll})|\p{Lu}+(?!\p{Ll})|\p{Lu})/u, head => head.toLowerCase());
}

type Form = FormInPrompt & { readonly shape: Shape; readonly isExample: boolean };

function formIn(texts: Sources['texts']): Form | SchemaRefusal | undefined {
  const examples = [...texts].flatMap(([segment, { text }]) => {
    const found = findExample(text);
    return found === undefined ? [] : [{ segment, found }];
  });
  const [first, ...others] = examples;
  const several = { because: 'The prompt has several examples that differ. Say with a type which of them the answer is.' };
  if (first !== undefined) {
    if (others.length > 0 || first.found === 'several') return several;
    const { from, to, shape } = first.found;
    return isSchemaRefusal(shape) ? shape : { segment: first.segment, from, to, lines: true, shape, isExample: true };
  }
  for (const [segment, { text }] of texts) {
    const list = findFieldList(text);
    if (list !== undefined) return { ...list, segment, isExample: false };
  }
  return undefined;
}

/** The name of the type that the parsed answer is given. */
function declaredType(summary: CodeSummary, text: string, use: AnswerUse | undefined): string | undefined {
  if (use === undefined || !summary.language.startsWith('typescript')) return undefined;
  const cast = /^\s*(?:\)\s*)?as\s+([A-Za-z_$][\w$]*)(?!\s*[<[.|&])/.exec(text.slice(use.parse.at.end))?.[1];
  if (cast !== undefined) return cast;
  const annotated = use.target?.type;
  if (annotated !== undefined) return annotated.kind === 'name' ? annotated.name : 'another type';
  const [scope] = use.scopes;
  const isReturned = scope?.effects.some(
    effect => effect.kind === 'return' && effect.value.at.start === use.parse.at.start && effect.value.at.end === use.parse.at.end,
  );
  return isReturned === true && scope?.returns?.kind === 'name' ? scope.returns.name : undefined;
}

/** Fields that the code reads and the prompt doesn't show are asked about. */
function withReads(shape: Shape, reads: Shape): Shape {
  if (shape.kind === 'list' && reads.kind === 'list') return { ...shape, item: withReads(shape.item, reads.item) };
  if (shape.kind !== 'object' || reads.kind !== 'object') return shape;
  const own = shape.fields.map(field => {
    const read = reads.fields.find(({ name }) => name === field.name);
    return read === undefined ? field : { ...field, shape: withReads(field.shape, read.shape) };
  });
  return { ...shape, fields: [...own, ...reads.fields.filter(({ name }) => !shape.fields.some(field => field.name === name))] };
}

/** What the prompt says of the fields goes with them. */
function describedBy(shape: Shape, form: Form | SchemaRefusal | undefined): Shape {
  return form === undefined || isSchemaRefusal(form) ? shape : described(shape, form.shape);
}

function described(shape: Shape, said: Shape): Shape {
  if (shape.kind === 'list' && said.kind === 'list') return { ...shape, item: described(shape.item, said.item) };
  if (shape.kind !== 'object' || said.kind !== 'object') return shape;
  return {
    ...shape,
    fields: shape.fields.map(field => {
      const other = said.fields.find(({ name }) => name === field.name);
      if (other === undefined) return field;
      const description = field.description ?? other.description;
      return { ...field, shape: described(field.shape, other.shape), ...(description === undefined ? {} : { description }) };
    }),
  };
}

/** The prompt's form may only go where the type says all that it says. */
function formIfSaid(form: Form | SchemaRefusal | undefined, shape: Shape): Pick<ToldShape, 'form'> {
  if (form === undefined || isSchemaRefusal(form) || !says(shape, form.shape)) return {};
  const { shape: _, isExample: __, ...place } = form;
  return { form: place };
}

function says(shape: Shape, said: Shape): boolean {
  if (said.kind === 'object')
    return shape.kind === 'object' && said.fields.every(field => isSaid(shape, field.name, field.shape)) && said.fields.length > 0;
  if (said.kind === 'list') return shape.kind === 'list' && says(shape.item, said.item);
  return said.kind !== 'enum' || shape.kind === 'enum';
}

function isSaid({ fields }: ObjectShape, name: string, said: Shape): boolean {
  const own = fields.find(field => field.name === name);
  return own !== undefined && says(own.shape, said);
}
