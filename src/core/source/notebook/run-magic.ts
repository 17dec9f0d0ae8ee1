const FILE = /^%run[ \t]+(?:-[a-z][ \t]+)?["']?((?:\.\.?\/)*)([A-Za-z_]\w*(?:\/[A-Za-z_]\w*)*)(?:\.(?:py|ipynb))?(?=["'\s]|$)/;

/**
 * What runs another file in the notebook's own namespace (`%run ./setup.ipynb`, `%run helpers.py 20`), as the import that binds the
 * same names.
 */
export function importOfRun(magic: string): string | undefined {
  const [, above = '', path] = FILE.exec(magic) ?? [];
  if (path === undefined) return undefined;
  const steps = above.split('/').filter(step => step === '..').length;
  return `from ${'.'.repeat(steps + 1)}${path.replaceAll('/', '.')} import *`;
}
