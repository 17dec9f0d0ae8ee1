/** What an answer looks like, free of any schema language. `open`: what the source doesn't tell, to be asked. */
export type Shape =
  | { readonly kind: 'text' | 'number' | 'integer' | 'boolean' }
  /** One of these texts. */
  | { readonly kind: 'enum'; readonly values: readonly string[] }
  | { readonly kind: 'list'; readonly item: Shape }
  | { readonly kind: 'object'; readonly fields: readonly Field[] }
  | { readonly kind: 'open'; readonly why: OpenWhy };

/** A clause for the question: what of it is known. */
type OpenWhy = 'the example shows null' | 'the list is empty' | 'the code reads it' | 'the prompt names it' | 'whole number';

export interface Field {
  readonly name: string;
  readonly shape: Shape;
  /** May be null. `ask`: nothing says whether. */
  readonly nullable: boolean | 'ask';
  /** What the prompt says of it, for the model. */
  readonly description?: string;
  /** A tag or annotation of the type says the name: no naming policy changes it. */
  readonly named?: true;
}

export type ObjectShape = Extract<Shape, { kind: 'object' }>;

/** A shape that nothing is left open of, or why it can be in no strict schema. */
export interface SchemaRefusal {
  readonly because: string;
}

export function isSchemaRefusal<T extends object>(found: T | SchemaRefusal): found is SchemaRefusal {
  return 'because' in found;
}

/** Every field with its path (`items[].price`), outermost first. */
export function* fieldsOf(shape: Shape, path = ''): Generator<{ readonly path: string; readonly field: Field }> {
  if (shape.kind === 'list') yield* fieldsOf(shape.item, `${path}[]`);
  if (shape.kind !== 'object') return;
  for (const field of shape.fields) {
    const own = path === '' ? field.name : `${path}.${field.name}`;
    yield { path: own, field };
    yield* fieldsOf(field.shape, own);
  }
}

/** Rebuilds a shape: `change` is handed every part below fields and lists, with its path, innermost first. */
export function mapShape(shape: Shape, change: (shape: Shape, path: string) => Shape, path = ''): Shape {
  switch (shape.kind) {
    case 'list':
      return change({ ...shape, item: mapShape(shape.item, change, `${path}[]`) }, path);
    case 'object':
      return change(
        {
          ...shape,
          fields: shape.fields.map(field => ({
            ...field,
            shape: mapShape(field.shape, change, path === '' ? field.name : `${path}.${field.name}`),
          })),
        },
        path,
      );
    default:
      return change(shape, path);
  }
}
