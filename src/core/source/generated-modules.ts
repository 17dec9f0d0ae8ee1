/** Modules that tools generate, which each project has in a folder of its own, by the name that all of them have. */
const GENERATED = /(?:^|[./@])(baml_client)(?:(?=[./])(.*))?$/s;

/** `./baml_client`, `@/lib/baml_client/async_client.js`, `app.baml_client.sync_client`: what BAML generates, wherever it is written to. */
export function withoutPlace(module: string): string {
  const [, name, rest = ''] = GENERATED.exec(module) ?? [];
  return name === undefined ? module : name + rest.replace(/\.[cm]?js$/, '');
}
