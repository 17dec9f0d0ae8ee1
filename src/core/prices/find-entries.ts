import { firstOf } from '../first-of';
import type { CatalogueEntry } from './entry';
import type { Layer } from './layer';
import type { PriceSource } from './model';
import { madeBy } from './model-ids';

interface LayeredEntry {
  readonly layer: PriceSource['layer'];
  readonly entry: CatalogueEntry;
}

/** What the layers say of one model at one seller. */
export interface FoundModel {
  readonly seller: string;
  /** The catalogue's id of it. */
  readonly id: string;
  /** The form under which it was found. */
  readonly asked: string;
  /** First who says most: the same model by precedence of the layers, then what is known under a less exact form. */
  readonly entries: readonly LayeredEntry[];
}

/** Looks a seller's model up: the first form that any layer knows, in the layers' order. */
export function findEntries(layers: readonly Layer[], seller: string, forms: readonly string[]): FoundModel | undefined {
  for (const asked of forms) {
    const id = firstOf(layers, layer => hit(layer, seller, asked)?.id);
    if (id === undefined) continue;
    const same: LayeredEntry[] = [];
    const lessExact: LayeredEntry[] = [];
    for (const layer of layers) {
      const entry = hit(layer, seller, id);
      if (entry !== undefined) same.push({ layer: layer.layer, entry });
      else {
        const other = firstOf(forms, form => hit(layer, seller, form));
        if (other !== undefined) lessExact.push({ layer: layer.layer, entry: other });
      }
    }
    return { seller, id, asked, entries: [...same, ...lessExact] };
  }
  return undefined;
}

function hit(layer: Layer, seller: string, id: string): CatalogueEntry | undefined {
  return layer.byId(seller, id) ?? layer.byAlias(seller, id);
}

/** The seller, of several, who alone knows the model under the most exact form; undefined: none or more than one. */
export function onlySeller(layers: readonly Layer[], sellers: readonly string[], forms: readonly string[]): string | undefined {
  for (const form of forms) {
    // Vertex AI sells Claude too, but only its maker answers for a bare id.
    const selling = sellers.filter(
      seller => madeBy(seller, form) === undefined && layers.some(layer => hit(layer, seller, form) !== undefined),
    );
    if (selling.length > 0) return selling.length === 1 ? selling[0] : undefined;
  }
  return undefined;
}
