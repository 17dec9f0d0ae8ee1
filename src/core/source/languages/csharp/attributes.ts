import type { SyntaxNode } from '../../syntax';
import type { Value } from '../../values';
import { argumentsOf, endOf } from './calls';
import { parts, type Site, spanOf } from './draft';
import { typeValue } from './types';

/** `[HttpPost("ask")]`: each attribute is a call of its type. */
export function attributesOf(node: SyntaxNode, site: Site): readonly Value[] {
  return parts(node, site)
    .filter(part => part.type === 'attribute_list')
    .flatMap(list => parts(list, site).filter(part => part.type === 'attribute'))
    .flatMap((attribute): readonly Value[] => {
      const name = attribute.childForFieldName('name');
      const callee = name === null ? undefined : typeValue(name, site);
      if (callee === undefined) return [];
      const list = parts(attribute, site).find(part => part.type === 'attribute_argument_list');
      const args = list === undefined ? [] : argumentsOf(list, site);
      return [
        { kind: 'call', at: spanOf(attribute, site), callee, args, argsAt: list === undefined ? endOf(callee.at) : spanOf(list, site) },
      ];
    });
}
