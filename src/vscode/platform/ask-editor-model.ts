import * as vscode from 'vscode';
import { errorText } from '../../core/error-text';
import type { FilledMessage } from '../../core/verify/trial-request';
import type { EndpointAnswer } from '../../node/endpoint/endpoint';

export interface EditorModelOptions {
  readonly timeoutMs: number;
  /** Shown to the user where VS Code asks whether this extension may use its models. */
  readonly justification: string;
}

/** Asks one of VS Code's own models. It reports no usage. */
export async function askEditorModel(
  model: vscode.LanguageModelChat,
  messages: readonly FilledMessage[],
  { timeoutMs, justification }: EditorModelOptions,
  token: vscode.CancellationToken,
): Promise<EndpointAnswer> {
  const begun = performance.now();
  const took = () => ({ milliseconds: performance.now() - begun });
  const ending = new vscode.CancellationTokenSource();
  const cancelled = token.onCancellationRequested(() => ending.cancel());
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    ending.cancel();
  }, timeoutMs);
  const ended = (): EndpointAnswer =>
    late
      ? { failed: `${model.name} did not answer within ${Math.round(timeoutMs / 1000)} seconds.`, kind: 'late', ...took() }
      : { cancelled: true };
  try {
    // There is no role for a system there: what it says comes first.
    const asked = messages.map(({ role, text }) =>
      role === 'assistant' ? vscode.LanguageModelChatMessage.Assistant(text) : vscode.LanguageModelChatMessage.User(text),
    );
    const response = await model.sendRequest(asked, { justification }, ending.token);
    let answer = '';
    for await (const part of response.text) answer += part;
    if (ending.token.isCancellationRequested) return ended();
    return answer.trim() === '' ? { failed: `${model.name} answered with nothing.`, kind: 'empty', ...took() } : { answer, ...took() };
  } catch (error) {
    if (ending.token.isCancellationRequested) return ended();
    const failed = `${model.name} did not answer: ${errorText(error)}`;
    return { failed, kind: kindOf(error), ...took() };
  } finally {
    clearTimeout(timer);
    cancelled.dispose();
    ending.dispose();
  }
}

function kindOf(error: unknown) {
  if (!(error instanceof vscode.LanguageModelError)) return 'connection';
  if (error.code === 'Blocked') return 'quota';
  if (error.code === 'NoPermissions') return 'key';
  return error.code === 'NotFound' ? 'model' : 'server';
}
