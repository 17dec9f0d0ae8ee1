import path from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { browserFlags, findBrowser } from '../host/browser';
import { installHost } from '../host/install';
import { type Host, startHost } from '../host/server';
import { testUserSettings, type UserSettings } from '../host/user-settings';
import { buildUrl } from '../host/workbench-url';
import { examplesFolder, repositoryRoot } from '../repository';
import { copyWorkspace } from '../workspace-copy';
import { otherTheme, setTheme, type Theme, themeFollowsBrowser } from './appearance';

export interface WorkbenchOptions {
  /** Path, relative to the workspace, of a file to open at once. */
  readonly openFile?: string;
  /** Folder that is copied and opened; the examples when left out. */
  readonly workspace?: string;
  /** Path, relative to the workspace, of a `.code-workspace` to open instead of the folder. */
  readonly workspaceFile?: string;
  /** Unpacked extension to load; when left out, what is installed in the folder that PROMPTFARE_EXTENSIONS names, or else this repository's. */
  readonly extension?: string;
  /** Opens the folder in restricted mode, as one that the user has not trusted. */
  readonly restricted?: boolean;
  /** Dark when left out. */
  readonly theme?: Theme;
  readonly userSettings?: UserSettings;
}

/** A window of a real VS Code in a real browser, on a workspace that may be edited. */
export interface Workbench {
  readonly page: Page;
  /** Absolute path of the opened copy. */
  readonly folder: string;
  readonly host: Host;
  close(): Promise<void>;
}

const openSeconds = 120;
/** Longest wait for the folders of a workspace file before the window is loaded again. */
const foldersSeconds = 20;
/** Longest wait for anything that a step waits for: a machine that does something else meanwhile is slow, and no fault. */
const stepSeconds = 60;

export async function openWorkbench(options: WorkbenchOptions = {}): Promise<Workbench> {
  const executablePath = findBrowser();
  await installHost(console.log);
  const undo: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const step of undo.reverse()) await step();
  };
  try {
    const workspace = await copyWorkspace(options.workspace ?? examplesFolder);
    undo.push(workspace.remove);
    const installed = options.extension === undefined ? process.env.PROMPTFARE_EXTENSIONS : undefined;
    const theme = options.theme ?? 'dark';
    const userSettings = { ...themeFollowsBrowser, ...testUserSettings, ...options.userSettings };
    const host = await startHost({
      ...(installed ? { extensionsDir: installed } : {}),
      workspaceTrust: options.restricted ?? false,
      userSettings,
    });
    undo.push(host.stop);
    const browser = await chromium.launch({ executablePath, args: [...browserFlags] });
    undo.push(() => browser.close());
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, colorScheme: otherTheme(theme) });
    page.setDefaultTimeout(stepSeconds * 1000);
    const target = {
      folder: workspace.folder,
      ...(options.workspaceFile === undefined ? {} : { workspaceFile: path.join(workspace.folder, options.workspaceFile) }),
      ...(installed ? {} : { extensionDevelopmentPath: options.extension ?? repositoryRoot }),
      ...(options.openFile === undefined ? {} : { openFile: path.join(workspace.folder, options.openFile) }),
    };
    await load(page, buildUrl(host.port, target), options.workspaceFile !== undefined);
    await setTheme(page, theme);
    return { page, folder: workspace.folder, host, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * Loads the window. One that is opened by a workspace file now and then comes up without its folders: VS Code begins with what it keeps of
 * that file, which is nothing the first time, and may miss that the file was read meanwhile. It keeps what it read, so loading it again helps.
 */
async function load(page: Page, url: string, byWorkspaceFile: boolean): Promise<void> {
  for (let tries = byWorkspaceFile ? 3 : 1; ; tries--) {
    await page.goto(url);
    await page.waitForSelector('.monaco-workbench .statusbar-item', { timeout: openSeconds * 1000 });
    if (!byWorkspaceFile) return;
    try {
      await page.waitForSelector('.explorer-folders-view .monaco-list-row', { timeout: foldersSeconds * 1000 });
      return;
    } catch (error) {
      if (tries <= 1) throw error;
    }
  }
}
