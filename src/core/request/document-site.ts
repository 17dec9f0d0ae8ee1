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
      at: message.at,
    }),
  );
  const model = document.model;
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
      model:
        model === undefined
          ? { candidates: [], provenance: 'absent', why: 'the file names no model' }
          : { value: model.value, candidates: [model.value], at: model.at, provenance: 'literal', why: '' },
      outputCap: capOf(summary),
      request: { segments, explicitOnly: false },
      parameters: {},
      via: [],
      isWrapper: false,
      symbol: '',
      streams: false,
      unknowns: segments.flatMap(segment =>
        segment.pieces.flatMap(piece => (piece.kind === 'hole' ? [`${piece.label}: ${piece.reason}`] : [])),
      ),
      flatRate: document.flatRate,
    },
  ];
}

function capOf({ document }: PromptSummary): OutputCap {
  const cap = document.outputCap;
  if (cap !== undefined) return { state: 'set', value: cap.value, parameter: cap.parameter, at: cap.at, required: false };
  return { state: document.capKey === undefined ? 'unsupported' : 'absent', parameter: document.capKey ?? '', required: false };
}
