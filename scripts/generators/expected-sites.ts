import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Language } from '../../src/core/source/language';

/** What a fixture says is read of one call: the comment lines that begin with `>`, which its test holds. */
export interface ExpectedSite {
  readonly language: string;
  /** The fixture's folder: the SDK's id. */
  readonly sdk: string;
  /** Relative to the repository. */
  readonly file: string;
  readonly kind: string;
  readonly api: string;
  readonly hasModel: boolean;
  readonly cap: 'read' | 'unsupported' | 'other';
  readonly isWrapped: boolean;
  /** Kinds of what it sends: `system`, `messages`, `tools`, `schema`. */
  readonly sends: ReadonlySet<string>;
}

const HEAD =
  /^(call|constructor|wrapper-call) (\S+) (\S+) (.*) \((literal|constant|default|environment|caller|file|unknown|absent)\) cap (\w+)(.*)$/;
const PART = /^ {2}(?:(system|tools|schema) )?(?:system|user|assistant|tool)[*?]*(?: \|cache)?:/;

/** All that the fixtures of SDKs expect, in order; undefined where there are no fixtures. */
export async function expectedSites(
  root: string,
  folder: string,
  languages: readonly Pick<Language, 'name' | 'endings'>[],
): Promise<readonly ExpectedSite[] | undefined> {
  const top = path.join(root, folder);
  if (!existsSync(top)) return undefined;
  const found: ExpectedSite[] = [];
  for (const entry of await readdir(top, { recursive: true, withFileTypes: true })) {
    const language = languages.find(({ endings }) => endings.includes(path.extname(entry.name)))?.name;
    if (!entry.isFile() || language === undefined) continue;
    const full = path.join(entry.parentPath, entry.name);
    const file = path.relative(root, full).split(path.sep).join('/');
    const sdk = path.relative(top, full).split(path.sep)[0] ?? '';
    found.push(...sitesIn(await readFile(full, 'utf8'), { language, sdk, file }));
  }
  return found.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
}

function sitesIn(text: string, place: Pick<ExpectedSite, 'language' | 'sdk' | 'file'>): readonly ExpectedSite[] {
  const sites: (ExpectedSite & { readonly sends: Set<string> })[] = [];
  for (const [, line = ''] of text.matchAll(/^[ \t]*(?:#|\/\/) > (.*)$/gm)) {
    const head = HEAD.exec(line);
    const part = PART.exec(line);
    if (head !== null) {
      const [, kind = '', api = '', , model = '', , cap = '', more = ''] = head;
      const stated = /^\d+$/.test(cap) ? 'read' : cap === 'unsupported' ? 'unsupported' : 'other';
      const isWrapped = kind === 'wrapper-call' || more.includes(' via ');
      sites.push({ ...place, kind, api, hasModel: !model.startsWith('?'), cap: stated, isWrapped, sends: new Set() });
    } else if (part !== null) sites[sites.length - 1]?.sends.add(part[1] ?? 'messages');
    else throw new Error(`${place.file}: \`${line}\` is no line of a call site`);
  }
  return sites;
}
