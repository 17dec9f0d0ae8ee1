import type { LanguageId } from '../source/summary';
import type { SchemaRefusal } from './shape';

const OPEN_PYTHON = /\b(?:dict|Dict|Mapping|Any|object|Set|set|tuple|Tuple)\b/;
const OPEN_ZOD =
  /\.(?:optional|nullish|default|catch|transform|preprocess|passthrough|catchall|loose|partial)\(|\bz\.(?:record|any|unknown|map|set|tuple|lazy|date|bigint|function|promise|looseObject)\(/;

/** The pydantic class or zod schema that the file has already, if a strict mode takes it. Undefined: the name is neither. */
export function reusable(name: string, language: LanguageId, text: string): { readonly name: string } | SchemaRefusal | undefined {
  return language === 'python' ? pydanticClass(name, text) : zodSchema(name, text);
}

function pydanticClass(name: string, text: string): { readonly name: string } | SchemaRefusal | undefined {
  const found = new RegExp(`^([ \\t]*)class[ \\t]+${name}\\(([^)]*)\\)[ \\t]*:([^\\n]*(?:\\n(?:\\1[ \\t]+[^\\n]*|[ \\t]*))*)`, 'm').exec(
    text,
  );
  if (found === null) {
    const isImported = new RegExp(`^from[ \\t]+[.\\w]+[ \\t]+import\\b[^\\n]*\\b${name}\\b`, 'm').test(text);
    return isImported
      ? {
          because: `\`${name}\` stands in another file, so whether a strict schema can be made of it isn’t seen. Pass it as the format by hand.`,
        }
      : undefined;
  }
  const [, , bases = '', body = ''] = found;
  if (!/\bBaseModel\b/.test(bases)) return undefined;
  if (bases.includes(',') || OPEN_PYTHON.test(fieldsIn(body)))
    return {
      because: `\`${name}\` has fields of open types (\`dict\`, \`Any\` …), which no strict schema takes. Name their fields first.`,
    };
  // What its fields are made of is held to the same.
  for (const [other] of fieldsIn(body).matchAll(/\b[A-Z]\w*\b/g)) {
    if (/^(?:Optional|List|Union|Literal|None|Field|Annotated)$/.test(other) || other === name) continue;
    if (new RegExp(`^class[ \\t]+${other}\\(.*\\bEnum\\b`, 'm').test(text)) continue;
    const inner = pydanticClass(other, text);
    if (inner === undefined || 'because' in inner)
      return inner ?? { because: `\`${other}\`, of which \`${name}\` is made, isn’t seen. Pass it by hand.` };
  }
  return { name };
}

/** Its annotations, without what they are set to. */
function fieldsIn(body: string): string {
  return [...body.matchAll(/^[ \t]+\w+[ \t]*:[ \t]*([^=\n#]+)/gm)].map(([, type = '']) => type.replace(/"[^"]*"|'[^']*'/g, '')).join('\n');
}

function zodSchema(name: string, text: string): { readonly name: string } | SchemaRefusal | undefined {
  const found = new RegExp(`\\b(?:const|let)\\s+${name}\\s*=\\s*(z\\.(?:object|strictObject)\\()`).exec(text);
  if (found === null) {
    const isImported = new RegExp(`\\bimport\\b(?:(?!\\bimport\\b)[^;'"])*\\b${name}\\b(?:(?!\\bimport\\b)[^;'"])*\\bfrom\\b`).test(text);
    return isImported
      ? {
          because: `\`${name}\` stands in another file, so whether a strict schema can be made of it isn’t seen. Pass it as the format by hand.`,
        }
      : undefined;
  }
  const source = text.slice(found.index, endOfCall(text, found.index + found[0].length));
  if (OPEN_ZOD.test(source))
    return {
      because: `\`${name}\` has parts that no strict schema takes (such as \`.optional()\` or \`z.record\`). Use \`.nullable()\` and named fields, then ask again.`,
    };
  return /\b(?!z\b)[A-Za-z_$][\w$]*(?:Schema)\b/.test(source.slice(source.indexOf('=')))
    ? { because: `\`${name}\` is made of other schemas, which are left to you. Pass it as the format by hand.` }
    : { name };
}

function endOfCall(text: string, from: number): number {
  let depth = 1;
  let at = from;
  while (at < text.length && depth > 0) {
    const sign = text[at++];
    if (sign === '(') depth++;
    if (sign === ')') depth--;
  }
  return at + (/^(?:\s*\.\w+\([^()]*\))*/.exec(text.slice(at))?.[0].length ?? 0);
}
