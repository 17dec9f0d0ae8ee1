import type { z } from 'zod';

/** The extension, as a page sees it. */
export interface Host<FromPage, State> {
  send(message: FromPage): void;
  /** What the page kept before it was hidden or reloaded; undefined: nothing, or nothing that this version reads. */
  readonly kept: State | undefined;
  keep(state: State): void;
}

/** Connects a page to the extension. What doesn't fit its schema is not taken, and said in the page's console. */
export function connectHost<ToPage, FromPage, State>(
  messages: z.ZodType<ToPage>,
  states: z.ZodType<State>,
  take: (message: ToPage) => void,
): Host<FromPage, State> {
  const api = acquireVsCodeApi<State>();
  window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const parsed = messages.safeParse(data);
    if (parsed.success) take(parsed.data);
    else reportError(new Error(`A message was not understood: ${parsed.error.message}`));
  });
  return {
    send: message => api.postMessage(message),
    kept: states.safeParse(api.getState()).data,
    keep: state => void api.setState(state),
  };
}
