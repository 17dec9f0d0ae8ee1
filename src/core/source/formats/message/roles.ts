import type { Role } from '../../prompt-document';

const roles: ReadonlyMap<string, Role> = new Map([
  ['system', 'system'],
  ['developer', 'system'],
  ['user', 'user'],
  ['human', 'user'],
  ['assistant', 'assistant'],
  ['model', 'assistant'],
  ['ai', 'assistant'],
  ['chatbot', 'assistant'],
  ['tool', 'tool'],
  ['function', 'tool'],
]);

/** The role behind a name that chat APIs and frameworks use; undefined: none of theirs. */
export function roleNamed(name: string): Role | undefined {
  return roles.get(name.trim().toLowerCase());
}
