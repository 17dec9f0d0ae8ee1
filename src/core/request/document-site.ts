import type { PromptSummary } from '../source/summary';
import type { CallSite, OutputCap, Segment } from './request';

/** A prompt file as a call site: what it says of model, cap and messages. */
export function documentSite(summary: PromptSummary): readonly CallSite[] {
  const { document, uri } = summary;
  const start = { uri, start: 0, end: 0 };
  const head = document.model?.at ?? start;
  const segments = document.messages.map(
    (message): Segment => ({
      kind: message.role === 'system' ? 'system' : 'message',
      role: message.role,
      pieces: message.pieces.map(piece =>
        piece.kind === 'text'
          ? { ...piece, at: { uri, start: piece.text.runs[0]?.source ?? message.at.start, end: message.at.end } }
          : piece,
      ),
      startsMessage: true,
      repeats: false,
      optional: false,
      ...(message.roleAt === undefined ? {} : { roleAt: message.roleAt }),
      at: message.at,
    }),
  );
  const provider = document.provider;
  return [
    {
      identity: `${document.format}#0`,
      kind: 'prompt-file',
      at: start,
      calleeAt: head,
      sdk: document.format,
      api: 'prompt-file',
      provider:
        provider === undefined
          ? { candidates: [], provenance: 'absent', why: 'not stated' }
          : { value: provider.value, candidates: [provider.value], at: provider.at, provenance: 'literal', why: '' },
      model: modelOf(summary),
      outputCap: capOf(summary),
      request: { segments, explicitOnly: false },
      parameters: {},
      via: [],
      isWrapper: false,
      symbol: '',
      streams: false,
      unknowns: [
        ...segments.flatMap(segment => segment.pieces.flatMap(piece => (piece.kind === 'hole' ? [`${piece.label}: ${piece.reason}`] : []))),
        ...document.uncounted.map(({ value }) => `${value}: sent with the request, but not counted`),
      ],
      flatRate: document.flatRate,
    },
  ];
}

function modelOf({ document: { model, modelReference } }: PromptSummary): CallSite['model'] {
  if (model !== undefined) return { value: model.value, candidates: [model.value], at: model.at, provenance: 'literal', why: '' };
  if (modelReference === undefined) return { candidates: [], provenance: 'absent', why: 'the file names no model' };
  const { value, at } = modelReference;
  return { candidates: [], at, provenance: 'environment', why: `\`${value}\` is filled in at run time` };
}

function capOf({ document }: PromptSummary): OutputCap {
  const { outputCap: cap, capReference, capKey } = document;
  if (capReference !== undefined) return { state: 'unknown', parameter: capKey ?? '', at: capReference.at, required: false };
  if (cap !== undefined) return { state: 'set', value: cap.value, parameter: cap.parameter, at: cap.at, required: false };
  return { state: capKey === undefined ? 'unsupported' : 'absent', parameter: capKey ?? '', required: false };
}
