import type * as vscode from 'vscode';

/** What we use of VS Code's built-in Git extension (`vscode.git`, API version 1). */
export interface GitExtension {
  /** False: the user has switched Git off, and `getAPI` throws. */
  readonly enabled: boolean;
  getAPI(version: 1): GitApi;
}

export interface GitApi {
  readonly onDidOpenRepository: vscode.Event<Repository>;
  readonly onDidCloseRepository: vscode.Event<Repository>;
  /** The open repository that a file belongs to. */
  getRepository(uri: vscode.Uri): Repository | null;
}

/** A fresh object each time it is asked for; `rootUri` tells which one it is. */
export interface Repository {
  readonly rootUri: vscode.Uri;
  readonly state: {
    /** `commit` is missing before the first one. */
    readonly HEAD: { readonly commit?: string } | undefined;
    readonly onDidChange: vscode.Event<void>;
  };
  /** A file's text in a commit; fails where the commit has no such file. */
  show(ref: string, path: string): Promise<string>;
}
