import { sliceText } from '../source/text-map';
import type { Value } from '../source/values';
import { isSame } from './value-parts';

const INCLUDE = /\{%[-+]?\s*include\s+(?:"([^"{}]*)"|'([^'{}]*)')[^%{}]*%\}/g;
/** What stands within them is repeated, changed, or emitted elsewhere. */
const OPENS = /\{%[-+]?\s*(?:for|macro|raw|set|call|filter)\b/g;
const CLOSES = /\{%[-+]?\s*end(?:for|macro|raw|set|call|filter)\b/g;
/** Templates that include templates. */
const DEEPEST = 5;

/** A template with those in it that it includes by name (`{% include "rules.j2" %}`), as far as `load` has their texts. */
export function withIncluded(template: Value, load: (name: string) => Value | undefined, depth = 0): Value {
  if (depth > DEEPEST) return template;
  if (template.kind === 'choice') {
    const options = template.options.map(option => withIncluded(option, load, depth));
    return isSame(options, template.options) ? template : { ...template, options };
  }
  if (template.kind !== 'text') return template;
  const { text } = template;
  const parts: Value[] = [];
  let from = 0;
  let seen = 0;
  let open = 0;
  for (const match of text.text.matchAll(INCLUDE)) {
    const between = text.text.slice(seen, match.index);
    seen = match.index;
    open += (between.match(OPENS)?.length ?? 0) - (between.match(CLOSES)?.length ?? 0);
    const found = open === 0 ? load(match[1] ?? match[2] ?? '') : undefined;
    if (found === undefined) continue;
    parts.push({ ...template, text: sliceText(text, from, match.index) }, withIncluded(found, load, depth + 1));
    from = match.index + match[0].length;
  }
  if (parts.length === 0) return template;
  return { kind: 'template', at: template.at, parts: [...parts, { ...template, text: sliceText(text, from) }], literal: false };
}
