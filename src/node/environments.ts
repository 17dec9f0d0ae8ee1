import type { PromptReader } from '../core/compression/prompt-reader';
import type { CatalogueInputs } from '../core/prices/catalogue';
import type { Catalogue } from '../core/prices/model';
import type { QuoteEnvironment } from '../core/quote/environment';
import type { QuoteMemory } from '../core/quote/quote-memory';
import type { QuoteSettings } from '../core/quote/settings';
import type { Uri } from '../core/source/span';
import type { Counters } from '../core/tokens/counter';
import type { WorkspaceFile } from '../core/workspace-file/file-schema';
import { pathIn, saidOfCalls, settingsWithFile } from '../core/workspace-file/stated';
import { createEnvironment } from './environment';

/** What a folder's workspace file says. Plain data: it goes to other threads. */
export interface FolderFile {
  readonly folder: Uri;
  readonly file: WorkspaceFile;
}

export interface EnvironmentsParts {
  readonly settings: QuoteSettings;
  readonly folderFiles: readonly FolderFile[];
  readonly prices: Omit<CatalogueInputs, 'workspacePrices'>;
  readonly counters: Counters;
  readonly reader: PromptReader;
  createCatalogue(inputs: CatalogueInputs): Catalogue;
  now(): Date;
  textOf(uri: Uri): string | undefined;
}

/** What quotes depend on, by the folder that a file lies in: each may have a workspace file of its own. */
export interface Environments {
  /** For files in no folder that has a workspace file. */
  readonly catalogue: Catalogue;
  /** For one moment: made anew for each analysis. */
  of(uri: Uri): QuoteEnvironment;
}

export function createEnvironments({
  settings,
  folderFiles,
  prices,
  counters,
  reader,
  createCatalogue,
  now,
  textOf,
}: EnvironmentsParts): Environments {
  const catalogue = createCatalogue(prices);
  const folders = folderFiles.map(({ folder, file }) => {
    const own = settingsWithFile(settings, file, folder);
    return {
      folder,
      settings: own,
      saidOf: saidOfCalls(own.stated),
      catalogue: file.models === undefined ? catalogue : createCatalogue({ ...prices, workspacePrices: file.models }),
    };
  });
  // The innermost folder of several comes first.
  folders.sort((one, other) => other.folder.length - one.folder.length);
  const elsewhere = { settings, catalogue, saidOf: saidOfCalls(undefined) };
  const memoryOf = createMemories();
  return {
    catalogue,
    of(uri) {
      const parts = folders.find(({ folder }) => pathIn(folder, uri) !== undefined) ?? elsewhere;
      const moment = now();
      return createEnvironment({ ...parts, counters, reader, now: moment, memory: memoryOf(parts, moment), textOf });
    },
  };
}

/** What quotes of one folder may share: it holds for one day, as prices do. */
function createMemories(): (parts: object, moment: Date) => QuoteMemory {
  const memories = new WeakMap<object, { readonly day: string; readonly memory: QuoteMemory }>();
  return (parts, moment) => {
    const day = moment.toISOString().slice(0, 10);
    const known = memories.get(parts);
    if (known?.day === day) return known.memory;
    const memory: QuoteMemory = new WeakMap();
    memories.set(parts, { day, memory });
    return memory;
  };
}
