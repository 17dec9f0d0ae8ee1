import type { Finding } from '../quote/analysis';
import type { Span, Uri } from '../source/span';

interface FoundIn<File> {
  readonly file: File;
  readonly finding: Finding;
}

/** A finding, with those of other files that say the same of one place: the id that the calls of several files are given. */
export interface FoundOnce<File> extends FoundIn<File> {
  /** Where it is mended: the place itself if several files are told of it. */
  readonly at: Span;
  readonly others: readonly FoundIn<File>[];
}

/** The findings of some files, each cause once. What saves money saves it at each call, and is not put together. */
export function foundOnce<File>(files: readonly File[], findingsOf: (file: File) => readonly Finding[]): readonly FoundOnce<File>[] {
  const all = files.flatMap(file => findingsOf(file).map((finding): FoundIn<File> => ({ file, finding })));
  const byCause = new Map<string, FoundIn<File>[]>();
  for (const each of all) {
    const cause = causeOf(each.finding);
    if (cause !== undefined) byCause.set(cause, [...(byCause.get(cause) ?? []), each]);
  }
  return all.flatMap((each): readonly FoundOnce<File>[] => {
    const { finding } = each;
    const [first, ...others] = byCause.get(causeOf(finding) ?? '') ?? [each];
    if (first !== each) return [];
    return [{ ...each, at: others.length > 0 && finding.related !== undefined ? finding.related.at : finding.at, others }];
  });
}

function causeOf({ rule, at, related, message, saving }: Finding): string | undefined {
  if (related === undefined || related.at.uri === at.uri || saving !== undefined) return undefined;
  return JSON.stringify([rule, related.at.uri, related.at.start, related.at.end, message]);
}

/** How the file is named where it is mended, beside the one where it was found: relative to the same folder, or by its last part. */
export function pathOf<File>({ at, others }: FoundOnce<File>, { uri, path }: { readonly uri: Uri; readonly path: string }): string {
  if (others.length === 0) return path;
  const [own, wanted] = [decodeURIComponent(uri), decodeURIComponent(at.uri)];
  const root = own.endsWith(`/${path}`) ? own.slice(0, own.length - path.length) : undefined;
  if (root !== undefined && wanted.startsWith(root)) return wanted.slice(root.length);
  return wanted.slice(wanted.lastIndexOf('/') + 1);
}
