import type { SyntaxNode } from '../../syntax';
import type { Value, ValueOf } from '../../values';
import { lowerValue, visit } from './expressions';
import { type Frame, sourceOf, spanOf } from './frame';
import { hole } from './holes';
import { decodeText, type TextFlavour } from './text-literals';

export function lowerString(frame: Frame, node: SyntaxNode): Value {
  const { text, uri } = frame.file;
  const start = node.startIndex + 1;
  const closed = node.endIndex > start && text[node.endIndex - 1] === text[node.startIndex];
  const body = { uri, text, start, end: Math.max(start, closed ? node.endIndex - 1 : node.endIndex) };
  return { kind: 'text', at: spanOf(frame, node), text: decodeText(body, 'string') };
}

/** A template literal; without substitutions it still is one, as its body can be edited like one. */
export function lowerTemplate(frame: Frame, node: SyntaxNode, flavour: TextFlavour = 'template'): ValueOf<'template'> {
  const { text, uri } = frame.file;
  const parts: Value[] = [];
  const addText = (start: number, end: number): void => {
    if (start < end) parts.push({ kind: 'text', at: { uri, start, end }, text: decodeText({ uri, text, start, end }, flavour) });
  };
  let done = node.startIndex + 1;
  for (const child of node.namedChildren) {
    if (child?.type !== 'template_substitution') continue;
    addText(done, child.startIndex);
    const inner = child.namedChildren.find(each => each !== null && each.type !== 'comment');
    parts.push(inner ? lowerValue(frame, inner) : hole(frame, child, 'nothing stands in this placeholder'));
    done = child.endIndex;
  }
  addText(done, text[node.endIndex - 1] === '`' ? node.endIndex - 1 : node.endIndex);
  return { kind: 'template', at: spanOf(frame, node), parts, literal: true };
}

/** Tags that leave a template's words as they are: none but its indentation or line ends change. */
const textTags: ReadonlySet<string> = new Set(['String.raw', 'dedent', 'outdent', 'endent', 'stripIndent', 'stripIndents', 'codeBlock']);

/** A known tag is a call of the tag with the template as its one argument; what any other tag makes can't be known here. */
export function lowerTagged(frame: Frame, node: SyntaxNode, tag: SyntaxNode, template: SyntaxNode): Value {
  const name = sourceOf(frame, tag).replace(/\s+/g, '');
  if (!textTags.has(name)) {
    visit(frame, tag);
    lowerTemplate(frame, template);
    return hole(frame, node, 'a template tag makes it');
  }
  const callee = lowerValue(frame, tag);
  const value = lowerTemplate(frame, template, name === 'String.raw' ? 'raw' : 'template');
  return { kind: 'call', at: spanOf(frame, node), callee, args: [{ value, at: value.at }], argsAt: value.at };
}
