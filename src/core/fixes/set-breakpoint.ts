import { walkPrefix } from '../quote/prefix-walk';
import { UNCOUNTED } from '../quote/segment-counter';
import type { CallSite } from '../request/call-site';
import type { Segment } from '../request/request';
import { type Edit, isRefusal, type Refusal } from '../source/edit';
import type { Literal } from '../source/literal';
import type { Value } from '../source/values';
import { type BreakpointForm, breakpointForm, growsWithin, type Lasting, type Maker, type NoForm } from './breakpoint-form';
import { addInjectionPoint } from './injection-point';
import { splitPieces } from './split-pieces';
import { splitPlace } from './split-place';
import type { Writers } from './writers';
import { writtenPart } from './written-part';

/** A cache breakpoint behind a static part: what the request would then be, and the edits that make it so. */
export interface BreakpointPlan {
  readonly site: CallSite;
  /** Behind what it stands, for titles: `the system prompt`. */
  readonly behind: string;
  readonly edits: readonly Edit[];
}

/** Of whom a breakpoint is asked, and for how long. */
interface Asked {
  readonly maker: Maker;
  readonly ttl: Lasting;
}

/** The request with a breakpoint at the end of what all calls share, whether or not that can be written. */
export interface BreakpointPlace {
  readonly site: CallSite;
  readonly segment: Segment;
  readonly behind: string;
  plan(): BreakpointPlan | NoForm;
}

/** Where one can stand: behind the last part that is static as a whole, and behind the static head of the next. */
export function breakpointPlaces(site: CallSite, maker: Maker, writers: Writers, ttl: Lasting = 'default'): readonly BreakpointPlace[] {
  const { segments } = site.request;
  const { cut } = walkPrefix(site.request, 'allCalls', UNCOUNTED);
  const end = cut === undefined ? segments.length : segments.indexOf(cut.segment);
  const whole = [...segments.slice(0, end)].reverse().find(segment => segment.kind !== 'schema' && !segment.optional && !segment.repeats);
  const places = whole === undefined ? [] : [behindWhole(site, whole, { maker, ttl }, writers)];
  const split = cut === undefined || cut.segment.kind === 'tools' ? undefined : behindHead(site, cut, { maker, ttl }, writers);
  return split === undefined ? places : [...places, split];
}

function behindWhole(site: CallSite, segment: Segment, { maker, ttl }: Asked, writers: Writers): BreakpointPlace {
  const behind = nameOf(site, segment);
  const marked = { ...segment, marker: { ttl, at: segment.at } } as const;
  const form = breakpointForm(site, maker, ttl, isOfBeta(site, writers));
  const mended = withSegments(site, segment, [marked], form);
  const plan = (): BreakpointPlan | NoForm =>
    planned(form, mended, behind, written => {
      const edits = writeWhole(site, segment, written, writers);
      return isRefusal(edits) && ttl === 'default' && site.sdk === 'litellm' && site.api === 'openai-chat'
        ? addInjectionPoint(site, segment, writers)
        : edits;
    });
  return { site: mended, segment, behind, plan };
}

function behindHead(
  site: CallSite,
  cut: NonNullable<ReturnType<typeof walkPrefix>['cut']>,
  { maker, ttl }: Asked,
  writers: Writers,
): BreakpointPlace | undefined {
  const { segment } = cut;
  const place = splitPlace(segment, cut.hole, writers);
  if (place === undefined) return undefined;
  const { kept, taken } = splitPieces(segment.pieces, place.behind);
  const { marker: _, ...unmarked } = segment;
  const parts: readonly Segment[] = [
    { ...segment, pieces: kept, marker: { ttl, at: segment.at } },
    { ...unmarked, pieces: taken, startsMessage: false },
  ];
  const behind = `the static part of ${nameOf(site, segment)}`;
  const form = breakpointForm(site, maker, ttl, isOfBeta(site, writers));
  const mended = withSegments(site, segment, parts, form);
  const plan = (): BreakpointPlan | NoForm => planned(form, mended, behind, written => writeSplit(site, segment, place, written, writers));
  return { site: mended, segment, behind, plan };
}

/** `client.Beta.Messages.New(…)`, `client.beta().messages().create(…)`, or a request of the beta API's types. */
function isOfBeta({ at, calleeAt, call }: CallSite, writers: Writers): boolean {
  const text = writers.textOf(at.uri) ?? '';
  const request = call?.at.uri !== at.uri ? '' : text.slice(call.at.start, call.at.end);
  return /\.\s*beta\b/i.test(text.slice(calleeAt.start, calleeAt.end)) || /\bBeta(?:MessageNewParams|TextBlockParam)\b/.test(request);
}

function planned(
  form: BreakpointForm | NoForm,
  site: CallSite,
  behind: string,
  write: (form: BreakpointForm) => readonly Edit[] | Refusal,
): BreakpointPlan | NoForm {
  if ('because' in form) return form;
  const inner = site.via[site.via.length - 1];
  if (inner !== undefined) return { because: `The request is sent by \`${inner}\`: give it a cache breakpoint there.` };
  const edits = write(form);
  return isRefusal(edits) ? { because: edits.refused } : { site, behind, edits };
}

function withSegments(site: CallSite, old: Segment, now: readonly Segment[], form: BreakpointForm | NoForm): CallSite {
  const segments = site.request.segments.flatMap(segment => (segment === old ? now : [segment]));
  const explicitOnly =
    site.request.explicitOnly || ('option' in form ? form.option !== undefined : site.provider.value === 'openai' && !growsWithin(site));
  return { ...site, request: { ...site.request, segments, explicitOnly } };
}

function nameOf(site: CallSite, segment: Segment): string {
  if (segment.kind === 'tools') return 'the tools';
  if (segment.kind === 'system') return 'the system prompt';
  const messages = site.request.segments.filter(({ kind, startsMessage }) => kind === 'message' && startsMessage);
  return messages.length < 2 ? 'the message' : segment === messages[0] ? 'the first message' : 'the messages that stay the same';
}

interface Opened {
  readonly text: string;
  readonly printer: NonNullable<ReturnType<Writers['printerOf']>>;
}

function openFile(site: CallSite, writers: Writers): Opened | Refusal {
  const text = writers.textOf(site.at.uri);
  const printer = writers.printerOf(site.at.uri);
  return text === undefined || printer === undefined ? { refused: 'This file can’t be edited.' } : { text, printer };
}

function writeWhole(site: CallSite, segment: Segment, form: BreakpointForm, writers: Writers): readonly Edit[] | Refusal {
  const file = openFile(site, writers);
  if ('refused' in file) return file;
  if (form.asItem) return writeItem(site, segment, form, file);
  const record = segment.block ?? (form.onMessages ? segment.message : undefined);
  const marker =
    record === undefined
      ? wrap(site, segment, form, file, source => [marked(form, { source })])
      : record.at.uri === site.at.uri
        ? file.printer.insertEntry(file.text, record, form.key, form.value)
        : { refused: 'What is to be marked stands in another file. Give it a cache breakpoint there.' };
  return withOption(site, form, file, marker);
}

function writeItem(
  site: CallSite,
  { block }: Segment,
  { key, value }: BreakpointForm,
  { text, printer }: Opened,
): readonly Edit[] | Refusal {
  if (block === undefined || block.at.uri !== site.at.uri)
    return { refused: 'What is to be cached is not written as a content part in this file. Set a cache point behind it there.' };
  return printer.insertItem(text, block.at, { record: [[key, value]] });
}

function writeSplit(
  site: CallSite,
  segment: Segment,
  { literal, offset }: { readonly literal: Value; readonly offset: number },
  form: BreakpointForm,
  writers: Writers,
): readonly Edit[] | Refusal {
  const file = openFile(site, writers);
  if ('refused' in file) return file;
  if (segment.block !== undefined) return { refused: 'Give what changes a content part of its own, behind one with a cache breakpoint.' };
  const isOneText = segment.message === undefined ? !form.joinsSystem : segment.role === 'system';
  if (form.onMessages && isOneText) return { refused: 'Give what changes a message of its own, behind one with a cache breakpoint.' };
  const literalSource = file.text.slice(literal.at.start, literal.at.end);
  const halves = literal.at.uri === site.at.uri ? file.printer.splitLiteral(file.text, literal, offset) : undefined;
  const edits = wrap(site, segment, form, file, source => {
    if (halves === undefined || source.trim().replace(/^\(\s*|(?<!\s)\s*\)$/g, '') !== literalSource)
      return {
        refused:
          'The text is put together from several parts. Give what changes a content part of its own, behind one with a cache breakpoint.',
      };
    const [head, tail] = halves;
    return [marked(form, { source: head }), form.part({ source: tail })];
  });
  return withOption(site, form, file, edits);
}

type Entries = readonly (readonly [key: string, value: Literal])[];

function marked(form: BreakpointForm, text: Literal): Entries {
  return [...form.part(text), [form.key, form.value]];
}

/** Writes content parts over a text. A separate system prompt of the Vercel AI SDK becomes one message, or several. */
function wrap(
  site: CallSite,
  segment: Segment,
  form: BreakpointForm,
  { text, printer }: Opened,
  partsOf: (source: string) => readonly Entries[] | Refusal,
): readonly Edit[] | Refusal {
  const written = writtenPart(site, segment, text);
  if ('because' in written) return { refused: written.because };
  const { part, holder } = written;
  if (holder === 'argument' && site.api === 'openai-responses')
    return {
      refused:
        '`instructions` can hold no cache breakpoint: send this text as a developer message in `input`, with a breakpoint behind it.',
    };
  if (site.api === 'openai-responses' && segment.role === 'assistant')
    return { refused: 'An assistant message can hold no cache breakpoint here: set it behind a message of the user or the developer.' };
  return printer.replaceValue(text, part, source => {
    const parts = partsOf(source);
    if ('refused' in parts) return parts;
    return form.typed?.(parts, holder) ?? asContent(parts, form.onMessages && holder === 'argument');
  });
}

function asContent(parts: readonly Entries[], asMessages: boolean): Literal {
  if (!asMessages) return { list: parts.map(record => ({ record })) };
  const messages = parts.map(
    (entries): Literal => ({
      record: [
        ['role', 'system'],
        ...entries.flatMap(([key, value]): Entries => (key === 'type' ? [] : [[key === 'text' ? 'content' : key, value]])),
      ],
    }),
  );
  const [only] = messages;
  return messages.length === 1 && only !== undefined ? only : { list: messages };
}

function withOption(
  site: CallSite,
  { option }: BreakpointForm,
  { text, printer }: Opened,
  edits: readonly Edit[] | Refusal,
): readonly Edit[] | Refusal {
  if (isRefusal(edits) || option === undefined || site.call === undefined) return edits;
  const added = printer.insertArgument(text, site.call, option.name, option.value);
  return isRefusal(added) ? added : [...edits, ...added];
}
