import path from 'node:path';

/** Absolute paths of what the scripts build, read and write. */
export const repositoryRoot = path.resolve(__dirname, '..');
export const examplesFolder = path.join(repositoryRoot, 'examples');
export const testResultsFolder = path.join(repositoryRoot, 'test-results');
export const screenshotsFolder = path.join(repositoryRoot, 'docs', 'images');
/** Bundles of test/host, loaded inside the extension host. */
export const hostTestsFolder = path.join(repositoryRoot, 'dist-test', 'host');

/** An extension whose language model VS Code offers to ours in tests. */
export const editorModelExtension = path.join(repositoryRoot, 'test/host/editor-model');
