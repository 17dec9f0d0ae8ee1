/** Sites that serve npm's packages by their names. */
const HOSTS = /^https?:\/\/(?:esm\.sh|esm\.run|unpkg\.com|cdn\.skypack\.dev|cdn\.jsdelivr\.net\/npm|ga\.jspm\.io)\//;
const DENO = /^https?:\/\/deno\.land\/x\//;
/** Name, version and what is meant within the package. */
const PACKAGE = /^(?:npm:|v\d+\/|\*|\/)*((?:@[\w.-]+\/)?[\w.-]+)(?:@[^/?]*)?((?:\/[^?]*)?)/;

/** What a package is called by itself: `npm:openai@4`, `https://esm.sh/@google/genai@1?bundle`, `https://deno.land/x/openai@v4/mod.ts`. */
export function packageOf(specifier: string): string {
  const isNpm = /^(?:npm|jsr):/.test(specifier);
  const host = (isNpm ? /^\w+:/ : HOSTS.test(specifier) ? HOSTS : DENO).exec(specifier)?.[0];
  const [, name, path = ''] = (host === undefined ? null : PACKAGE.exec(specifier.slice(host.length))) ?? [];
  if (name === undefined) return specifier;
  return /^\/?(?:\+esm|mod\.ts)?$/.test(path) ? name : name + path;
}

/** How a module is written beside imports like these, which may name packages by where they are served. */
export function specifierLike(head: string, module: string): string {
  const served = [...head.matchAll(/["']((?:npm:|jsr:|https?:\/\/)[^"'\n]+)["']/g)].flatMap(([, specifier = '']) =>
    packageOf(specifier) === specifier ? [] : specifier,
  );
  const [first] = served;
  if (first === undefined) return module;
  const [, name = module, path = ''] = PACKAGE.exec(module) ?? [];
  const same = served.find(specifier => PACKAGE.exec(packageOf(specifier))?.[1] === name && !DENO.test(specifier));
  const version = same === undefined ? '' : (new RegExp(`${name.replace(/[.]/g, '\\.')}(@[^/?]+)`).exec(same)?.[1] ?? '');
  return `${HOSTS.exec(same ?? first)?.[0] ?? 'npm:'}${name}${version}${path}`;
}
