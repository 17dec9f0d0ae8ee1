import type { TextEdit } from '../compression/pass';
import { placeEdits, type RequestEdits } from '../compression/place-changes';
import type { PromptText } from '../compression/prompt-text';
import { rewriteRequest } from '../compression/rewrite-request';
import type { Writers } from '../fixes/writers';
import type { CallSite } from '../request/call-site';
import { computed } from '../request/pieces';
import type { Segment } from '../request/request';
import { type Edit, isRefusal, type Refusal } from '../source/edit';
import { jsonSchema } from './json-schema';
import { needlessWords } from './needless-words';
import { promptLines } from './prompt-lines';
import { answered, closedShape, type FixAnswers, type FixQuestion, firstAnswers, questionsAbout } from './questions';
import { fieldsOf, type ObjectShape, type SchemaRefusal, type Shape } from './shape';
import type { ToldShape } from './told-shape';

/** A request that asks for an answer by a schema: what it would be, and the edits that make it so. */
export interface StructuredPlan {
  /** What told the fields: a noun phrase. */
  readonly by: string;
  /** Without the words that the schema makes needless, but without the schema, too. */
  readonly shorter: CallSite;
  /** With the schema; absent where the code's own schema is used, which is not counted. */
  readonly site?: CallSite;
  readonly questions: readonly FixQuestion[];
  edits(answers: FixAnswers): readonly Edit[] | Refusal;
}

/** Writes the schema and hands it to the request; words are not its business. */
type SchemaWriter = (shape: ObjectShape, wrapped: boolean, answers: FixAnswers) => readonly Edit[] | Refusal;

export interface PlanParts {
  readonly site: CallSite;
  readonly sites: readonly CallSite[];
  readonly writers: Writers;
  readonly told: ToldShape;
  /** A list alone can't be asked for, so it is put into an object: whether the code can be made to take it out. */
  readonly wrapsLists: boolean;
  /** Besides those about the fields. */
  readonly questions?: readonly FixQuestion[];
  readonly write: SchemaWriter;
}

/** The field that holds the answer where it is a list. */
export const LIST_FIELD = 'items';

export function structuredPlan({
  site,
  sites,
  writers,
  told,
  wrapsLists,
  questions: others = [],
  write,
}: PlanParts): StructuredPlan | SchemaRefusal {
  const isList = told.shape.kind === 'list';
  if (isList && !wrapsLists)
    return { because: 'The answer is a list, and strict schemas are of objects. Ask for an object with the list in it, then try again.' };
  if (!isList && told.shape.kind !== 'object') return { because: 'The answer is a single value, which needs no schema.' };
  const texts = promptLines(site.request);
  const words = wordsToTake(site, sites, texts, told, writers);
  const shorter = rewriteRequest(site, words);
  const questions = [...others, ...questionsAbout(told.shape)];
  // What can't be written for any answer isn't offered.
  const trial = write(inObject(closedShape(told.shape)), isList, firstAnswers(questions));
  if (isRefusal(trial)) return { because: trial.refused };
  return {
    by: told.by,
    shorter,
    ...(told.reuse === undefined ? { site: withSchema(shorter, inObject(told.shape)) } : {}),
    questions,
    edits(answers) {
      const shape = answered(told.shape, answers);
      if (shape === undefined || others.some(({ id }) => answers[id] === undefined))
        return { refused: 'Nothing was changed: not all questions about the answer’s fields were answered.' };
      const written = write(inObject(shape), isList, answers);
      if (isRefusal(written)) return written;
      const cut = placeEdits(site, texts, words, writers);
      return isRefusal(cut) ? written : [...written, ...cut];
    },
  };
}

function inObject(shape: Shape): ObjectShape {
  return shape.kind === 'object' ? shape : { kind: 'object', fields: [{ name: LIST_FIELD, shape, nullable: false }] };
}

/** As the model reads it: providers put the schema into the prompt. */
function withSchema(site: CallSite, shape: ObjectShape): CallSite {
  const at = { ...site.at, end: site.at.start };
  const segment: Segment = {
    kind: 'schema',
    role: 'system',
    pieces: [computed(JSON.stringify(jsonSchema(shape)), at)],
    startsMessage: false,
    repeats: false,
    optional: false,
    at,
  };
  return { ...site, request: { ...site.request, segments: [...site.request.segments, segment] } };
}

/** Only in this very file, and where no other request of it sends the same words. */
function wordsToTake(
  site: CallSite,
  sites: readonly CallSite[],
  texts: ReadonlyMap<Segment, PromptText>,
  { shape, form }: ToldShape,
  writers: Writers,
): RequestEdits {
  const names = [...fieldsOf(shape)].map(({ field }) => field.name);
  const others = sites.filter(other => other !== site && other.call?.at.start !== site.call?.at.start);
  const result = new Map<Segment, readonly TextEdit[]>();
  for (const [segment, prompt] of texts) {
    const own = form?.segment === segment ? { form } : {};
    const edits = needlessWords(prompt.text, { ...own, fieldNames: names });
    if (edits.length === 0 || !edits.every(edit => isOwn(edit, prompt, site, others))) continue;
    if (!isRefusal(placeEdits(site, texts, new Map([[segment, edits]]), writers))) result.set(segment, edits);
  }
  return result;
}

function isOwn({ from, to }: TextEdit, { sourceAt }: PromptText, site: CallSite, others: readonly CallSite[]): boolean {
  const [first, last] = [sourceAt(from), sourceAt(to - 1)];
  if (first === undefined || last === undefined || first.uri !== site.at.uri || last.uri !== site.at.uri) return false;
  return !others.some(other => sends(other, first.start));
}

function sends({ request }: CallSite, source: number): boolean {
  const pieces = request.segments.flatMap(segment => segment.pieces);
  const flat = pieces.flatMap(piece => (piece.kind === 'choice' ? piece.options.flat() : [piece]));
  return flat.some(
    piece =>
      piece.kind === 'text' && piece.text.runs.some(run => run.source <= source && source < run.source + Math.max(1, run.sourceLength)),
  );
}
