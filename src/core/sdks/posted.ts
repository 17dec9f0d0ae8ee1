import type { Context, Evaluation } from '../link/evaluation';
import type { Argument, ValueOf } from '../source/values';
import { argumentIn } from './handed';
import { writtenUrl } from './http-url';
import { called } from './receiver';
import type { SdkCall } from './sdk-call';
import type { SdkIndex } from './sdk-index';
import { mayBeClient, unseenClient } from './unseen-clients';

/**
 * `session.post("https://…/chat/completions", json=…)` on a session of which nobody says where it comes from: an address says by itself
 * whose model is asked. A path alone doesn't: so a test's client asks the program's own server.
 */
export function postedOn(
  evaluation: Evaluation,
  { key, object, at }: ValueOf<'member'>,
  args: () => readonly Argument[],
  context: Context,
  sdks: SdkIndex,
): readonly SdkCall[] {
  return sdks.withCall(key).flatMap(sdk => {
    const shape = sdk.addressTells === true ? sdk.calls.find(({ on, path }) => on === 'session' && path === key) : undefined;
    if (shape === undefined) return [];
    const address = argumentIn({ args: args(), positional: shape.positional ?? [] }, 'url');
    const url = address && writtenUrl(address, undefined);
    if (url === undefined || url.text.startsWith('/') || !mayBeClient(evaluation, object, context)) return [];
    // However a session was made, it says nothing of what is sent.
    return called({ evaluation, context, sdks }, { ...unseenClient(sdk), kind: 'session', unseen: false }, [key], args, at);
  });
}
