import assert from 'node:assert/strict';
import fc from 'fast-check';
import { zodResponseFormat } from 'openai/helpers/zod';
import { z } from 'zod';
import { readExample } from '../../../../src/core/structured-output/example';
import { jsonSchema } from '../../../../src/core/structured-output/json-schema';
import { pydanticSource } from '../../../../src/core/structured-output/pydantic-source';
import { answered, questionsAbout } from '../../../../src/core/structured-output/questions';
import { isSchemaRefusal, type ObjectShape, type Shape } from '../../../../src/core/structured-output/shape';
import { zodSource } from '../../../../src/core/structured-output/zod-source';
import { errorsIn } from '../rules/fixture/project';

const name = fc.stringMatching(/^[a-z][a-z0-9_]{0,8}$/);
const words = fc.stringMatching(/^[A-Za-z '"\\]{1,20}$/);
const scalar: fc.Arbitrary<Shape> = fc.oneof(
  fc.constantFrom<Shape>({ kind: 'text' }, { kind: 'number' }, { kind: 'integer' }, { kind: 'boolean' }),
  fc.uniqueArray(words, { minLength: 2, maxLength: 4 }).map((values): Shape => ({ kind: 'enum', values })),
);
const { object } = fc.letrec<{ shape: Shape; object: ObjectShape }>(tie => ({
  shape: fc.oneof(
    { maxDepth: 3 },
    scalar,
    tie('object'),
    tie('shape').map((item): Shape => ({ kind: 'list', item })),
  ),
  object: fc
    .uniqueArray(fc.tuple(name, tie('shape'), fc.boolean(), fc.option(words)), { minLength: 1, maxLength: 4, selector: ([own]) => own })
    .map(fields => ({
      kind: 'object',
      fields: fields.map(([own, shape, nullable, description]) => ({
        name: own,
        shape,
        nullable,
        ...(description === null ? {} : { description }),
      })),
    })),
}));
const styles = fc.constantFrom(
  { quote: "'", unit: '  ', semicolons: true } as const,
  { quote: '"', unit: '\t', semicolons: false } as const,
);

/** The schema that zod makes of source. */
function evaluated(source: string): z.ZodType {
  return new Function('z', `${source}\nreturn S;`)(z) as z.ZodType;
}

describe('schemas of one shape', () => {
  it('say the same as zod and as JSON schema, which OpenAI’s strict mode takes', () => {
    const property = fc.property(object, styles, (shape, style) => {
      const schema = evaluated(zodSource('S', shape, style));
      const { strict, schema: sent } = zodResponseFormat(schema, 'answer').json_schema;
      assert.equal(strict, true);
      assert.deepEqual(normal(sent), normal(jsonSchema(shape)));
      assertStrict(jsonSchema(shape));
    });
    fc.assert(property);
  });

  it('are Python without errors, with every class before it is used', async () => {
    const property = fc.asyncProperty(object, fc.boolean(), async (shape, forbidOthers) => {
      const made = pydanticSource('Answer', shape, { unit: '    ', forbidOthers, isTaken: () => false });
      // Some names are keywords, or pydantic's own.
      if (made === undefined) return;
      assert.equal(await errorsIn('file:///a.py', `${made.text}\n`), 0, made.text);
      const classes = [...made.text.matchAll(/^class (\w+)/gm)].map(([, own = '']) => own);
      assert.equal(new Set(classes).size, classes.length);
      for (const own of classes.slice(0, -1)) {
        const used = new RegExp(`: (?:list\\[)*${own}\\b`).exec(made.text)?.index ?? 0;
        assert.ok(made.text.indexOf(`class ${own}(`) < used, `${own} is declared before it is used`);
      }
    });
    await fc.assert(property, { numRuns: 50 });
  });
});

describe('what one example can’t tell', () => {
  const read = (text: string) => {
    const example = readExample(text, 0);
    assert.ok(example !== undefined && !isSchemaRefusal(example.shape), text);
    return example.shape;
  };

  it('is asked: what is null, an empty list’s items, whole numbers, what may be missing', () => {
    const questions = questionsAbout(read('{"a": null, "b": [], "c": 3, "d": "x"}'));
    assert.deepEqual(
      questions.map(({ id }) => id),
      ['type a', 'type b[]', 'decimals', 'missing'],
    );
  });

  it('is never guessed: without all answers there is no schema', () => {
    const shape = read('{"a": null, "c": 3}');
    assert.equal(answered(shape, {}), undefined);
    assert.equal(answered(shape, { 'type a': ['text'], decimals: [] }), undefined);
    assert.equal(answered(shape, { 'type a': ['text', 'number'], decimals: [], missing: [] }), undefined);
    assert.equal(answered(shape, { 'type a': ['text'], decimals: ['b'], missing: [] }), undefined);
    assert.deepEqual(answered(shape, { 'type a': ['text'], decimals: ['c'], missing: ['a'] }), {
      kind: 'object',
      fields: [
        { name: 'a', shape: { kind: 'text' }, nullable: true },
        { name: 'c', shape: { kind: 'number' }, nullable: false },
      ],
    });
  });

  it('is refused where no strict schema can say it', () => {
    const because = (text: string) => {
      const shape = readExample(text, 0)?.shape;
      return shape !== undefined && isSchemaRefusal(shape) ? shape.because : undefined;
    };
    assert.match(because('{"2026-01-31": 5}') ?? '', /looks like data/);
    assert.match(because('{"a": 1, ...}') ?? '', /leaves fields out/);
    assert.match(because('[{"a": 1}, {"b": 2}]') ?? '', /differ from each other/);
  });

  it('is told by types and choices in the example', () => {
    assert.deepEqual(
      read(`{
      name: string, // the full name
      "state": "open" | "closed",
      'mood': "good/bad",
      "score": <number>,
      "note": "string or null",
      "tags": ["string", ...],
      # when it was
      "when": "a date",
    }`),
      {
        kind: 'object',
        fields: [
          { name: 'name', shape: { kind: 'text' }, nullable: 'ask', description: 'the full name' },
          { name: 'state', shape: { kind: 'enum', values: ['open', 'closed'] }, nullable: 'ask' },
          { name: 'mood', shape: { kind: 'enum', values: ['good', 'bad'] }, nullable: 'ask' },
          { name: 'score', shape: { kind: 'number' }, nullable: 'ask' },
          { name: 'note', shape: { kind: 'text' }, nullable: true },
          { name: 'tags', shape: { kind: 'list', item: { kind: 'text' } }, nullable: 'ask' },
          { name: 'when', shape: { kind: 'text' }, nullable: 'ask', description: 'a date' },
        ],
      },
    );
  });

  it('never throws, and ends, on any text', () => {
    const property = fc.property(fc.stringMatching(/^[{[][{}[\]",:|/#<>. a-z0-9\n'…]{0,80}$/), text => void readExample(text, 0));
    fc.assert(property, { numRuns: 1000 });
  });
});

/** Null is said in several ways. */
function normal(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(normal);
  if (typeof schema !== 'object' || schema === null) return schema;
  const { $schema: _, minimum: _least, maximum: _most, anyOf, ...rest } = schema as Record<string, unknown>;
  const result = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, normal(value)] as const));
  const options = Array.isArray(anyOf) ? anyOf.map(normal) : undefined;
  const [first, second] = (options ?? []) as readonly Record<string, unknown>[];
  if (first !== undefined && second?.type === 'null' && typeof first.type === 'string')
    return { ...first, ...result, type: [first.type, 'null'] };
  return options === undefined ? result : { ...result, anyOf: options };
}

function assertStrict(schema: unknown): void {
  if (typeof schema !== 'object' || schema === null) return;
  for (const value of Object.values(schema)) assertStrict(value);
  const { type, properties, required, additionalProperties } = schema as Record<string, unknown>;
  if (type !== 'object' || typeof properties !== 'object' || properties === null) return;
  assert.deepEqual(required, Object.keys(properties));
  assert.equal(additionalProperties, false);
}
