export interface WorkbenchTarget {
  /** Absolute path of the folder to open. */
  readonly folder: string;
  /** Absolute path of a `.code-workspace` to open instead of it. */
  readonly workspaceFile?: string;
  /** Absolute path of an unpacked extension to load. */
  readonly extensionDevelopmentPath?: string;
  /** Absolute path of a module whose `run()` is called inside the extension host. */
  readonly extensionTestsPath?: string;
  /** Absolute path of a file to open. */
  readonly openFile?: string;
}

/** The address of a workbench on the host at `port`, in the form the server's smoke test driver reads. */
export function buildUrl(port: number, target: WorkbenchTarget): string {
  const remote = (absolutePath: string) => `vscode-remote://127.0.0.1:${port}${encodeURI(absolutePath)}`;
  const payload: [string, string][] = [];
  const { extensionDevelopmentPath, extensionTestsPath, openFile } = target;
  if (extensionDevelopmentPath !== undefined) payload.push(['extensionDevelopmentPath', remote(extensionDevelopmentPath)]);
  if (extensionTestsPath !== undefined) payload.push(['extensionTestsPath', remote(extensionTestsPath)]);
  if (openFile !== undefined) payload.push(['openFile', remote(openFile)]);
  const { folder, workspaceFile } = target;
  const query = [workspaceFile === undefined ? `folder=${encodeURIComponent(folder)}` : `workspace=${encodeURIComponent(workspaceFile)}`];
  if (payload.length > 0) query.push(`payload=${encodeURIComponent(JSON.stringify(payload))}`);
  return `http://127.0.0.1:${port}/?${query.join('&')}`;
}
