import type { QuoteSettings } from '../../core/quote/settings';
import type { MeasuredCalls } from './measured-calls';
import type { SettingsWatch } from './settings';
import type { WorkspaceFileTexts } from './workspace-file-texts';

/** What analysis depends on besides the code. */
export interface AnalysisSources {
  readonly settings: SettingsWatch;
  readonly workspaceFiles: WorkspaceFileTexts;
  readonly measured: MeasuredCalls;
}

/** What a person set, with what was measured of calls. */
export function quoteSettings({ settings, measured }: AnalysisSources): QuoteSettings {
  const { all } = measured;
  return all.length === 0 ? settings.current.quote : { ...settings.current.quote, measured: all };
}
