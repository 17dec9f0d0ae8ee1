import { madeText } from '../source/made-values';
import type { PromptDocument, PromptMessage, TextPiece } from '../source/prompt-document';
import type { Span, Uri } from '../source/span';
import type { PromptSummary } from '../source/summary';
import type { Value } from '../source/values';
import type { CallSite, OutputCap } from './call-site';
import { providerOfUrl } from './hosts';
import type { Piece, Segment } from './request';
import { isPlaceholder } from './resolve';

/** A prompt with what other files say of it filled in. */
export interface LinkedDocument extends PromptDocument {
  /** Where its model and cap stand, if not in its own file. */
  readonly settingsFile?: Uri;
}

/** Options by which formats name another host. */
const HOST_OPTIONS: readonly string[] = ['base_url', 'apiBaseUrl'];

/** What the prompts of a file send, each as a call site. One without messages sends nothing, so it is none. */
export function documentSites(uri: Uri, documents: readonly LinkedDocument[]): readonly CallSite[] {
  return documents.flatMap((document, index) =>
    document.messages.length === 0 ? [] : [siteOf(document, identityOf(document, index), uri)],
  );
}

/** All prompts of a file, in its order. */
export function documentsOf({ document }: PromptSummary): readonly PromptDocument[] {
  return [document, ...(document.others ?? [])];
}

/** The prompt that a call site stands for. */
export function documentOf(summary: PromptSummary, { identity }: CallSite): PromptDocument | undefined {
  return documentsOf(summary).find((document, index) => identityOf(document, index) === identity);
}

function identityOf({ format }: PromptDocument, index: number): string {
  return `${format}#${index}`;
}

function siteOf(document: LinkedDocument, identity: string, uri: Uri): CallSite {
  const at = document.at ?? { uri, start: 0, end: 0 };
  const segments = document.messages.map(segmentOf);
  const head = document.model?.at;
  return {
    identity,
    kind: 'prompt-file',
    at,
    // The model may stand in another file.
    calleeAt: head?.uri === uri ? head : { uri, start: at.start, end: at.start },
    sdk: document.format,
    api: 'prompt-file',
    provider: providerOf(document),
    model: modelOf(document),
    outputCap: capOf(document),
    request: { segments, explicitOnly: false },
    parameters: parametersOf(document),
    via: [],
    isWrapper: false,
    symbol: '',
    streams: false,
    ...(document.uncounted.some(({ value }) => value === 'output schema') ? { structuredOutput: true } : {}),
    unknowns: [
      ...segments.flatMap(segment => segment.pieces.flatMap(piece => (piece.kind === 'hole' ? [`${piece.label}: ${piece.reason}`] : []))),
      ...document.uncounted.map(({ value }) => `${value}: sent with the request, but not counted`),
    ],
    flatRate: document.flatRate,
  };
}

/** The cap is told apart from the rest. */
function parametersOf({ parameters, outputCap, capReference }: LinkedDocument): CallSite['parameters'] {
  const cap = (outputCap ?? capReference)?.at.start;
  return Object.fromEntries(
    Object.entries(parameters).flatMap(([name, { value, at }]) =>
      at.start === cap ? [] : [[name, { name, at, value: asValue(value, at) }]],
    ),
  );
}

function asValue(value: string | number | boolean | null, at: Span): Value {
  return typeof value === 'string' ? madeText(value, at) : { kind: 'scalar', at, value };
}

function segmentOf(message: PromptMessage): Segment {
  return {
    kind: message.role === 'system' ? 'system' : 'message',
    role: message.role,
    pieces: message.pieces.map(piece => pieceOf(piece, message.at)),
    startsMessage: true,
    repeats: false,
    optional: false,
    ...(message.roleAt === undefined ? {} : { roleAt: message.roleAt }),
    at: message.at,
  };
}

/** Text may be included from another file than its message's. */
function pieceOf(piece: TextPiece, message: Span): Piece {
  if (piece.kind === 'hole') return piece;
  const { uri, runs } = piece.text;
  const [first, last] = [runs[0], runs[runs.length - 1]];
  const at = first === undefined || last === undefined ? message : { uri, start: first.source, end: last.source + last.sourceLength };
  return { ...piece, at };
}

/** Another host than the provider's own is another seller, or nobody's. */
function providerOf({ provider, parameters }: PromptDocument): CallSite['provider'] {
  const host = HOST_OPTIONS.map(name => parameters[name]).find(field => typeof field?.value === 'string');
  if (host !== undefined && !provider?.value.startsWith('azure')) {
    const url = String(host.value);
    const value = providerOfUrl(url);
    if (value !== undefined) return { value, candidates: [value], at: host.at, provenance: 'literal', why: '' };
    return { candidates: [], at: host.at, provenance: 'literal', why: `nobody publishes prices for ${url}` };
  }
  if (provider === undefined) return { candidates: [], provenance: 'absent', why: 'not stated' };
  return { value: provider.value, candidates: [provider.value], at: provider.at, provenance: 'literal', why: '' };
}

function modelOf({ model, modelReference }: PromptDocument): CallSite['model'] {
  if (model !== undefined && isPlaceholder(model.value))
    return { candidates: [], at: model.at, provenance: 'unknown', why: `\`${model.value}\` is to be filled in` };
  if (model !== undefined) return { value: model.value, candidates: [model.value], at: model.at, provenance: 'literal', why: '' };
  if (modelReference === undefined) return { candidates: [], provenance: 'absent', why: 'the file names no model' };
  const { value, at, why } = modelReference;
  return {
    candidates: [],
    at,
    provenance: 'environment',
    why: why === undefined ? `\`${value}\` is filled in at run time` : `\`${value}\`: ${why}`,
  };
}

function capOf({ outputCap: cap, capReference, capKey, settingsFile }: LinkedDocument): OutputCap {
  const where = { required: false, ...(settingsFile === undefined ? {} : { file: settingsFile }) };
  if (capReference !== undefined) return { state: 'unknown', parameter: capKey ?? '', at: capReference.at, ...where };
  if (cap !== undefined) return { state: 'set', value: cap.value, parameter: cap.parameter, at: cap.at, ...where };
  return { state: capKey === undefined ? 'unsupported' : 'absent', parameter: capKey ?? '', ...where };
}
