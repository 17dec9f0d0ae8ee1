/** Each file by its name, with as many of its folders before it as tell it from the others. Paths have slashes. */
export function shortestPaths(paths: readonly string[]): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  let open = [...new Set(paths)];
  for (let parts = 1; open.length > 0; parts++) {
    const alike = new Map<string, string[]>();
    for (const path of open) {
      const end = path.split('/').slice(-parts).join('/');
      alike.set(end, [...(alike.get(end) ?? []), path]);
    }
    open = [];
    for (const [end, same] of alike) {
      for (const path of same) {
        if (same.length === 1 || path === end) labels.set(path, end);
        else open.push(path);
      }
    }
  }
  return labels;
}
