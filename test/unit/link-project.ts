import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Linked } from '../../src/core/link/linked';
import { createLinkMemory } from '../../src/core/link/memory';
import { link, summarize } from '../../src/core/pipeline';
import type { CallSite } from '../../src/core/request/call-site';
import type { Piece } from '../../src/core/request/request';
import { grammarFor, languageOfUri } from '../../src/core/source/languages/index';
import type { FileSummary } from '../../src/core/source/summary';
import { folderIn } from './folders';
import { loadParser } from './parse-source';

const ROOT = 'file:///project/';

/** Links one file of an in-memory project: path → source. Files that are not in it do not exist. */
export async function linkProject(files: Readonly<Record<string, string>>, main: string): Promise<Linked> {
  return (await openProject(files))(main);
}

/** The same by one link without a memory, for tests that link many. */
export async function linkOnce(files: Readonly<Record<string, string>>, main: string): Promise<Linked> {
  return link(ROOT + main, storeOf(await summariesOf(files), new Set()));
}

/** An in-memory project, read once, of which each file may be linked. */
async function openProject(files: Readonly<Record<string, string>>): Promise<(main: string) => Linked> {
  const summaries = await summariesOf(files);
  assertMemoryChangesNothing(summaries);
  return main => link(ROOT + main, storeOf(summaries, new Set()));
}

async function summariesOf(files: Readonly<Record<string, string>>): Promise<ReadonlyMap<string, FileSummary>> {
  const summaries = new Map<string, FileSummary>();
  for (const [path, text] of Object.entries(files)) {
    const uri = ROOT + path;
    const language = languageOfUri(uri);
    const tree = language === undefined ? undefined : { language, root: (await loadParser(grammarFor(language)))(text) };
    summaries.set(uri, summarize(tree === undefined ? { uri, text } : { uri, text, tree }, ['**/prompts/**']));
  }
  return summaries;
}

const MOST_TAKEN_AWAY = 4;

/** Links that share a memory say what links without one do: in any order, without each of the files, and with it again. */
function assertMemoryChangesNothing(summaries: ReadonlyMap<string, FileSummary>): void {
  const uris = [...summaries.keys()];
  const others = uris.length > 1 ? uris.slice(0, MOST_TAKEN_AWAY).map(uri => new Set([uri])) : [];
  const nothing = new Set<string>();
  const states = [nothing, ...others, nothing];
  const alone = new Map(
    [nothing, ...others].map(absent => [absent, new Map(uris.map(uri => [uri, link(uri, storeOf(summaries, absent))]))]),
  );
  for (const order of uris.length > 1 ? [uris, [...uris].reverse()] : [uris]) {
    const memory = createLinkMemory();
    for (const absent of states)
      for (const uri of order)
        assert.deepEqual(unordered(link(uri, storeOf(summaries, absent), memory)), unordered(alone.get(absent)?.get(uri)), uri);
  }
}

function storeOf(summaries: ReadonlyMap<string, FileSummary>, absent: ReadonlySet<string>) {
  const there = [...summaries.keys()].filter(uri => !absent.has(uri));
  const folders = new Map<string, FileSummary | null>();
  const folder = (uri: string) => {
    const known = folders.get(uri) ?? folderIn(there, uri);
    folders.set(uri, known);
    return known;
  };
  return { get: (uri: string) => (uri.endsWith('/') ? folder(uri) : absent.has(uri) ? null : (summaries.get(uri) ?? null)) };
}

function unordered(linked: Linked | undefined) {
  return linked && { ...linked, dependsOn: [...linked.dependsOn].sort() };
}

/** A call site in a few readable lines, for expectations beside the source. */
export function sketch(site: CallSite): readonly string[] {
  const cap = site.outputCap.value ?? site.outputCap.state;
  const via = site.via.length === 0 ? '' : ` via ${site.via.join(' > ')}`;
  const model = site.model.value ?? `? ${site.model.why}`;
  return [
    `${site.kind} ${site.api} ${site.provider.value ?? '?'} ${model} (${site.model.provenance}) cap ${cap}${via}${site.isWrapper ? ' WRAPPER' : ''}`,
    ...site.request.segments.map(segment => {
      const flags = [segment.repeats ? '*' : '', segment.optional ? '?' : '', segment.marker === undefined ? '' : ' |cache'].join('');
      return `  ${segment.kind === 'message' ? '' : `${segment.kind} `}${segment.role}${flags}: ${segment.pieces.map(pieceText).join('')}`;
    }),
  ];
}

function pieceText(piece: Piece): string {
  if (piece.kind === 'text') return piece.text.text;
  if (piece.kind === 'choice') return `[${piece.options.map(option => option.map(pieceText).join('')).join(' | ')}]`;
  return `{${piece.label} ${piece.proven ? '!' : '~'}${piece.volatility}${piece.growth === 'append' ? '+' : ''}}`;
}

/** All call sites of one file of a project, sketched. */
export async function sketchesOf(files: Readonly<Record<string, string>>, main: string): Promise<readonly string[]> {
  return (await linkProject(files, main)).sites.flatMap(sketch);
}

/** The call sites of every file of a project, sketched: by path. */
export async function sketchesOfAll(files: Readonly<Record<string, string>>): Promise<ReadonlyMap<string, readonly string[]>> {
  const linked = await openProject(files);
  return new Map(Object.keys(files).map(file => [file, linked(file).sites.flatMap(sketch)]));
}

/** The files of a folder as a project: path → source. */
export function filesOf(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile());
  return Object.fromEntries(
    names.map(entry => {
      const full = path.join(entry.parentPath, entry.name);
      return [path.relative(folder, full).split(path.sep).join('/'), readFileSync(full, 'utf8')];
    }),
  );
}
