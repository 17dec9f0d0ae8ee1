import type { Catalogue } from './model';

/** Ids that somebody who wrote an unknown one may have meant, closest first. */
export function likelyMeant({ nearest }: Pick<Catalogue, 'nearest'>, id: string): readonly string[] {
  const bare = id.slice(id.lastIndexOf('/') + 1);
  // Another number is another version, perhaps one that is newer than the catalogue.
  return nearest(id).filter(other => numbersOf(other) === numbersOf(bare));
}

function numbersOf(id: string): string {
  return id.replace(/\D+/g, '');
}
