import type { Span, Uri } from '../../span';
import type { Problem } from '../../summary';
import { sliceText, textBuilder } from '../../text-map';
import type { EmbeddedText } from '../head/embedded-text';
import { wholeText } from '../head/embedded-text';
import { roleNamed } from '../message/roles';
import type { SignalItem } from '../template/item';
import type { BamlValue } from './blocks';

/** A prompt's text as BAML renders it: dedented by what all its lines have in common, without white space at its ends. */
export function promptText(uri: Uri, value: Extract<BamlValue, { readonly kind: 'string' }>): EmbeddedText {
  const { text, start, end, raw } = value;
  const span = { uri, start, end };
  if (!raw) {
    const plain = text.length === end - start;
    const built = textBuilder(uri);
    built.add(text, start);
    return { text: plain ? built.build() : wholeText(uri, text, start, end - start), span, ownLines: false };
  }
  const lines = text.split('\n');
  const leads = lines.filter(line => line.trim() !== '').map(line => line.length - line.trimStart().length);
  const indent = leads.reduce((least, lead) => Math.min(least, lead), leads[0] ?? 0);
  const built = textBuilder(uri);
  let offset = start;
  for (const [index, line] of lines.entries()) {
    const cut = Math.min(indent, line.length - line.trimStart().length);
    const newline = index === lines.length - 1 ? '' : '\n';
    built.add(line.slice(cut) + newline, offset + cut);
    offset += line.length + 1;
  }
  const dedented = built.build();
  const from = dedented.text.length - dedented.text.trimStart().length;
  return { text: sliceText(dedented, from, Math.max(from, dedented.text.trimEnd().length)), span, ownLines: true };
}

/** BAML's own names in a prompt: https://docs.boundaryml.com/ref/prompt-syntax. */
export function bamlSignal(expression: string, at: Span, problems: Problem[]): SignalItem | undefined {
  const role = /^_\.(?:role|chat)\s*\((.*)\)$/s
    .exec(expression)?.[1]
    ?.trim()
    .replace(/^role\s*=\s*/, '');
  if (role !== undefined) {
    const name = /^(["'])([^"']*)\1/.exec(role)?.[2];
    if (name !== undefined && roleNamed(name) === undefined)
      problems.push({ message: `The role ${name.slice(0, 60)} is not known here: read as the user's.`, at });
    return { kind: 'signal', name: 'role', argument: name ?? '', at };
  }
  if (!/^ctx\.output_format\b/.test(expression)) return undefined;
  const reason = 'the return type, which BAML writes out here';
  const hole = { kind: 'hole', at, label: 'ctx.output_format', volatility: 'static', growth: 'replace', proven: true, reason } as const;
  return { kind: 'signal', name: 'schema', argument: '', at, hole };
}
