import type { ObjectShape, Shape } from './shape';

export interface PydanticSource {
  /** Classes, inner ones first, apart by two blank lines. Lines end in `\n`. */
  readonly text: string;
  /** What of `typing` and `pydantic` they need. */
  readonly typing: readonly string[];
  readonly pydantic: readonly string[];
}

const KEYWORDS = new Set(
  'False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield'.split(
    ' ',
  ),
);
/** Names that pydantic's models have themselves. */
const TAKEN = /^(?:model_\w*|schema|json|dict|copy|construct|validate|fields)$/;

export interface PydanticStyle {
  readonly unit: string;
  /** Other fields are refused, which is a part of the schema that pydantic makes by itself. */
  readonly forbidOthers: boolean;
  isTaken(name: string): boolean;
}

/** Pydantic models of a shape; undefined where a field can't be named as it is. */
export function pydanticSource(
  name: string,
  shape: ObjectShape,
  { unit, forbidOthers, isTaken }: PydanticStyle,
): PydanticSource | undefined {
  const classes: string[] = [];
  const names = new Set([name, 'BaseModel', 'ConfigDict', 'Field', 'Literal']);
  const typing = new Set<string>();
  const pydantic = new Set(['BaseModel']);
  let isWritable = true;

  const nameOf = (field: string): string => {
    const base = field.replace(/(?:^|[_-]+)(\w)/g, (_, letter: string) => letter.toUpperCase()).replace(/(?<=[^s])s$/, '');
    let own = base;
    for (let count = 2; names.has(own) || isTaken(own); count++) own = `${name}${base}${count === 2 ? '' : count}`;
    names.add(own);
    return own;
  };
  const typeOf = (part: Shape, field: string): string => {
    switch (part.kind) {
      case 'text':
        return 'str';
      case 'number':
        return 'float';
      case 'integer':
        return 'int';
      case 'boolean':
        return 'bool';
      case 'enum':
        typing.add('Literal');
        return `Literal[${part.values.map(quoted).join(', ')}]`;
      case 'list':
        return `list[${typeOf(part.item, field)}]`;
      case 'object': {
        const own = nameOf(field);
        declare(own, part);
        return own;
      }
      case 'open':
        isWritable = false;
        return 'object';
    }
  };
  const declare = (own: string, part: ObjectShape): void => {
    const lines = part.fields.map(field => {
      if (!/^[A-Za-z]\w*$/.test(field.name) || KEYWORDS.has(field.name) || TAKEN.test(field.name)) isWritable = false;
      const type = typeOf(field.shape, field.name) + (field.nullable === true ? ' | None' : '');
      if (field.description === undefined) return `${unit}${field.name}: ${type}\n`;
      pydantic.add('Field');
      return `${unit}${field.name}: ${type} = Field(description=${quoted(field.description)})\n`;
    });
    if (forbidOthers) pydantic.add('ConfigDict');
    const config = forbidOthers ? `${unit}model_config = ConfigDict(extra="forbid")\n\n` : '';
    classes.push(`class ${own}(BaseModel):\n${config}${lines.join('')}`);
  };
  declare(name, shape);
  if (!isWritable) return undefined;
  return { text: classes.join('\n\n').trimEnd(), typing: [...typing], pydantic: [...pydantic] };
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
