/** What tells folders apart that are shown together: their names, with as much before those that are alike as they don't share. `path`: with slashes. */
export function folderLabels(folders: readonly { readonly name: string; readonly path: string }[]): readonly string[] {
  if (folders.length < 2) return folders.map(() => '');
  return folders.map(({ name, path }) => {
    const alike = folders.filter(other => other.name === name && other.path !== path);
    const around = parentsOf(path);
    const depth = around.findIndex((_, index) => alike.every(other => parentsOf(other.path)[index] !== around[index]));
    if (alike.length === 0 || depth === -1) return name;
    return [...around.slice(0, depth + 1).reverse(), name].join('/');
  });
}

/** The nearest first. */
function parentsOf(path: string): readonly string[] {
  return path.split('/').filter(Boolean).slice(0, -1).reverse();
}
