import type { PromptReader } from '../core/compression/prompt-reader';
import type { CatalogueInputs } from '../core/prices/catalogue';
import type { Catalogue } from '../core/prices/model';
import { optionProblems } from '../core/rules/options';
import { RULES } from '../core/rules/registry';
import type { Counters } from '../core/tokens/counter';
import { settingsWithVerifications } from '../core/verify/settings-with-verifications';
import { readWorkspaceFile } from '../core/workspace-file/read-workspace-file';
import type { FromWorkerOf, ToWorkerOf } from '../protocol/worker';
import type { AnalysedDocuments } from './analysed-documents';
import { createEnvironments, type Environments } from './environments';
import type { KeptPrices } from './kept-prices';
import { REFRESH_URL } from './refreshed-prices';

export interface ConfigurationParts {
  readonly counters: Counters;
  readonly reader: PromptReader;
  createCatalogue(inputs: CatalogueInputs): Catalogue;
  now(): Date;
  /** Undefined: the host gave no place to keep refreshed prices. */
  readonly keptPrices?: KeptPrices;
}

/** Takes over settings, prices and workspace files: all that is open is analysed anew. */
export function configureSession(
  { settings: set, userPrices, refreshedPrices, workspaceFiles, verifications = [], revision }: ToWorkerOf<'configure'>,
  { store, analyzer }: AnalysedDocuments,
  { counters, reader, createCatalogue, now, keptPrices }: ConfigurationParts,
): { readonly environments: Environments; readonly ready: FromWorkerOf<'ready'> } {
  const settings = settingsWithVerifications(set, verifications);
  const read = workspaceFiles.map(({ folder, text }) => ({ folder, ...readWorkspaceFile(text) }));
  store.usePromptFiles(settings.promptFiles);
  const environments = createEnvironments({
    settings,
    folderFiles: read,
    prices: { userPrices, refreshedPrices: refreshedPrices ?? keptPrices?.prices },
    counters,
    reader,
    createCatalogue,
    now,
    textOf: uri => store.textOf(uri),
  });
  analyzer.configure({ revision, environment: environments.of });
  const { date, problems } = environments.catalogue;
  const ready: FromWorkerOf<'ready'> = {
    type: 'ready',
    revision,
    workspaceFiles: read.map(({ folder, problems }) => ({ folder, problems })),
    catalogueDate: date,
    problems: [...problems, ...optionProblems(RULES, settings)],
    ...(keptPrices === undefined ? {} : { refreshUrl: REFRESH_URL }),
  };
  return { environments, ready };
}
