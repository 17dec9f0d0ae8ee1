import * as vscode from 'vscode';
import { readVerifications, type Verification, writeVerifications } from '../../core/verify/verification';
import { VERIFICATION_FILE_NAME } from '../../core/workspace-file/name';
import { verificationFileOf } from '../platform/workspace-file-texts';

/** Adds a result to the folder's file. What happened, as a sentence. */
export async function saveVerification(folder: vscode.Uri, result: Verification): Promise<string> {
  const uri = verificationFileOf(folder);
  const results = readVerifications(await textOf(uri));
  if (results === undefined) return `${VERIFICATION_FILE_NAME} is no file of results of this version, so the result was not saved.`;
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(writeVerifications(results, result)));
  const what = result.answers === undefined ? 'figures and fingerprints, no text' : 'with the answers';
  return `Saved in ${VERIFICATION_FILE_NAME}: ${what}.`;
}

/** Empty where there is none yet. */
async function textOf(uri: vscode.Uri): Promise<string> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return '';
    throw error;
  }
}
