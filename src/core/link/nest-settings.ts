import { setAtDeployment } from '../source/deployed';
import type { Argument, Call, Value } from '../source/values';
import { positional } from './arguments';
import { choose } from './choose';
import { plainText } from './plain-values';

/** `configService.get('MODEL', 'gpt-5.4')` of NestJS: what is set where the program is deployed, or else what is passed. Undefined: not one. */
export function nestSetting(object: Value, method: string, args: readonly Argument[], call: Call): Value | undefined {
  const [key, fallback] = positional(args).map(({ value }) => value);
  const name = (method === 'get' || method === 'getOrThrow') && isService(object) && key !== undefined ? plainText(key) : undefined;
  if (name === undefined) return undefined;
  const set = setAtDeployment(call.at, name);
  // `{ infer: true }` says what types are, and no default.
  return fallback === undefined || fallback.kind === 'record' ? set : choose(call.at, [set, fallback]);
}

function isService(object: Value): boolean {
  const type = object.kind === 'param' ? object.type : undefined;
  return type?.kind === 'external' && type.module === '@nestjs/config' && type.path.join('.') === 'ConfigService';
}
