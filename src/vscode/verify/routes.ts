import * as vscode from 'vscode';
import type { ModelFacts } from '../../core/prices/model';
import { trialCap } from '../../core/verify/call-cost';
import type { FilledMessage, TrialRequest } from '../../core/verify/trial-request';
import type { EndpointAnswer } from '../../node/endpoint/endpoint';
import { askEditorModel } from '../platform/ask-editor-model';
import { type EndpointKey, endpointUrl } from '../platform/endpoint-key';
import { loadEndpoint } from '../platform/load-endpoint';
import type { VerifySettings } from '../platform/settings';

/** Through whom a model can be asked. */
export interface Route {
  readonly id: string;
  readonly label: string;
  /** Named before anything is sent. */
  readonly host: string;
  /** By the token: what it costs can be known and limited. */
  readonly isBilled: boolean;
  /** Of endpoints. */
  readonly url?: URL;
  ask(
    request: TrialRequest,
    facts: ModelFacts | undefined,
    messages: readonly FilledMessage[],
    signal: AbortSignal,
  ): Promise<EndpointAnswer>;
}

export interface RouteParts {
  readonly settings: VerifySettings;
  readonly key: Pick<EndpointKey, 'of'>;
  readonly extensionPath: string;
}

/** The endpoint of the settings for a seller; undefined: none is named, or it can't be asked. */
export function endpointRoute(provider: string, { settings, key, extensionPath }: RouteParts): Route | undefined {
  const url = endpointUrl(settings.endpoints[provider] ?? settings.endpoints['*'] ?? '');
  if (url === undefined) return undefined;
  return {
    id: 'endpoint',
    label: url.host,
    host: url.host,
    isBilled: true,
    url,
    async ask(request, facts, messages, signal) {
      const { askEndpoint } = loadEndpoint(extensionPath);
      const { wire, model, parameters, answerForm } = request;
      return askEndpoint({
        wire,
        model,
        parameters,
        messages,
        ...(answerForm === undefined ? {} : { answerForm }),
        baseUrl: url.href.replace(/\/$/, ''),
        key: await key.of(url),
        maxOutputTokens: trialCap(request, facts),
        capsCompletion: request.provider === 'openai',
        // A stream tells when its first words come; its client wants nothing else of the wire that has no choice.
        streams: wire === 'openai-responses' || (wire === 'openai-chat' && request.provider === 'openai'),
        timeoutMs: settings.timeoutMs,
        signal,
      });
    },
  };
}

/** VS Code's own models, which report no usage. */
export async function editorRoutes({ timeoutMs }: VerifySettings): Promise<readonly Route[]> {
  const models = await vscode.lm.selectChatModels();
  return models.map(model => ({
    id: `editor:${model.id}`,
    label: `${model.name} (${model.vendor}, through VS Code)`,
    host: `${model.vendor} through VS Code`,
    isBilled: false,
    async ask(_request, _facts, messages, signal) {
      const ending = new vscode.CancellationTokenSource();
      const cancel = () => ending.cancel();
      signal.addEventListener('abort', cancel, { once: true });
      try {
        return await askEditorModel(
          model,
          messages,
          { timeoutMs, justification: 'To compare two requests on your samples.' },
          ending.token,
        );
      } finally {
        signal.removeEventListener('abort', cancel);
        ending.dispose();
      }
    },
  }));
}
