/** Commands of the palette; `contributes.commands` in package.json declares exactly these. */
export const COMMANDS = {
  toggleCodeLens: 'promptfare.toggleCodeLens',
  toggleCacheablePrefix: 'promptfare.toggleCacheablePrefix',
  toggleInlayHints: 'promptfare.toggleInlayHints',
  chooseReferenceModel: 'promptfare.chooseReferenceModel',
  compareModels: 'promptfare.compareModels',
  showExplanation: 'promptfare.showExplanation',
  refreshPrices: 'promptfare.refreshPrices',
  countFileAsPrompt: 'promptfare.countFileAsPrompt',
  notAnLlmCall: 'promptfare.notAnLlmCall',
  applyFix: 'promptfare.applyFix',
  compressPrompt: 'promptfare.compressPrompt',
  compressPromptByModel: 'promptfare.compressPromptByModel',
  applyCompression: 'promptfare.applyCompression',
  chooseCompressionChanges: 'promptfare.chooseCompressionChanges',
  setEndpointKey: 'promptfare.setEndpointKey',
  fixAllInFile: 'promptfare.fixAllInFile',
  fixAllInWorkspace: 'promptfare.fixAllInWorkspace',
  chooseFixesInFile: 'promptfare.chooseFixesInFile',
  chooseFixesInWorkspace: 'promptfare.chooseFixesInWorkspace',
  stateTraffic: 'promptfare.stateTraffic',
  createWorkspaceFile: 'promptfare.createWorkspaceFile',
  scanWorkspace: 'promptfare.scanWorkspace',
  cancelScan: 'promptfare.cancelScan',
  showCoverage: 'promptfare.showCoverage',
  savingsByRule: 'promptfare.savingsByRule',
  savingsByMoney: 'promptfare.savingsByMoney',
  explainSaving: 'promptfare.explainSaving',
  openEstimator: 'promptfare.openEstimator',
  importUsage: 'promptfare.importUsage',
  forgetUsage: 'promptfare.forgetUsage',
  openRouting: 'promptfare.openRouting',
  verifyModel: 'promptfare.verifyModel',
  exportRouting: 'promptfare.exportRouting',
  restartAnalysis: 'promptfare.restartAnalysis',
} as const;

/** Commands that only our own lenses, links and actions run, with arguments. */
export const INTERNAL_COMMANDS = {
  showActions: 'promptfare.internal.showActions',
  explainUnfixable: 'promptfare.internal.explainUnfixable',
  ignoreInFile: 'promptfare.internal.ignoreInFile',
  turnRuleOff: 'promptfare.internal.turnRuleOff',
  takeFix: 'promptfare.internal.takeFix',
  verifyChange: 'promptfare.internal.verifyChange',
  openPlace: 'promptfare.internal.openPlace',
} as const;

/** A call site, as commands receive it. */
export interface SiteArguments {
  readonly uri: string;
  readonly identity: string;
}

/** Contexts that steps of the walkthrough wait for; `contributes.walkthroughs` in package.json names these. */
export const WALKTHROUGH_STEPS = { lensSeen: 'promptfare.lensSeen', hoverSeen: 'promptfare.hoverSeen' } as const;
