import { fieldsOf, mapShape, type Shape } from './shape';

/** What a person is asked before a fix is made. `many`: any number of the options, else one of them. */
export interface FixQuestion {
  readonly id: string;
  readonly title: string;
  readonly many: boolean;
  readonly options: readonly { readonly id: string; readonly label: string; readonly picked?: true }[];
}

/** Ids of options by the id of their question. */
export type FixAnswers = Readonly<Record<string, readonly string[]>>;

const TYPES: readonly (readonly [id: string, label: string, shape: Shape])[] = [
  ['text', 'Text', { kind: 'text' }],
  ['number', 'A number', { kind: 'number' }],
  ['integer', 'A whole number', { kind: 'integer' }],
  ['boolean', 'True or false', { kind: 'boolean' }],
  ['texts', 'A list of texts', { kind: 'list', item: { kind: 'text' } }],
  ['numbers', 'A list of numbers', { kind: 'list', item: { kind: 'number' } }],
];

/** All that one example, a list of names or the code can't tell: each missing type, which numbers have decimals, what may be missing. */
export function questionsAbout(shape: Shape): readonly FixQuestion[] {
  const open: FixQuestion[] = [];
  const whole: string[] = [];
  mapShape(shape, (part, path) => {
    if (part.kind === 'open' && part.why === 'whole number') whole.push(path);
    else if (part.kind === 'open')
      open.push({
        id: `type ${path}`,
        title: `What is \`${path}\`? (${part.why})`,
        many: false,
        options: TYPES.map(([id, label]) => ({ id, label })),
      });
    return part;
  });
  const all = [...fieldsOf(shape)];
  const asked = all.some(({ field }) => field.nullable === 'ask');
  return [
    ...open,
    ...(whole.length === 0
      ? []
      : [
          { id: 'decimals', title: 'Which of these numbers may have decimals?', many: true, options: whole.map(id => ({ id, label: id })) },
        ]),
    ...(asked
      ? [
          {
            id: 'missing',
            title: 'Which of these may be missing from an answer? They come as null then',
            many: true,
            options: all.map(({ path, field }) => ({
              id: path,
              label: path,
              ...(field.nullable === true ? { picked: true as const } : {}),
            })),
          },
        ]
      : []),
  ];
}

/** The shape with the answers filled in; undefined where one is missing or is none of the options. */
export function answered(shape: Shape, answers: FixAnswers): Shape | undefined {
  const questions = questionsAbout(shape);
  const isAnswered = ({ id, many, options }: FixQuestion) => {
    const given = answers[id];
    return given !== undefined && (many || given.length === 1) && given.every(each => options.some(option => option.id === each));
  };
  if (!questions.every(isAnswered)) return undefined;
  const decimals = answers.decimals ?? [];
  const missing = answers.missing;
  return mapShape(shape, (part, path) => {
    if (part.kind === 'open' && part.why === 'whole number') return { kind: decimals.includes(path) ? 'number' : 'integer' };
    if (part.kind === 'open') return TYPES.find(([id]) => id === answers[`type ${path}`]?.[0])?.[2] ?? part;
    if (part.kind !== 'object') return part;
    return {
      ...part,
      fields: part.fields.map(field => {
        const own = path === '' ? field.name : `${path}.${field.name}`;
        return { ...field, nullable: missing === undefined ? field.nullable === true : missing.includes(own) };
      }),
    };
  });
}

/** Some answer to each question, to try whether anything can be written. */
export function firstAnswers(questions: readonly FixQuestion[]): FixAnswers {
  return Object.fromEntries(questions.map(({ id, many, options }) => [id, many ? [] : options.slice(0, 1).map(option => option.id)]));
}

/** The shape with some answer to each question. */
export function closedShape(shape: Shape): Shape {
  return answered(shape, firstAnswers(questionsAbout(shape))) ?? shape;
}
