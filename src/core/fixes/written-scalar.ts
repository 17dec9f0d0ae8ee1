import type { Api } from '../request/call-site';
import { SDKS } from '../sdks/registry';
import type { Sdk, WrittenSetting } from '../sdks/sdk';
import type { Literal } from '../source/literal';
import type { CodeSummary } from '../source/summary';

/** A number as the package's parameter takes it: by itself, or made optional by a function of the package (`openai.Int(500)`). Undefined: that can't be written here. */
export function writtenNumber(sdkId: string, parameter: string, value: number, code: CodeSummary | undefined): Literal | undefined {
  const sdk = SDKS.find(({ id }) => id === sdkId);
  const optional = sdk?.optionalNumbers;
  if (sdk === undefined || optional === undefined || optional.required.includes(parameter)) return value;
  const own = packageName(sdk, code);
  return own === undefined ? undefined : { source: `${own}.${optional.by}(${value})` };
}

/** An expression as the package's parameter takes it: by itself, or made optional (`openai.String(userID)`). Undefined: that can't be written here. */
export function writtenExpression(sdkId: string, parameter: string, source: string, code: CodeSummary | undefined): Literal | undefined {
  const sdk = SDKS.find(({ id }) => id === sdkId);
  const optional = sdk?.optionalTexts;
  if (sdk === undefined || optional?.of.includes(parameter) !== true) return { source };
  const own = packageName(sdk, code);
  return own === undefined ? undefined : { source: `${own}.${optional.by}(${source})` };
}

/** A setting under the name that the package has for it. Undefined: it isn't known. */
export function writtenSetting(sdkId: string, api: Api, parameter: string, value: Literal): WrittenSetting | undefined {
  const sdk = SDKS.find(({ id }) => id === sdkId);
  return sdk?.written === undefined ? { name: parameter, value } : sdk.written(api, parameter, value);
}

function packageName(sdk: Sdk, code: CodeSummary | undefined): string | undefined {
  return code?.imports.find(({ module, name }) => name === undefined && sdk.modules.some(root => isRoot(module, root)))?.local;
}

/** The package itself, in any of its major versions. */
function isRoot(module: string, root: string): boolean {
  return module.startsWith(root) && /^(?:\/v\d+)?$/.test(module.slice(root.length));
}
