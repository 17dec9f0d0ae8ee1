import { linkPrompt } from '../link/link-prompt';
import type { Linked, SummaryStore } from '../link/linked';
import { sellerOf } from '../prices/sellers';
import type { CallSite } from '../request/call-site';
import type { Segment } from '../request/request';
import type { Span, Uri } from '../source/span';
import { isSameSpan } from '../source/span';
import type { Analysed } from './analysed';
import type { Finding } from './analysis';

/** A budget is the call's own. */
const OF_CALLS = 'no-over-budget';

/**
 * Findings without those that a prompt file has itself, at a call that sends it to the model that it names: they are mended there, and their
 * saving would be counted twice. `quoted`: what a prompt file is told by itself.
 */
export function toldHere({ analysis, quotes }: Analysed, store: SummaryStore, quoted: (linked: Linked) => Analysed): readonly Finding[] {
  const sites = new Map(quotes.map(({ site }) => [site.identity, site]));
  const known = new Map<CallSite, readonly Finding[]>();
  const ofPrompts = (site: CallSite) => {
    const found = known.get(site) ?? promptsSentBy(site, store).flatMap(linked => quoted(linked).analysis.findings);
    known.set(site, found);
    return found;
  };
  return analysis.findings.filter(finding => {
    const site = sites.get(finding.site);
    if (site === undefined || site.kind === 'prompt-file' || !isSameSpan(finding.at, site.calleeAt) || finding.rule === OF_CALLS)
      return true;
    return !ofPrompts(site).some(
      ({ rule, certainty }) => rule === finding.rule && (certainty === 'confirmed' || certainty === finding.certainty),
    );
  });
}

/** Of prompt files, the prompts that a call sends as they stand. */
function promptsSentBy(site: CallSite, store: SummaryStore): readonly Linked[] {
  return [...filesOf(site)].flatMap(uri => {
    const summary = store.get(uri);
    if (summary?.kind !== 'prompt') return [];
    const linked = linkPrompt(summary, store);
    const sites = linked.sites.filter(prompt => isAskedAlike(prompt, site) && site.request.segments.some(segment => isIn(prompt, segment)));
    return sites.length === 0 ? [] : [{ ...linked, sites }];
  });
}

/** Other files whose text it sends. */
function filesOf({ at, request }: CallSite): ReadonlySet<Uri> {
  const uris = request.segments.flatMap(({ pieces }) => pieces.flatMap(piece => (piece.kind === 'text' ? [piece.text.uri] : [])));
  return new Set(uris.filter(uri => uri !== at.uri));
}

function isAskedAlike(prompt: CallSite, { model, provider }: CallSite): boolean {
  // A file may call its host by another name than the package does: `googleai`.
  const isSameHost = sellerOf(prompt.provider.value) === sellerOf(provider.value);
  return prompt.model.value !== undefined && prompt.model.value === model.value && isSameHost;
}

function isIn({ request }: CallSite, segment: Segment): boolean {
  const starts = startsOf(segment);
  return request.segments.some(other => startsOf(other).some(start => starts.some(each => isSameSpan(each, start))));
}

function startsOf({ pieces }: Segment): readonly Span[] {
  return pieces.flatMap(piece => {
    const [first] = piece.kind === 'text' ? piece.text.runs : [];
    return piece.kind !== 'text' || first === undefined ? [] : [{ uri: piece.text.uri, start: first.source, end: first.source }];
  });
}
