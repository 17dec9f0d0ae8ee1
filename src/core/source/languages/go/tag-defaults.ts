import { setAtDeployment } from '../../deployed';
import { madeText } from '../../made-values';
import type { SyntaxNode } from '../../syntax';
import type { Value } from '../../values';
import { type Site, sourceOf, spanOf } from './draft';

/** Keys of tags that libraries read a program's environment by: caarlos0/env, kelseyhightower/envconfig and creasty/defaults, cleanenv, kong. */
const KEYS = /(?:^|[`\s])(?:envDefault|default|env-default|defaultValue):"((?:[^"\\]|\\.)*)"/;
/** `env:"MODEL, default=gpt-5.4"` (sethvargo/go-envconfig). */
const WITHIN = /(?:^|[`\s])env:"[^"]*\bdefault=([^",]*)/;
const NAME = /(?:^|[`\s])(?:env|envconfig):"([A-Za-z]\w*)/;

/** What a field is that a tag gives a default to: that, unless it is set where the program is deployed. Undefined: no tag does. */
export function tagDefault(field: SyntaxNode, name: string, site: Site): Value | undefined {
  const node = field.childForFieldName('tag');
  const type = field.childForFieldName('type');
  if (node === null || type === null) return undefined;
  const tag = sourceOf(node, site);
  const stated = (KEYS.exec(tag) ?? WITHIN.exec(tag))?.[1];
  const value = stated === undefined ? undefined : typed(stated, sourceOf(type, site), spanOf(node, site));
  if (value === undefined) return undefined;
  const { at } = value;
  const label = NAME.exec(tag)?.[1] ?? name;
  return { kind: 'choice', at, options: [setAtDeployment(at, label), value] };
}

function typed(stated: string, type: string, at: Value['at']): Value | undefined {
  if (/^\*?string$/.test(type)) return madeText(stated, at);
  if (/^\*?(?:u?int\d*|float\d\d)$/.test(type) && /^-?\d+(?:\.\d+)?$/.test(stated)) return { kind: 'scalar', at, value: Number(stated) };
  return type === 'bool' && /^(?:true|false)$/.test(stated) ? { kind: 'scalar', at, value: stated === 'true' } : undefined;
}
