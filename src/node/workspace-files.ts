import { type Dirent, existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { errorText } from '../core/error-text';

/** Folders that hold other people's code, what a tool made of the project's, or its state, whether or not .gitignore says so. */
const NEVER_ENTERED = new Set(['.git', '.hg', '.svn', 'node_modules', '.venv', 'site-packages', '__pycache__', '_next']);

/** What is wrong with a folder below the one that is walked. */
export interface UnreadFolder {
  readonly folder: string;
  readonly why: string;
}

interface IgnoreFile {
  /** The folder whose paths the patterns speak of. */
  readonly folder: string;
  readonly patterns: Ignore;
}

/**
 * All files below a folder, sorted, without what .gitignore files (those of the folders above included) leave out. Symbolic links are
 * not followed, so a loop of them ends. Prunes whole folders: an ignored one is never read. A folder that can't be read, such as a
 * container's data, is told and left out. Waits for the disk: who walks does nothing else meanwhile.
 */
export function* workspaceFiles(folder: string, unread: (folder: UnreadFolder) => void = fail): Generator<string> {
  yield* walk(folder, ignoreFilesAbove(folder), unread);
}

function fail({ folder, why }: UnreadFolder): never {
  throw new Error(`${folder}: ${why}`);
}

function* walk(folder: string, above: readonly IgnoreFile[], unread: (folder: UnreadFolder) => void): Generator<string> {
  const entries = entriesOf(folder);
  if (typeof entries === 'string') {
    unread({ folder, why: entries });
    return;
  }
  const own = entries.some(entry => entry.name === '.gitignore' && entry.isFile()) ? [readIgnoreFile(folder, '.gitignore')] : [];
  const ignored = [...above, ...own];
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!NEVER_ENTERED.has(entry.name) && !isIgnored(full, true, ignored)) yield* walk(full, ignored, unread);
    } else if (entry.isFile() && !isIgnored(full, false, ignored)) yield full;
  }
}

/** Why it can't be read, where it can't. */
function entriesOf(folder: string): Dirent[] | string {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    return `This folder can't be read: ${errorText(error)}`;
  }
}

/** The .gitignore files between a folder and its repository's root; none outside a repository. */
function ignoreFilesAbove(folder: string): IgnoreFile[] {
  const found: IgnoreFile[] = [];
  let current = path.resolve(folder);
  if (existsSync(path.join(current, '.git'))) return excludesOf(current);
  for (let parent = path.dirname(current); parent !== current; parent = path.dirname(current)) {
    current = parent;
    if (existsSync(path.join(current, '.gitignore'))) found.unshift(readIgnoreFile(current, '.gitignore'));
    if (existsSync(path.join(current, '.git'))) return [...excludesOf(current), ...found];
  }
  return [];
}

function excludesOf(repository: string): IgnoreFile[] {
  const file = path.join('.git', 'info', 'exclude');
  return existsSync(path.join(repository, file)) ? [readIgnoreFile(repository, file)] : [];
}

function readIgnoreFile(folder: string, file: string): IgnoreFile {
  // Git tells capitals apart: a package of the name that a folder beside it has in capitals is not ignored with it.
  const patterns = ignore({ allowRelativePaths: false, ignorecase: false }).add(readFileSync(path.join(folder, file), 'utf8'));
  return { folder: path.resolve(folder), patterns };
}

/** The nearest file that says something about a path decides. */
function isIgnored(full: string, isFolder: boolean, files: readonly IgnoreFile[]): boolean {
  for (const { folder, patterns } of [...files].reverse()) {
    const relative = path.relative(folder, path.resolve(full)).split(path.sep).join('/');
    const verdict = patterns.test(isFolder ? `${relative}/` : relative);
    if (verdict.ignored) return true;
    if (verdict.unignored) return false;
  }
  return false;
}
