import type { OutputCap, Resolved } from './call-site';
import { isDefaultElsewhere } from './defaults-elsewhere';
import { ofDefault } from './of-default';
import { oneOfNames } from './one-of-names';
import { highestOf } from './output-cap';
import type { SiteContent } from './read-site';

/** One request by one of several objects: a model that may be set at deployment has the only other one of its provider for its default. */
export function byOneOf(all: readonly [SiteContent, ...SiteContent[]]): SiteContent {
  const [first] = all;
  const contents = ofDefault(all);
  const [common = first] = contents;
  const content = oneOf(common, contents);
  const isOne = contents.every(({ provider }) => provider.value === common.provider.value);
  // Of one provider's client that would be another's by default it is said already; of several it isn't known which is asked.
  if (content.model.value === undefined && !isOne && isDefaultElsewhere(content.model.why))
    return { ...content, model: { ...content.model, why: 'hangs on which provider is asked' } };
  const deployed = contents.filter(({ model }) => model.provenance === 'environment' && model.value === undefined);
  const others = contents.filter(each => !deployed.includes(each));
  const stated = anyOf(others.map(({ model }) => model));
  const passed = contents.filter(({ model }) => model.provenance === 'caller' && model.candidates.length === 0);
  if (passed.length > 0 && passed.length < contents.length) return unlessPassed(content, contents, passed);
  if (deployed.length === 0 || stated.candidates.length === 0) return content;
  if (stated.value === undefined) {
    const why = `${oneOfNames(stated.candidates)}, unless the environment says another`;
    return { ...content, model: { ...stated, provenance: 'environment', why } };
  }
  if (!deployed.every(({ provider }) => others.some(other => other.provider.value === provider.value))) return content;
  return { ...content, model: { ...stated, provenance: 'environment', why: 'the default of an environment variable' } };
}

/** A model that is stated counts where callers may pass another (`setModel(model)` of an object that was made with one). */
function unlessPassed(content: SiteContent, contents: readonly SiteContent[], passed: readonly SiteContent[]): SiteContent {
  const stated = contents.filter(each => !passed.includes(each));
  const model = anyOf(stated.map(each => each.model));
  if (model.value === undefined) return content;
  const why = 'used unless another is passed';
  return { ...content, model: { ...model, provenance: 'default', why }, provider: anyOf(stated.map(each => each.provider)) };
}

/** A call that sends one of several requests, of which `common` holds what does not depend on which. */
export function oneOf(common: SiteContent, all: readonly SiteContent[]): SiteContent {
  const contents = ofDefault(all);
  const [only] = contents;
  if (only !== undefined && contents.length === 1 && all.length > 1) return only;
  const model = anyOf(contents.map(content => content.model));
  const provider = anyOf(contents.map(content => content.provider));
  const apis = new Set(contents.flatMap(({ api, otherApis = [] }) => [api, ...otherApis]));
  apis.delete(common.api);
  return {
    ...common,
    ...(apis.size === 0 ? {} : { otherApis: [...apis] }),
    model,
    provider,
    outputCap: highest(
      contents.map(content => content.outputCap),
      common.outputCap,
    ),
  };
}

function anyOf<T>(all: readonly Resolved<T>[]): Resolved<T> {
  const open = all.filter(each => each.candidates.length === 0);
  const [first] = all;
  const candidates = [...new Set(all.flatMap(each => each.candidates))];
  const [only] = candidates;
  if (first === undefined) return { candidates: [], provenance: 'unknown', why: 'no object is known' };
  if (open.length > 0) return openAs(open, all.length);
  if (only !== undefined && candidates.length === 1) return { ...first, value: only, candidates };
  const { value: _, ...rest } = first;
  const why = oneOfNames(candidates);
  const replaced = all.find(({ provenance }) => provenance === 'default' || provenance === 'environment');
  if (replaced === undefined) return { ...rest, candidates, provenance: 'constant', why };
  const unless = replaced.provenance === 'default' ? 'another is passed' : 'the environment says another';
  return { ...rest, candidates, provenance: replaced.provenance, why: `${why}, unless ${unless}` };
}

/** What none of them states is stated nowhere; what one of them doesn't state isn't. */
function openAs<T>(open: readonly Resolved<T>[], all: number): Resolved<T> {
  const [first] = open;
  const unknown = open.find(({ provenance }) => provenance !== 'absent');
  if (unknown !== undefined) return unknown;
  if (first !== undefined && open.length === all) return first;
  return { candidates: [], provenance: 'unknown', why: 'one of the calls that it may be states none' };
}

function highest(all: readonly OutputCap[], common: OutputCap): OutputCap {
  const { value: _, candidates: __, ...rest } = common;
  if (all.every(cap => cap.state === 'set' && cap.value !== undefined)) return { ...rest, state: 'set', ...highestOf(all) };
  const [first] = all;
  const alike = first !== undefined && first.state !== 'set' && all.every(cap => cap.state === first.state);
  return { ...rest, state: alike ? first.state : 'unknown' };
}
