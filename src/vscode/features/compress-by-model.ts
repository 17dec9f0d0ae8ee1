import * as vscode from 'vscode';
import type { Compressed } from '../../core/compression/compression';
import { runDetail } from '../../core/present/compression-texts';
import type { Numerals } from '../../core/present/numerals';
import { type CompressionModel, editorModels, endpointModel } from '../platform/compression-models';
import type { CompressionQuestions } from '../platform/compression-questions';
import type { EndpointKey } from '../platform/endpoint-key';
import type { CompressionSettings } from '../platform/settings';
import { tellRefusal } from '../platform/tell-refusal';
import { offerSettings } from './endpoint-keys';

interface Parts {
  readonly questions: CompressionQuestions;
  readonly settings: CompressionSettings;
  readonly key: Pick<EndpointKey, 'of'>;
  readonly numerals: Numerals;
  readonly diff: { show(compressed: Compressed): Promise<void> };
  readonly extensionPath: string;
  /** Asks the user before anything leaves the machine. */
  confirm(message: string, detail: string): Promise<boolean>;
}

/** Names host and price, asks, sends, checks what comes back, and shows it. Whatever goes wrong leaves the text as it is. */
export async function compressByModel(parts: Parts): Promise<void> {
  const { questions, diff, numerals } = parts;
  const model = await chooseModel(parts);
  if (model === undefined) return;
  const asked = await questions.ask({ about: 'prompt', model: model.priced });
  if (asked === undefined || !('prompt' in asked)) return tellRefusal(asked);
  const detail = runDetail(model.host, asked.price, model.bill, numerals);
  if (!(await parts.confirm(`Send this prompt to ${model.host}?`, detail))) return;
  const progress = { location: vscode.ProgressLocation.Notification, title: `${model.label} shortens the prompt`, cancellable: true };
  const run = await vscode.window.withProgress(progress, (_, token) => model.run(asked.prompt, token));
  if ('cancelled' in run) return;
  if ('failed' in run) return tellRefusal({ refused: `${run.failed} Nothing was changed.` });
  const result = await questions.ask({ about: 'proposal', answer: run.answer });
  if (result === undefined || !('compressed' in result)) return tellRefusal(result);
  await diff.show(result.compressed);
}

async function chooseModel({ settings, key, extensionPath }: Parts): Promise<CompressionModel | undefined> {
  const endpoint = endpointModel(settings, key, extensionPath);
  const models = [...(endpoint === undefined ? [] : [endpoint]), ...(await editorModels(settings))];
  if (models.length === 0) {
    await offerSettings(
      'VS Code offers no model here. Set promptfare.compression.endpoint and promptfare.compression.model to use another.',
    );
    return undefined;
  }
  const [only] = models;
  // What comes next names it.
  if (models.length === 1) return only;
  return vscode.window.showQuickPick(models, {
    title: 'Compress This Prompt by a Model',
    placeHolder: 'Which model? Its host and price come next',
  });
}
