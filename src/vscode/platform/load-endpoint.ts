import { createRequire } from 'node:module';
import path from 'node:path';

/** The clients of endpoints: a bundle of its own, read when first asked, as few ever need it. */
export function loadEndpoint(extensionPath: string): typeof import('../../node/endpoint/ask-endpoint') {
  return createRequire(path.join(extensionPath, 'dist', 'index.js'))('./ask-endpoint') as typeof import('../../node/endpoint/ask-endpoint');
}
