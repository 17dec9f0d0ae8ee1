import * as vscode from 'vscode';
import type { CompressionPrompt } from '../../core/compression/model-request';
import type { EndpointAnswer } from '../../node/endpoint/endpoint';
import { askEditorModel } from './ask-editor-model';
import { type EndpointKey, endpointUrl } from './endpoint-key';
import { loadEndpoint } from './load-endpoint';
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
    run({ system, user }, token) {
      const messages = [{ role: 'user' as const, text: `${system}\n\n${user}` }];
      return askEditorModel(model, messages, { timeoutMs, justification: 'To shorten the prompt that you chose.' }, token);
    },
  }));
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
        return await askEndpoint({
          wire: 'openai-chat',
          baseUrl: url.href,
          model,
          key: await key.of(url),
          messages: [
            { role: 'system', text: system },
            { role: 'user', text: user },
          ],
          parameters: {},
          capsCompletion: false,
          streams: false,
          timeoutMs,
          signal: cancelling.signal,
        });
      } finally {
        subscription.dispose();
      }
    },
  };
}
