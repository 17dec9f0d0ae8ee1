import type { SourceStyle } from '../source/language';
import type { Shape } from './shape';

/** `const InvoiceSchema = z.object({…});`. Lines end in `\n`. */
export function zodSource(name: string, shape: Shape, style: SourceStyle): string {
  return `const ${name} = ${expression(shape, '', style)}${style.semicolons ? ';' : ''}`;
}

function expression(shape: Shape, indentation: string, style: SourceStyle): string {
  switch (shape.kind) {
    case 'text':
      return 'z.string()';
    case 'number':
      return 'z.number()';
    case 'integer':
      return 'z.number().int()';
    case 'boolean':
      return 'z.boolean()';
    case 'enum':
      return `z.enum([${shape.values.map(value => quoted(value, style)).join(', ')}])`;
    case 'list': {
      if (shape.item.kind !== 'object' && shape.item.kind !== 'list') return `z.array(${expression(shape.item, indentation, style)})`;
      const inner = indentation + style.unit;
      return `z.array(\n${inner}${expression(shape.item, inner, style)},\n${indentation})`;
    }
    case 'object': {
      const inner = indentation + style.unit;
      const lines = shape.fields.map(field => {
        const key = /^[A-Za-z_$][\w$]*$/.test(field.name) ? field.name : quoted(field.name, style);
        const nullable = field.nullable === true ? '.nullable()' : '';
        const described = field.description === undefined ? '' : `.describe(${quoted(field.description, style)})`;
        return `${inner}${key}: ${expression(field.shape, inner, style)}${nullable}${described},\n`;
      });
      return `z.object({\n${lines.join('')}${indentation}})`;
    }
    case 'open':
      return 'z.unknown()';
  }
}

function quoted(text: string, { quote }: SourceStyle): string {
  return quote === '"' || text.includes("'") ? JSON.stringify(text) : `'${text.replace(/\\/g, '\\\\').replace(/\n/g, '\\n')}'`;
}
