import type { SiteQuote } from '../core/quote/site-quote';
import { applyEdits, type Edit, isRefusal, type Refusal } from '../core/source/edit';
import type { Uri } from '../core/source/span';
import { boundOf } from '../core/verify/call-cost';
import { planTrial, type TrialSide } from '../core/verify/trial-plan';
import type { TrialAnswered, TrialChange, TrialQuestion } from '../protocol/trial';
import { CHANGED_MEANWHILE, type FixAllPorts, textsOf } from './fix-all-answers';

/** Answers what the host asks about comparing a request with a changed one. Changes nothing. */
export async function answerTrial(uri: Uri, question: TrialQuestion, ports: FixAllPorts): Promise<TrialAnswered> {
  return question.about === 'plan' ? answerPlan(uri, question, ports) : answerBounds(uri, question, ports);
}

async function answerPlan(
  uri: Uri,
  { version, identity, change }: Extract<TrialQuestion, { about: 'plan' }>,
  ports: FixAllPorts,
): Promise<TrialAnswered> {
  if (ports.versionOf(uri) !== version) return { refused: CHANGED_MEANWHILE };
  const root = ports.analysedAs(uri);
  const texts = textsOf(ports);
  const analysed = await texts.analyse(root, new Map());
  const today = quoteOf(analysed?.quotes, identity);
  if (analysed === undefined || today === undefined) return { refused: CHANGED_MEANWHILE };
  const environment = ports.environmentOf(root);
  if (change.kind === 'model') {
    const to = environment.catalogue.find(undefined, change.model, environment.today);
    if (to === undefined) return { refused: `The catalogue doesn’t know ${change.model}.` };
    return planned(planTrial(today, today, to));
  }
  const edits = editsOf(change, analysed.edit, root === uri);
  if (isRefusal(edits)) return edits;
  const changedTexts = new Map<Uri, string>();
  for (const file of new Set(edits.map(edit => edit.uri))) {
    const text = ports.store.textOf(file);
    if (text === undefined) return { refused: CHANGED_MEANWHILE };
    changedTexts.set(
      file,
      applyEdits(
        text,
        edits.filter(edit => edit.uri === file),
      ),
    );
  }
  const changed = quoteOf((await texts.analyse(root, changedTexts))?.quotes, identity);
  if (changed === undefined) return { refused: 'After this change the call is not found again, so it can’t be compared.' };
  return planned(planTrial(today, changed));
}

function planned(plan: ReturnType<typeof planTrial>): TrialAnswered {
  return isRefusal(plan) ? plan : { plan };
}

function quoteOf(quotes: readonly SiteQuote[] | undefined, identity: string): SiteQuote | undefined {
  return quotes?.find(({ site }) => site.identity === identity);
}

/** `isWhole`: the document is what is analysed, and not a cell of it. */
function editsOf(
  change: Exclude<TrialChange, { kind: 'model' }>,
  edit: (fixId: string, answers?: NonNullable<Extract<TrialChange, { kind: 'fix' }>['answers']>) => readonly Edit[] | Refusal,
  isWhole: boolean,
): readonly Edit[] | Refusal {
  if (change.kind === 'fix') return edit(change.fixId, change.answers);
  return isWhole ? change.edits : { refused: 'A change in a notebook’s cell can’t be verified before it is made.' };
}

function answerBounds(uri: Uri, { plan, samples, judge }: Extract<TrialQuestion, { about: 'bounds' }>, ports: FixAllPorts): TrialAnswered {
  const { countTokens, catalogue, today } = ports.environmentOf(ports.analysedAs(uri));
  const boundsOf = ({ request, facts, expectedOutputTokens }: TrialSide) =>
    samples.map(sample => boundOf(request, sample, facts, countTokens, expectedOutputTokens));
  const found = judge === undefined ? undefined : catalogue.find(undefined, judge, today);
  return {
    bounds: { today: boundsOf(plan.today), changed: boundsOf(plan.changed) },
    ...(judge === undefined ? {} : { judge: found === undefined ? {} : { facts: found } }),
  };
}
