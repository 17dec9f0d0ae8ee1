import { callAt } from '../link/calls-within';
import type { CallSite } from '../request/call-site';
import { type Edit, isRefusal, type Refusal } from '../source/edit';
import type { Span } from '../source/span';
import type { LanguageId } from '../source/summary';
import type { Call } from '../source/values';
import { goesElsewhere } from './goes-elsewhere';
import type { Writers } from './writers';

/** A call that lays out JSON, as it is written. */
export interface WrittenJson {
  /** What is written as JSON, as the source says it; absent where that is long. */
  readonly of?: string;
  readonly language: LanguageId;
  /** The edits that take the layout away and nothing else, or why there are none. */
  unindented(): readonly Edit[] | Refusal;
}

/** `at`: the call that writes it; undefined where no call is written. */
export function writtenJson(writers: Writers, site: CallSite, at: Span): WrittenJson | undefined {
  const summary = writers.codeOf(at.uri);
  const text = writers.textOf(at.uri);
  const place = summary && callAt(summary, at);
  if (summary === undefined || text === undefined || place === undefined) return undefined;
  const { call } = place;
  const [first] = call.args;
  const source = first?.name === undefined && first !== undefined ? text.slice(first.at.start, first.at.end) : '';
  return {
    language: summary.language,
    ...(/^[\w.]{1,40}$/.test(source) && { of: source }),
    unindented() {
      const elsewhere = goesElsewhere(text, summary, place, writers.functionsAround(site));
      if (elsewhere !== undefined) return { refused: `${elsewhere} Write it without indentation where only a prompt gets it.` };
      return withoutLayout(writers, text, call) ?? { refused: 'The layout is set elsewhere, where other code may use it, too.' };
    },
  };
}

function withoutLayout(writers: Writers, text: string, call: Call): readonly Edit[] | Refusal | undefined {
  const { uri } = call.at;
  const remove = (whole: Span, part: Span) => writers.printerOf(uri)?.remove(text, whole, part);
  const cut = (start: number, end: number, newText = ''): readonly Edit[] => [{ uri, start, end, newText }];
  const { args, argsAt, callee } = call;
  if (callee.kind !== 'member') return undefined;
  const [, second, third] = args;
  switch (callee.key) {
    case 'stringify': {
      if (third === undefined || second === undefined || args.length > 3) return undefined;
      const hasReplacer = !/^(?:null|undefined)$/.test(text.slice(second.at.start, second.at.end));
      return remove(argsAt, hasReplacer ? third.at : { uri, start: second.at.start, end: third.at.end });
    }
    case 'MarshalIndent': {
      if (third === undefined || second === undefined || args.length > 3) return undefined;
      const edits = remove(argsAt, { uri, start: second.at.start, end: third.at.end });
      return edits === undefined || isRefusal(edits) ? edits : [...cut(callee.at.end - 'Indent'.length, callee.at.end), ...edits];
    }
    case 'writeValueAsString': {
      const { object } = callee;
      const isPrinter =
        object.kind === 'call' && object.callee.kind === 'member' && object.callee.key === PRETTY && object.args.length === 0;
      return isPrinter && object.callee.kind === 'member' ? cut(object.callee.object.at.end, object.at.end) : undefined;
    }
    default: {
      const own = args.find(({ name }) => name === 'indent');
      if (own !== undefined) return remove(argsAt, own.at);
      const options = args.find(({ value, at }, index) => index > 0 && isLayoutAlone(value, text.slice(at.start, at.end)));
      return options && remove(argsAt, options.at);
    }
  }
}

const PRETTY = 'writerWithDefaultPrettyPrinter';

/** .NET's options that say nothing else: `new JsonSerializerOptions { WriteIndented = true }`, `Formatting.Indented` */
function isLayoutAlone(value: Call['args'][number]['value'], source: string): boolean {
  if (value.kind === 'call') return value.args.length === 1 && value.args[0]?.name === 'WriteIndented' && source.startsWith('new');
  return /^(?:Newtonsoft\.Json\.)?Formatting\.Indented$/.test(source);
}
