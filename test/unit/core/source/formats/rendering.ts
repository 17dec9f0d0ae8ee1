import type { PromptDocument, PromptSettings } from '../../../../../src/core/source/prompt-document';
import type { PromptSummary } from '../../../../../src/core/source/summary';

/** A summary as plain JSON that a person can review: messages as one string each, holes as `⟦label · volatility⟧`, fields with their source. */
export function rendering(text: string, summary: PromptSummary): unknown {
  const { document, problems } = summary;
  const others = (document.others ?? []).map(other => documentRendering(text, other));
  const settings = (summary.settings ?? []).map(({ name, ...found }) => ({ name, ...settingsRendering(text, found) }));
  return {
    ...documentRendering(text, document),
    ...(others.length === 0 ? {} : { others }),
    ...(settings.length === 0 ? {} : { settings }),
    problems: problems.map(problem => problem.message),
  };
}

function settingsRendering(text: string, document: PromptSettings) {
  const field = (
    name: string,
    found: { readonly value: unknown; readonly at: { readonly start: number; readonly end: number } } | undefined,
  ) => (found === undefined ? {} : { [name]: `${String(found.value)} ← ${text.slice(found.at.start, found.at.end)}` });
  return {
    ...field('model', document.model),
    ...field('modelReference', document.modelReference),
    ...(document.modelReference?.why === undefined ? {} : { why: document.modelReference.why }),
    ...field('provider', document.provider),
    ...field('outputCap', document.outputCap),
    ...field('capReference', document.capReference),
    ...(document.capKey === undefined ? {} : { capKey: document.capKey }),
    parameters: Object.fromEntries(Object.entries(document.parameters).map(([name, found]) => [name, found.value])),
  };
}

function documentRendering(text: string, document: PromptDocument) {
  return {
    ...settingsRendering(text, document),
    ...(document.settingsIn === undefined ? {} : { settingsIn: document.settingsIn }),
    uncounted: document.uncounted.map(part => part.value),
    flatRate: document.flatRate,
    messages: document.messages.map(message => ({
      [message.role]: message.pieces
        .map(piece => {
          if (piece.kind === 'text') return piece.text.text;
          const notes = [
            piece.label,
            piece.volatility,
            ...(piece.growth === 'append' ? ['grows'] : []),
            ...(piece.proven ? ['proven'] : []),
          ];
          return `⟦${notes.join(' · ')}⟧`;
        })
        .join(''),
      ...(message.roleAt === undefined ? {} : { marker: text.slice(message.roleAt.start, message.roleAt.end) }),
    })),
  };
}
