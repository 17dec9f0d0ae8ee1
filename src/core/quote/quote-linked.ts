import { compressionOf } from '../compression/compression';
import type { Writers } from '../fixes/writers';
import type { Linked } from '../link/linked';
import type { CallSite } from '../request/call-site';
import { cheaperModels } from '../routing/cheaper-models';
import { classifyTask } from '../routing/classify';
import { readTask } from '../routing/read-task';
import { servedModelsOn } from '../routing/served-models';
import { adviseModel, type ModelAdvice } from '../routing/suggest-model';
import type { TaskReading } from '../routing/task-class';
import type { PlainAnswer, RuleContext } from '../rules/rule';
import type { Edit, Refusal } from '../source/edit';
import type { Uri } from '../source/span';
import type { Problem } from '../source/summary';
import { requestFingerprint } from '../verify/fingerprint';
import { verifiedQuote } from '../verify/verified-quote';
import type { SaidOfCall } from '../workspace-file/stated';
import type { Analysed } from './analysed';
import type { Finding, Quote } from './analysis';
import { asWritten } from './as-written';
import { isKnown } from './basis';
import type { QuoteEnvironment } from './environment';
import { explain } from './explain';
import { measuredOf, usageOf } from './measured';
import { measuredQuote } from './measured-quote';
import { overTurns } from './over-turns';
import { isEqual, keptWork, type SiteWork } from './quote-memory';
import { quoteSite } from './quote-site';
import { findingsOf, GONE, type MakeEdits } from './site-findings';
import { type SiteQuote, viewOf } from './site-quote';
import { statedQuote } from './stated-quote';
import { withStatedSizes } from './with-stated-sizes';
import { withoutHoles } from './without-holes';

/** Step 3: every call of a file in tokens and money, and what its rules find. */
export function quoteLinked(linked: Linked, version: number, environment: QuoteEnvironment, writers: Writers): Analysed {
  const { root } = linked;
  const kept = keptWork(linked, environment.memory);
  const sites: SiteAtWork[] = linked.sites.flatMap(site => {
    const said = environment.saidOf(root, site.identity);
    if (said?.notAnLlmCall ?? isNoCall(site, root, environment)) return [];
    const before = kept.of(site);
    if (before !== undefined) return [{ linked: site, before, quote: before.quote }];
    const written = asWritten(site, uri => environment.textOf(uri));
    return [{ linked: site, quote: quoted(said === undefined ? written : withStatedSizes(written, said), said, environment) }];
  });
  const quotes = sites.map(({ quote }) => quote);
  const requote = onceEach(site => quoteSite(withoutHoles(site), environment));
  const fixes = new Map<string, MakeEdits>();
  const problems: Problem[] = [...linked.problems];
  const served = servedModelsOn(environment.catalogue, environment.today);
  const readings = new Map<SiteQuote, Reading>();
  for (const { quote, before } of sites) {
    if (quote.site.kind === 'constructor') continue;
    const { task, problem } = readTask(quote.site, environment, () => before?.classified ?? classifyTask(quote.site, environment.reader));
    if (problem !== undefined) problems.push(problem);
    const isSame = before !== undefined && isEqual(before.task, task);
    const advised = (): ModelAdvice | undefined =>
      adviseModel(quote, task, { served, requote: site => quoted(site, environment.saidOf(root, site.identity), environment) });
    const advice = isSame ? before.advice : advised();
    readings.set(quote, { task, isSame, ...(advice === undefined ? {} : { advice }) });
  }
  const all: Finding[] = [];
  const shown = sites.map(({ linked: site, quote, before }): Quote => {
    const reading = readings.get(quote);
    const { task = UNREAD, advice, isSame = false } = reading ?? {};
    const adviceOf = (other: SiteQuote) => readings.get(other)?.advice;
    const among = answeredOnce({ quote, quotes });
    const context: RuleContext = { quote, quotes, among, task, adviceOf, environment, writers, requote };
    const { findings, drafts } = findingsOf({ context, known: isSame ? before?.drafts : undefined, fixes, problems });
    all.push(...findings);
    const cheaper = before?.cheaper ?? cheaperModels(quote, served, other => quoteSite(other, environment));
    const classified = before?.classified ?? (task.certainty === 'stated' ? undefined : task);
    kept.keep(site, { quote, classified, task: reading?.task, advice, cheaper, drafts });
    const verified = verifiedQuote(environment.settings, quote, advice?.suggestion?.id);
    return {
      ...viewOf(quote),
      ...(cheaper.length === 0 ? {} : { cheaper }),
      ...(reading === undefined ? {} : { task }),
      ...(advice === undefined ? {} : { advice }),
      ...(verified === undefined ? {} : { verified }),
    };
  });
  const findings = distinct(quotes, all);
  const refactorings = findings.filter(({ severity }) => severity === 'off');
  return {
    analysis: {
      uri: root,
      version,
      quotes: shown,
      findings: findings.filter(({ severity }) => severity !== 'off'),
      ...(refactorings.length === 0 ? {} : { refactorings }),
      problems,
      pending: linked.pending,
      dependsOn: linked.dependsOn,
    },
    quotes,
    edit(fixId, answers = {}): readonly Edit[] | Refusal {
      return fixes.get(fixId)?.(answers) ?? { refused: GONE };
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

/**
 * A prompt that a file gives to several models has one text, so what is wrong with it is said once: for the model where it saves most.
 * A call that runs a model several times over is told once what is the same of each time.
 */
function distinct(quotes: readonly SiteQuote[], findings: readonly Finding[]): readonly Finding[] {
  const files = new Set(quotes.flatMap(({ site }) => (site.kind === 'prompt-file' ? [site.identity] : [])));
  const saving = (finding: Finding) => (finding.saving !== undefined && isKnown(finding.saving) ? finding.saving.value : 0);
  const isSame = (one: Finding, other: Finding) =>
    one.rule === other.rule && one.at.start === other.at.start && one.at.end === other.at.end;
  const said = new Set<string>();
  return findings.filter((finding, index) => {
    if (!files.has(finding.site)) {
      const { rule, at, message } = finding;
      const key = `${rule} ${at.uri} ${at.start} ${at.end} ${message}`;
      return !said.has(key) && said.add(key);
    }
    return !findings.some(
      (other, at) => isSame(finding, other) && (saving(other) > saving(finding) || (at < index && saving(other) === saving(finding))),
    );
  });
}

/** One of the file's sites, with what was found out of it before the last edit. */
interface SiteAtWork {
  readonly linked: CallSite;
  readonly before?: SiteWork;
  readonly quote: SiteQuote;
}

/** What kind of task a call is, and which model would do for it; `isSame`: it is the task that it was before the last edit. */
interface Reading {
  readonly task: TaskReading;
  readonly advice?: ModelAdvice;
  readonly isSame: boolean;
}

/** Of an object that only fixes a model: what is asked, its calls say. */
const UNREAD: TaskReading = { task: 'unclear', certainty: 'low', evidence: [] };

/** Several rules ask the same of a file's other requests. */
function answeredOnce(file: Pick<RuleContext, 'quote' | 'quotes'>): RuleContext['among'] {
  const known = new Map<unknown, unknown>();
  return <T extends PlainAnswer>(find: (asked: typeof file) => T): T => {
    if (!known.has(find)) known.set(find, find(file));
    return known.get(find) as T;
  };
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
