import { firstOf } from '../first-of';
import { createBundledBase } from './bundled-base';
import { type FoundModel, findEntries, onlySeller } from './find-entries';
import { lifecycleOf } from './lifecycle/lifecycle-of';
import { mergeFacts } from './merge-facts';
import type { Catalogue, ModelFacts } from './model';
import { idForms, madeBy } from './model-ids';
import { nearestIds } from './nearest-ids';
import { createOverlay, OVERLAY_DATE } from './overlay/entries';
import { ANY_SELLER, readOverrides } from './overrides';
import { readRefreshed } from './refreshed';
import { MAKERS, sellerOf } from './sellers';

export interface CatalogueInputs {
  /** From the workspace's own settings, unread. */
  readonly workspacePrices?: unknown;
  readonly userPrices?: unknown;
  /** What a refresh has left behind, unread. */
  readonly refreshedPrices?: unknown;
}

/** An id longer than this names no model; comparing it would only take time. */
const LONGEST_ID = 200;
/** Facts that are kept; many more than a project has models, or a maker. */
const MOST_KNOWN = 5_000;

/** The catalogue: workspace over user over refreshed over our overlay over the bundled base. Total: bad input becomes `problems`. */
export function createCatalogue({ workspacePrices, userPrices, refreshedPrices }: CatalogueInputs = {}): Catalogue {
  const workspace = readOverrides('workspace', 'Workspace prices', workspacePrices);
  const user = readOverrides('user', 'User prices', userPrices);
  const refreshed = readRefreshed(refreshedPrices);
  const overrides = [workspace.layer, user.layer];
  const published = [...(refreshed === undefined ? [] : [refreshed.layer]), createOverlay(), createBundledBase()];
  const layers = [...overrides, ...published];

  /** A deployment's name is not a model id, so of Azure only the user's own entries say anything. */
  const findSold = (seller: string, forms: readonly string[]): FoundModel | undefined =>
    findEntries(seller === 'azure' ? overrides : layers, seller, forms);

  const findByMaker = (forms: readonly string[]): FoundModel | undefined => {
    const maker = onlySeller(published, MAKERS, forms);
    return maker === undefined ? findEntries(overrides, ANY_SELLER, forms) : findEntries(layers, maker, forms);
  };

  const findMade = (seller: string, forms: readonly string[]): FoundModel | undefined => {
    const made = forms.flatMap(form => madeBy(seller, form) ?? []);
    const maker = made[0]?.maker;
    return maker === undefined
      ? undefined
      : findEntries(
          published,
          maker,
          made.map(({ id }) => id),
        );
  };

  const factsOf = (seller: string | undefined, forms: readonly string[], at: Date): ModelFacts | undefined => {
    if (seller === undefined) {
      const found = findByMaker(forms);
      return found === undefined ? undefined : mergeFacts(found, undefined, at);
    }
    const sold = findSold(seller, forms);
    const made = findMade(seller, forms);
    if (sold !== undefined) return mergeFacts(sold, made, at);
    if (made === undefined) return undefined;
    // Vertex AI sells Claude at Anthropic's prices; of others the price stays unknown until they state it.
    const sameModel = { seller, id: made.id, asked: made.asked, entries: seller === 'google' ? made.entries : [] };
    return mergeFacts(sameModel, made, at);
  };

  const find = (provider: string | undefined, modelId: string, at: Date): ModelFacts | undefined => {
    const { seller, forms } = idForms(sellerOf(provider), modelId);
    const model = firstOf(forms, form => workspace.standsFor(seller, form) ?? user.standsFor(seller, form));
    if (model === undefined) return factsOf(seller, forms, at);
    const stated = findEntries(overrides, seller ?? ANY_SELLER, forms);
    const meant = idForms(undefined, model);
    const made = meant.seller === undefined ? findByMaker(meant.forms) : findSold(meant.seller, meant.forms);
    if (stated === undefined || made === undefined) return undefined;
    return mergeFacts({ ...stated, entries: [...stated.entries, ...made.entries] }, made, at);
  };

  /** A scan asks of each call for all models that could take it, and those are few. */
  const known = new Map<string, ModelFacts | undefined>();
  const findOnce: Catalogue['find'] = (provider, modelId, at) => {
    if (modelId.length > LONGEST_ID) return undefined;
    const key = `${provider ?? ''}\n${modelId}\n${at.getTime()}`;
    if (!known.has(key)) {
      if (known.size >= MOST_KNOWN) known.clear();
      known.set(key, find(provider, modelId, at));
    }
    return known.get(key);
  };

  return {
    find: findOnce,
    lifecycle: (provider, modelId, at) => {
      const { seller, forms } = idForms(sellerOf(provider), modelId.slice(0, LONGEST_ID));
      // A snapshot may outlive its alias and the other way round, so nothing is told from an id without its date.
      const exact = forms.filter(form => modelId.trim().toLowerCase().endsWith(form));
      return lifecycleOf(seller, exact, at);
    },
    nearest: modelId => {
      const wanted = idForms(undefined, modelId.slice(0, LONGEST_ID)).forms.at(-1) ?? '';
      const known = layers.flatMap(layer => [...MAKERS, ANY_SELLER].flatMap(seller => layer.ids(seller)));
      return nearestIds(wanted, known).filter(id => id !== wanted);
    },
    models: at => {
      const ids = new Set(layers.flatMap(layer => [...MAKERS, ANY_SELLER].flatMap(seller => layer.ids(seller))));
      const known = new Map<string, ModelFacts>();
      for (const id of ids) {
        const facts = find(undefined, id, at);
        if (facts !== undefined) known.set(facts.id, facts);
      }
      return [...known.values()];
    },
    date: [OVERLAY_DATE, refreshed?.fetched ?? ''].sort().at(-1) ?? '',
    problems: [...workspace.problems, ...user.problems, ...(refreshed?.problems ?? [])],
  };
}
