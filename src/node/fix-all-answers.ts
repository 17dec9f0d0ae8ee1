import type { ChosenFix } from '../core/fixes/chosen-fix';
import type { QuoteEnvironment } from '../core/quote/environment';
import type { JointSaving } from '../core/quote/joint-saving';
import { type Edit, isRefusal, type Refusal } from '../core/source/edit';
import type { Uri } from '../core/source/span';
import type { FixAllAnswer, FixAllQuestion } from '../protocol/fix-all';
import { analyseFile } from './analyse-file';
import type { DocumentStore } from './document-store';
import { type FixedTogether, type FixTexts, fixInRounds } from './fix-rounds';
import { savingOf } from './fix-savings';
import type { Pipeline } from './pipeline';
import { type ReplacedText, replacedTexts } from './replaced-texts';
import { uriKey } from './uri-key';

export const CHANGED_MEANWHILE = 'The document changed meanwhile; try again.';

export interface FixAllPorts {
  readonly store: DocumentStore;
  readonly pipeline: Pipeline;
  /** What holds for one file. */
  environmentOf(uri: Uri): QuoteEnvironment;
  /** The address under which a document is analysed: a cell's is that of its notebook. */
  analysedAs(uri: Uri): Uri;
  /** Edits of analysed texts as edits of the documents that the editor has. */
  inDocuments<E extends Edit>(uri: Uri, edits: readonly E[]): readonly E[] | Refusal;
  /** Of a document that is open in the editor. */
  versionOf(uri: Uri): number | undefined;
  cancelled(): boolean;
}

/** Makes fixes together over the texts as they are, and says what that changes. Changes nothing itself. */
export async function answerFixAll(question: FixAllQuestion, ports: FixAllPorts): Promise<FixAllAnswer | Refusal> {
  const roots = [...new Set(question.documents.map(({ uri }) => ports.analysedAs(uri)))];
  const atRoot = (chosen: ChosenFix): ChosenFix => ({ ...chosen, uri: ports.analysedAs(chosen.uri) });
  const wanted = question.wanted === 'harmless' ? question.wanted : question.wanted.map(atRoot);
  const isCurrent = () => question.documents.every(({ uri, version }) => ports.versionOf(uri) === version);
  if (!isCurrent()) return { refused: CHANGED_MEANWHILE };
  const request = { roots, wanted, onlyInRoot: question.onlyInDocuments };
  const fixed = await fixInRounds(request, textsOf(ports), () => ports.cancelled() || !isCurrent());
  const isStale = fixed === undefined || !isCurrent() || [...fixed.files].some(([uri, { text }]) => ports.store.textOf(uri) !== text);
  return isStale ? { refused: CHANGED_MEANWHILE } : inDocuments(fixed, ports);
}

/** What a fix saves, with the arithmetic. */
export async function answerSaving(chosen: ChosenFix, version: number, ports: FixAllPorts): Promise<JointSaving | Refusal> {
  const root = ports.analysedAs(chosen.uri);
  if (ports.versionOf(chosen.uri) !== version) return { refused: CHANGED_MEANWHILE };
  const saving = await savingOf(root, [{ ...chosen, uri: root }], textsOf(ports), ports.environmentOf(root), ports.cancelled);
  return saving ?? { refused: 'This fix saves nothing that can be calculated now: the code or the settings have changed.' };
}

function inDocuments({ files, titles, notMade }: FixedTogether, ports: FixAllPorts): FixAllAnswer | Refusal {
  const edits: Edit[] = [];
  for (const [uri, { replacements }] of files) {
    const own = replacements.map(({ start, end, newText }) => ({ uri, start, end, newText }));
    const placed = ports.inDocuments(uri, own);
    if (isRefusal(placed)) return placed;
    edits.push(...placed);
  }
  const versions = edits.flatMap(({ uri }) => {
    const version = ports.versionOf(uri);
    return version === undefined ? [] : [[uri, version] as const];
  });
  return { edits, versions: Object.fromEntries(versions), titles, notMade };
}

export function textsOf({ store, pipeline, environmentOf, cancelled }: FixAllPorts): FixTexts {
  const known = new Map<string, ReplacedText>();
  return {
    textOf: uri => store.textOf(uri),
    async analyse(root, changed) {
      const replaced = new Map<string, ReplacedText>();
      for (const [uri, text] of changed) {
        const same = known.get(uriKey(uri));
        replaced.set(uriKey(uri), same?.text === text ? same : { text, summarized: await store.summarizeAs(uri, text) });
      }
      for (const [key, text] of replaced) known.set(key, text);
      const texts = replacedTexts(store, replaced);
      return analyseFile(root, texts, pipeline, { ...environmentOf(root), textOf: uri => texts.textOf(uri) }, { cancelled });
    },
  };
}
