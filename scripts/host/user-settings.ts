export type UserSettings = Readonly<Record<string, unknown>>;

/** VS Code as on the desktop, without its welcome page, chat, tips and side panels: what is left to see is the editor and this extension. */
export const cleanUserSettings: UserSettings = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.enableExperiments': false,
  'editor.minimap.enabled': false,
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'window.commandCenter': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': 'off',
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'git.openRepositoryInParentFolders': 'never',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
};

/** For windows in which nobody works: what TypeScript says of the examples is the type checker's to say, and its server reads all packages first. */
export const testUserSettings: UserSettings = { 'js/ts.tsserver.useSyntaxServer': 'always' };
