import type { CallSite } from '../request/call-site';
import { contains, type Span } from '../source/span';
import type { Value } from '../source/values';

/** Where the keys stand that hold prompt text: `messages=`, `role`, `content`, a prompt file's `system:`. Never the text itself. */
export function promptKeys(site: CallSite): readonly Span[] {
  const prompts = site.request.segments.map(segment => segment.at);
  const roles = site.request.segments.flatMap(segment => segment.roleAt ?? []);
  const keys = (site.call?.args ?? []).flatMap(argument => {
    const holds = argument.name !== undefined && prompts.some(prompt => contains(argument.at, prompt));
    const own = holds ? [{ ...argument.at, end: argument.value.at.start }] : [];
    return [...own, ...keysIn(argument.value, prompts)];
  });
  return [...roles, ...keys];
}

/** Keys of the records that hold a prompt (`role`, `content`, `messages`), down to the prompt. */
function keysIn(value: Value, prompts: readonly Span[]): readonly Span[] {
  if (value.kind === 'list') return value.items.flatMap(item => keysIn(item, prompts));
  if (value.kind === 'repeat' || value.kind === 'optional') return keysIn(value.item, prompts);
  if (value.kind !== 'record') return [];
  const isMessage = prompts.some(prompt => contains(prompt, value.at) || contains(value.at, prompt));
  return value.entries.flatMap(entry => {
    const inner = keysIn(entry.value, prompts);
    const own = prompts.some(prompt => contains(entry.at, prompt) || (isMessage && contains(prompt, entry.at)));
    return own && entry.keyAt !== undefined ? [entry.keyAt, ...inner] : inner;
  });
}
