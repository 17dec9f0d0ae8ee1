import { createRequire } from 'node:module';
import path from 'node:path';
import * as vscode from 'vscode';
import type { CompressionPrompt } from '../../core/compression/model-request';
import type { EndpointAnswer } from '../../node/ask-endpoint';
import { type EndpointKey, endpointUrl } from './endpoint-key';
import type { CompressionSettings } from './settings';

/** A model that can be asked to compress. */
export interface CompressionModel {
  readonly label: string;
  readonly description: string;
  /** Named before anything is sent. */
  readonly host: string;
  /** To look its price up by; undefined: it isn't billed by the token, and `bill` says how. */
  readonly priced?: string;
  readonly bill?: string;
  run(prompt: CompressionPrompt, token: vscode.CancellationToken): Promise<EndpointAnswer>;
}

/** VS Code's own models need no key; VS Code asks itself whether an extension may use them. */
export async function editorModels({ timeoutMs }: CompressionSettings): Promise<readonly CompressionModel[]> {
  const models = await vscode.lm.selectChatModels();
  return models.map(model => ({
    label: model.name,
    description: `${model.vendor}, through VS Code`,
    host: `${model.vendor} through VS Code`,
    bill: 'It counts towards your plan there.',
    run: (prompt, token) => askEditorModel(model, prompt, timeoutMs, token),
  }));
}

async function askEditorModel(
  model: vscode.LanguageModelChat,
  { system, user }: CompressionPrompt,
  timeoutMs: number,
  token: vscode.CancellationToken,
): Promise<EndpointAnswer> {
  const ending = new vscode.CancellationTokenSource();
  const cancelled = token.onCancellationRequested(() => ending.cancel());
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    ending.cancel();
  }, timeoutMs);
  const ended = () =>
    late ? { failed: `${model.name} did not answer within ${Math.round(timeoutMs / 1000)} seconds.` } : { cancelled: true as const };
  try {
    const messages = [vscode.LanguageModelChatMessage.User(`${system}\n\n${user}`)];
    const response = await model.sendRequest(messages, { justification: 'To shorten the prompt that you chose.' }, ending.token);
    let answer = '';
    for await (const part of response.text) answer += part;
    if (ending.token.isCancellationRequested) return ended();
    return answer.trim() === '' ? { failed: `${model.name} answered with nothing.` } : { answer };
  } catch (error) {
    if (ending.token.isCancellationRequested) return ended();
    return { failed: `${model.name} did not answer: ${error instanceof Error ? error.message : String(error)}` };
  } finally {
    clearTimeout(timer);
    cancelled.dispose();
    ending.dispose();
  }
}

/** The endpoint of the settings; undefined: none is set up. */
export function endpointModel(
  settings: CompressionSettings,
  key: Pick<EndpointKey, 'of'>,
  extensionPath: string,
): CompressionModel | undefined {
  const url = endpointUrl(settings.endpoint);
  if (url === undefined || settings.model === '') return undefined;
  return {
    label: settings.model,
    description: `at ${url.host}`,
    host: url.host,
    priced: settings.model,
    async run({ system, user }, token) {
      const cancelling = new AbortController();
      const subscription = token.onCancellationRequested(() => cancelling.abort());
      try {
        const { askEndpoint } = loadEndpoint(extensionPath);
        const { model, timeoutMs } = settings;
        return await askEndpoint({ baseUrl: url.href, model, key: await key.of(url), system, user, timeoutMs, signal: cancelling.signal });
      } finally {
        subscription.dispose();
      }
    },
  };
}

/** A bundle of its own, read when first asked: few ever need the client. */
function loadEndpoint(extensionPath: string): typeof import('../../node/ask-endpoint') {
  return createRequire(path.join(extensionPath, 'dist', 'index.js'))('./ask-endpoint') as typeof import('../../node/ask-endpoint');
}
