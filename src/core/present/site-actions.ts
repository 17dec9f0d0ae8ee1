import type { Analysis, Finding, FixOffer, Quote, Sender } from '../quote/analysis';
import type { Span } from '../source/span';
import { WORKSPACE_FILE_NAME } from '../workspace-file/name';
import { inLists } from './in-lists';
import { sentByText } from './senders';

/** What a click on a lens offers. */
export type SiteAction =
  | { readonly does: 'fix'; readonly label: string; readonly description: string; readonly detail: string; readonly fix: FixOffer }
  | { readonly does: 'unfixable'; readonly label: string; readonly description: string; readonly reason: string }
  | { readonly does: 'sender'; readonly label: string; readonly description: string; readonly at: Span }
  | {
      readonly does: 'breakdown' | 'traffic' | 'callers' | 'compress' | 'explain' | 'reference-model' | 'not-a-call';
      readonly label: string;
      readonly description: string;
    };

/** `callersKnown`: whether all files were looked at, so that a wrapper's inner call is known to have callers or none. */
export function siteActions(analysis: Analysis, quote: Quote, callersKnown: boolean): readonly SiteAction[] {
  const findings = analysis.findings.filter(finding => finding.site === quote.site.identity);
  const namesNoModel = quote.site.kind === 'prompt-file' && quote.site.model.provenance === 'absent';
  const senders = sentByText(quote) === '' ? [] : (quote.sentBy ?? []);
  return [
    { does: 'breakdown', label: 'Show the breakdown', description: 'every part, with tokens and money' },
    ...findings.flatMap(findingActions),
    ...senders.map(senderAction),
    ...(quote.site.isWrapper ? (callersKnown ? [] : [CALLERS]) : senders.length > 0 ? [] : [trafficAction(quote)]),
    ...(namesNoModel && !callersKnown ? [SENDERS] : []),
    ...(quote.textTokens.value > 0
      ? [{ does: 'compress' as const, label: 'Compress this prompt…', description: 'fewer tokens for the same instructions' }]
      : []),
    ...((quote.modelAssumed || quote.model === undefined) && senders.length === 0
      ? [{ does: 'reference-model' as const, label: 'Choose the reference model', description: 'for prompts that name no model' }]
      : []),
    { does: 'explain', label: 'Wrong number? Show how it came about', description: 'line by line, with what was not read' },
    ...(quote.site.kind === 'prompt-file'
      ? []
      : [{ does: 'not-a-call' as const, label: 'This is not an LLM call', description: 'keeps it out of all figures' }]),
  ];
}

const CALLERS: SiteAction = {
  does: 'callers',
  label: 'Look for its callers',
  description: 'in the whole workspace; if it has none, it counts itself',
};

const SENDERS: SiteAction = {
  does: 'callers',
  label: 'Look for the calls that send it',
  description: 'in the whole workspace; the prompt is theirs, and so is its price',
};

function senderAction({ name, path, model, at }: Sender): SiteAction {
  return { does: 'sender', label: `Open ${name}, which sends it`, description: [model, path].filter(Boolean).join(' · '), at };
}

function trafficAction({ stated }: Quote): SiteAction {
  const isStated = stated?.callsPerDay !== undefined;
  const label = isStated ? 'Change how often it is called…' : 'State how often it is called…';
  return { does: 'traffic', label, description: isStated ? `kept in ${WORKSPACE_FILE_NAME}` : 'shows what it costs per month' };
}

function findingActions(finding: Finding): readonly SiteAction[] {
  const fixes = finding.fixes.map(fixAction);
  const { unfixable } = finding;
  if (unfixable === undefined) return fixes;
  return [...fixes, { does: 'unfixable', label: 'Why can’t this be fixed?', description: inLists(finding.message), reason: unfixable }];
}

/** A title's last bracket is what it saves: on a line of its own it isn't cut off. */
function fixAction(fix: FixOffer): SiteAction {
  const saving = SAVING.exec(fix.title)?.[1];
  const detail = [saving, EFFECT[fix.effect]].filter(text => text !== undefined).join('; ');
  return { does: 'fix', label: titleOf(fix), description: '', detail, fix };
}

const SAVING = / \(([^()]*)\)$/;

/** Without what it saves. */
export function titleOf({ title }: FixOffer): string {
  return inLists(title.replace(SAVING, ''));
}

/** What the model receives afterwards. */
export const EFFECT: Readonly<Record<FixOffer['effect'], string>> = {
  none: 'the model receives the same',
  whitespace: 'changes white space in the prompt',
  reorder: 'changes the order of the prompt',
  words: 'changes words of the prompt',
  caching: 'the same words, cached by the provider',
  parameters: 'changes parameters of the call',
  schema: 'the model is held to a schema; words that it makes needless go',
  calls: 'the model receives the same, but not without end',
  context: 'sends less of what was found or said before',
};
