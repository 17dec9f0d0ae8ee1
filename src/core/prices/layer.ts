import type { CatalogueEntry } from './entry';
import type { PriceSource } from './model';

/** One source of entries. Ids are looked up in lower case, exactly. */
export interface Layer {
  readonly layer: PriceSource['layer'];
  byId(seller: string, id: string): CatalogueEntry | undefined;
  byAlias(seller: string, id: string): CatalogueEntry | undefined;
  ids(seller: string): readonly string[];
}

interface SellerIndex {
  readonly ids: ReadonlyMap<string, CatalogueEntry>;
  readonly aliases: ReadonlyMap<string, CatalogueEntry>;
}

/** A layer over entries that are asked for seller by seller, once each: the bundled base alone has 1,400. */
export function createLayer(layer: PriceSource['layer'], entriesOf: (seller: string) => readonly CatalogueEntry[]): Layer {
  const indexes = new Map<string, SellerIndex>();
  const indexOf = (seller: string): SellerIndex => {
    const known = indexes.get(seller);
    if (known !== undefined) return known;
    const ids = new Map<string, CatalogueEntry>();
    const aliases = new Map<string, CatalogueEntry>();
    for (const entry of entriesOf(seller)) {
      if (!ids.has(entry.id)) ids.set(entry.id, entry);
      for (const alias of entry.aliases) if (!aliases.has(alias)) aliases.set(alias, entry);
    }
    const index = { ids, aliases };
    indexes.set(seller, index);
    return index;
  };
  return {
    layer,
    byId: (seller, id) => indexOf(seller).ids.get(id),
    byAlias: (seller, id) => indexOf(seller).aliases.get(id),
    ids: seller => [...indexOf(seller).ids.keys()],
  };
}
