import * as vscode from 'vscode';
import type { ChosenFix } from '../../core/fixes/chosen-fix';
import { isAside } from '../../core/present/aside';
import { countFixes, fixedText, fixRows } from '../../core/present/fix-rows';
import type { FileSpend } from '../../core/present/spend';
import { openDocument } from '../platform/analyses';
import { COMMANDS } from '../platform/command-names';
import { fileDocuments, type OpenedFile } from '../platform/file-documents';
import { makeFixes } from '../platform/make-fixes';
import { fileOf } from '../platform/notebook-cells';
import { scannedFiles } from '../platform/scanned-files';
import type { WindowContext } from '../platform/window-context';
import { registerFixAllAction } from './fix-all-action';

type Found = Pick<FileSpend, 'uri' | 'path' | 'findings'>;

const CHOOSE = 'Choose Fixes…';

/** Many fixes at once: those that leave the words alone without further ado, the others as somebody chooses them. */
export function registerFixAll(windows: WindowContext): vscode.Disposable {
  const { service, scan, numerals } = windows;

  const inFile = async (): Promise<{ readonly found: readonly Found[]; readonly files: readonly OpenedFile[] } | undefined> => {
    const document = vscode.window.activeTextEditor?.document;
    const analysis = document && service.documents.has(document) && (await service.analyses.whenCurrent(document, 5000));
    if (document === undefined || !analysis) {
      void vscode.window.showInformationMessage('Open a file with model calls or a prompt, and try again.');
      return undefined;
    }
    const path = vscode.workspace.asRelativePath(fileOf(document));
    const uri = document.uri.toString();
    return { found: [{ uri, path, findings: analysis.findings }], files: [{ uri, document }] };
  };

  /**
   * What the savings list, so nothing of tests and examples; of open files what they say now, unsaved changes included. Undefined: the person
   * did not wait.
   */
  const inWorkspace = async (): Promise<readonly Found[] | undefined> => {
    const scanned = await scannedFiles(scan);
    return scanned
      ?.filter(({ path }) => !isAside(path))
      .map(file => {
        const document = openDocument(file.uri);
        const findings = document && service.analyses.current(document)?.findings;
        return findings === undefined ? file : { ...file, findings };
      });
  };

  const fixAll = async (found: readonly Found[], files: readonly OpenedFile[], onlyInDocuments: boolean, choose: () => Promise<void>) => {
    const { harmless, others } = countFixes(found);
    const documents = files.map(({ document }) => document);
    const made =
      harmless === 0
        ? 0
        : await makeFixes(windows, { documents, wanted: 'harmless', onlyInDocuments }, 'Fixing what leaves the words alone');
    if (made === undefined) return;
    const answer = await vscode.window.showInformationMessage(fixedText(made, others, numerals), ...(others === 0 ? [] : [CHOOSE]));
    if (answer === CHOOSE) await choose();
  };

  const choose = async (found: readonly Found[], open: (uris: readonly string[]) => Promise<readonly OpenedFile[]>, leftOut = '') => {
    const rows = fixRows(found, numerals);
    if (rows.length === 0) {
      void vscode.window.showInformationMessage(`Nothing was found here that can be fixed for you.${leftOut}`);
      return;
    }
    const picked = await vscode.window.showQuickPick(rows, {
      canPickMany: true,
      title: 'Choose Fixes',
      placeHolder: 'What shall be fixed? You see every change before it is made',
      matchOnDescription: true,
      matchOnDetail: true,
      // What is ticked already would be lost.
      ignoreFocusOut: true,
    });
    if (picked === undefined || picked.length === 0) return;
    const files = await open([...new Set(picked.map(({ chosen }) => chosen.uri))]);
    const wanted = picked.flatMap(({ chosen }): ChosenFix[] => {
      const file = files.find(({ uri }) => uri === chosen.uri);
      return file === undefined ? [] : [{ ...chosen, uri: file.document.uri.toString() }];
    });
    const made = await makeFixes(
      windows,
      { documents: files.map(({ document }) => document), wanted, onlyInDocuments: false },
      'Preparing the fixes',
    );
    if (made === 0) void vscode.window.showInformationMessage('Nothing was changed.');
  };

  const chooseInFile = async () => {
    const here = await inFile();
    if (here !== undefined) await choose(here.found, () => Promise.resolve(here.files));
  };
  const chooseInWorkspace = async () => {
    const found = await inWorkspace();
    if (found !== undefined)
      await choose(found, fileDocuments, ' Tests, examples and notebooks are left out: open one to choose its fixes.');
  };

  return vscode.Disposable.from(
    registerFixAllAction(windows),
    vscode.commands.registerCommand(COMMANDS.fixAllInFile, async () => {
      const here = await inFile();
      if (here !== undefined) await fixAll(here.found, here.files, true, chooseInFile);
    }),
    vscode.commands.registerCommand(COMMANDS.fixAllInWorkspace, async () => {
      const found = await inWorkspace();
      if (found === undefined) return;
      const mended = found.filter(file => countFixes([file]).harmless > 0);
      await fixAll(found, await fileDocuments(mended.map(({ uri }) => uri)), false, chooseInWorkspace);
    }),
    vscode.commands.registerCommand(COMMANDS.chooseFixesInFile, chooseInFile),
    vscode.commands.registerCommand(COMMANDS.chooseFixesInWorkspace, chooseInWorkspace),
  );
}
