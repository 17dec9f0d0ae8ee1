/** The last name of a path: `create` of `messages.create`. */
export function lastName(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}
