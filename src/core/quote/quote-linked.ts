import { compressionOf } from '../compression/compression';
import type { Writers } from '../fixes/writers';
import type { Linked } from '../link/linked';
import { inCurrency } from '../present/finding-money';
import type { CallSite } from '../request/request';
import { cheaperModels } from '../routing/cheaper-models';
import { readTask } from '../routing/read-task';
import { servedModelsOn } from '../routing/served-models';
import { adviseModel, type ModelAdvice } from '../routing/suggest-model';
import type { TaskReading } from '../routing/task-class';
import { RULES } from '../rules/registry';
import type { Draft, DraftFix, Rule, RuleContext } from '../rules/rule';
import type { Edit, Refusal } from '../source/edit';
import type { Uri } from '../source/span';
import type { Problem } from '../source/summary';
import { requestFingerprint } from '../verify/fingerprint';
import type { SaidOfCall } from '../workspace-file/stated';
import type { Analysed } from './analysed';
import type { Finding, Quote, Severity } from './analysis';
import { asWritten } from './as-written';
import { isKnown } from './basis';
import type { QuoteEnvironment } from './environment';
import { explain } from './explain';
import { measuredOf, usageOf } from './measured';
import { measuredQuote } from './measured-quote';
import { overTurns } from './over-turns';
import { quoteSite } from './quote-site';
import type { QuoteSettings } from './settings';
import { type SiteQuote, viewOf } from './site-quote';
import { statedQuote } from './stated-quote';
import { suppressionIn } from './suppression';
import { withStatedSizes } from './with-stated-sizes';
import { withoutHoles } from './without-holes';

/** Step 3: every call of a file in tokens and money, and what its rules find. */
export function quoteLinked(linked: Linked, version: number, environment: QuoteEnvironment, writers: Writers): Analysed {
  const { root } = linked;
  const quotes = linked.sites.flatMap(site => {
    const said = environment.saidOf(root, site.identity);
    if (said?.notAnLlmCall ?? isNoCall(site, root, environment)) return [];
    const written = asWritten(site, uri => environment.textOf(uri));
    return [quoted(said === undefined ? written : withStatedSizes(written, said), said, environment)];
  });
  const requote = onceEach(site => quoteSite(withoutHoles(site), environment));
  const fixes = new Map<string, DraftFix>();
  const problems: Problem[] = [...linked.problems];
  const served = servedModelsOn(environment.catalogue, environment.today);
  const readings = new Map<SiteQuote, Reading>();
  for (const quote of quotes) {
    if (quote.site.kind === 'constructor') continue;
    const { task, problem } = readTask(quote.site, environment);
    if (problem !== undefined) problems.push(problem);
    const advice = adviseModel(quote, task, {
      served,
      requote: site => quoted(site, environment.saidOf(root, site.identity), environment),
    });
    readings.set(quote, { task, ...(advice === undefined ? {} : { advice }) });
  }
  const findings = distinct(
    quotes,
    quotes.flatMap(quote => findingsOf(quote, { quotes, readings, environment, writers, requote, fixes, problems })),
  );
  const refactorings = findings.filter(({ severity }) => severity === 'off');
  const shown = (quote: SiteQuote): Quote => {
    const cheaper = cheaperModels(quote, served, site => quoteSite(site, environment));
    const { task, advice } = readings.get(quote) ?? {};
    return {
      ...viewOf(quote),
      ...(cheaper.length === 0 ? {} : { cheaper }),
      ...(task === undefined ? {} : { task }),
      ...(advice === undefined ? {} : { advice }),
    };
  };
  return {
    analysis: {
      uri: root,
      version,
      quotes: quotes.map(shown),
      findings: findings.filter(({ severity }) => severity !== 'off'),
      ...(refactorings.length === 0 ? {} : { refactorings }),
      problems,
      pending: linked.pending,
      dependsOn: linked.dependsOn,
    },
    quotes,
    edit(fixId, answers = {}): readonly Edit[] | Refusal {
      return fixes.get(fixId)?.edits(answers) ?? { refused: 'This fix no longer applies: the code has changed. Try again.' };
    },
    compression(identity) {
      const site = quotes.find(candidate => candidate.site.identity === identity)?.site;
      return site && compressionOf(site, { writers, reader: environment.reader, requote });
    },
    explain(identity) {
      const quote = quotes.find(candidate => candidate.site.identity === identity);
      return quote === undefined ? [`Nothing is known of ${identity} any more.`] : explain(quote);
    },
  };
}

function isNoCall({ identity }: CallSite, root: Uri, { settings }: QuoteEnvironment): boolean {
  return settings.notCalls.includes(identity) || settings.notCalls.includes(`${root}#${identity}`);
}

/** A request as it stands, with what the workspace file says of its call, and what its runs showed. */
function quoted(site: CallSite, said: SaidOfCall | undefined, environment: QuoteEnvironment): SiteQuote {
  const quote = quoteSite(site, environment);
  const { measured: all } = environment.settings;
  const call = { uri: site.at.uri, identity: site.identity };
  const measured = measuredOf(all, call, quote.model, () => requestFingerprint(site));
  const usage = usageOf(all, call);
  return {
    ...quote,
    ...(said === undefined && measured === undefined ? {} : { stated: overTurns(quote, statedQuote(quote, said ?? {}, measured)) }),
    ...(usage === undefined ? {} : { measured: measuredQuote(quote, usage) }),
  };
}

/** A prompt that a file gives to several models has one text, so what is wrong with it is said once: for the model where it saves most. */
function distinct(quotes: readonly SiteQuote[], findings: readonly Finding[]): readonly Finding[] {
  const files = new Set(quotes.flatMap(({ site }) => (site.kind === 'prompt-file' ? [site.identity] : [])));
  const saving = (finding: Finding) => (finding.saving !== undefined && isKnown(finding.saving) ? finding.saving.value : 0);
  const isSame = (one: Finding, other: Finding) =>
    one.rule === other.rule && one.at.start === other.at.start && one.at.end === other.at.end;
  return findings.filter((finding, index) => {
    if (!files.has(finding.site)) return true;
    return !findings.some(
      (other, at) => isSame(finding, other) && (saving(other) > saving(finding) || (at < index && saving(other) === saving(finding))),
    );
  });
}

/** What kind of task a call is, and which model would do for it. */
interface Reading {
  readonly task: TaskReading;
  readonly advice?: ModelAdvice;
}

/** Of an object that only fixes a model: what is asked, its calls say. */
const UNREAD: TaskReading = { task: 'unclear', certainty: 'low', evidence: [] };

interface Checking {
  readonly quotes: readonly SiteQuote[];
  readonly readings: ReadonlyMap<SiteQuote, Reading>;
  readonly environment: QuoteEnvironment;
  readonly writers: Writers;
  readonly requote: (site: CallSite) => SiteQuote;
  readonly fixes: Map<string, DraftFix>;
  readonly problems: Problem[];
}

function findingsOf(quote: SiteQuote, { quotes, readings, environment, writers, requote, fixes, problems }: Checking): readonly Finding[] {
  // The calls on the object are what is found fault with.
  if (quote.site.kind === 'constructor') return [];
  const { settings } = environment;
  const uri = quote.site.at.uri;
  const suppression = suppressionIn(uri, environment.textOf(uri), settings);
  return RULES.flatMap(rule => {
    const base = settings.severities[rule.id] ?? rule.defaultSeverity;
    if (suppression.inFile(rule.id)) return [];
    const context = {
      quote,
      quotes,
      task: readings.get(quote)?.task ?? UNREAD,
      adviceOf: (other: SiteQuote) => readings.get(other)?.advice,
      environment,
      writers,
      requote,
    };
    return checked(rule, context, problems).flatMap(draft => {
      const silent = suppression.atLine(rule.id, draft.at.start) || suppression.atLine(rule.id, quote.site.at.start);
      // A rule that is off still offers what it could mend.
      const isIdle = base === 'off' && draft.fixes.length === 0;
      return silent || isIdle ? [] : [finished(rule, inMoneyOf(settings, draft), quote, base, fixes)];
    });
  });
}

/** A fault in one rule costs its findings, not the file's analysis. */
function checked(rule: Rule, context: RuleContext, problems: Problem[]): readonly Draft[] {
  try {
    return rule.check(context);
  } catch (error) {
    problems.push({
      message: `The rule ${rule.id} failed here: ${error instanceof Error ? error.message : String(error)}`,
      at: context.quote.site.calleeAt,
      ours: true,
    });
    return [];
  }
}

/** What a person reads of a finding, with its amounts in the currency that they chose. */
function inMoneyOf({ currency }: QuoteSettings, draft: Draft): Draft {
  if (currency === undefined) return draft;
  const fixes = draft.fixes.map(fix => ({ ...fix, title: inCurrency(fix.title, currency) }));
  return { ...draft, message: inCurrency(draft.message, currency), fixes };
}

function finished(rule: Rule, draft: Draft, quote: SiteQuote, base: Severity, fixes: Map<string, DraftFix>): Finding {
  const offers = draft.fixes.map(fix => {
    const id = `${quote.site.identity}/${rule.id}/${fixes.size}`;
    fixes.set(id, fix);
    const { edits: _, ...offer } = fix;
    return { ...offer, id };
  });
  const { milder: lessUrgent, ...found } = draft;
  const severity = lessUrgent === true ? milder(base) : base;
  return {
    ...found,
    rule: rule.id,
    severity: draft.certainty === 'confirmed' ? severity : milder(severity),
    site: quote.site.identity,
    fixes: offers,
  };
}

/** Only what is confirmed is a warning. */
function milder(severity: Severity): Severity {
  if (severity === 'off') return severity;
  const order: readonly Severity[] = ['off', 'hint', 'information', 'warning', 'error'];
  return order[Math.max(1, order.indexOf(severity) - 1)] ?? severity;
}

/** Most rules ask what the request costs as it stands. */
function onceEach(quote: (site: CallSite) => SiteQuote): (site: CallSite) => SiteQuote {
  const known = new WeakMap<CallSite, SiteQuote>();
  return site => {
    const found = known.get(site) ?? quote(site);
    known.set(site, found);
    return found;
  };
}
