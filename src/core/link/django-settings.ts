import type { Span, Uri } from '../source/span';
import type { Value, ValueOf } from '../source/values';
import { choose } from './choose';
import { callsThat, type Evaluation } from './evaluation';
import { filesAt } from './locations';
import { plainText } from './plain-values';

const NAMED_BY = 'DJANGO_SETTINGS_MODULE';

/**
 * `settings.MODEL` of Django: what the modules say that the project's `manage.py` and the files that servers start name. Undefined: it
 * isn't Django's, or they don't say it.
 */
export function djangoSetting(evaluation: Evaluation, { module, path }: ValueOf<'external'>, key: string, at: Span): Value | undefined {
  if (module !== 'django.conf' || path.join('.') !== 'settings') return undefined;
  const [location] = filesAt({ path: 'manage.py' }, at.uri).filter(uri => evaluation.fileOf([uri]) !== undefined);
  if (location === undefined) return undefined;
  const own = modulesNamedIn(evaluation, location);
  const folder = location.slice(0, location.lastIndexOf('/'));
  const servers = own.flatMap(name => ['wsgi', 'asgi'].map(server => `${folder}/${name.split('.')[0]}/${server}.py`));
  const names = new Set([...own, ...servers.flatMap(uri => modulesNamedIn(evaluation, uri))]);
  const said = [...names].map(name => {
    const file = evaluation.moduleOf(name, location);
    return file === undefined ? undefined : evaluation.exportOf(file, key, at);
  });
  const known = said.flatMap(value => value ?? []);
  return known.length > 0 && known.length === said.length ? choose(at, known) : undefined;
}

/** `os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")` */
function modulesNamedIn(evaluation: Evaluation, uri: Uri): readonly string[] {
  const file = evaluation.fileOf([uri]);
  if (file?.kind !== 'code') return [];
  const naming = callsThat(evaluation, file, NAMED_BY, ({ call: { callee, args } }) => {
    return callee.kind === 'member' && callee.key === 'setdefault' && args[0] !== undefined && plainText(args[0].value) === NAMED_BY;
  });
  return naming.flatMap(({ call: { args } }) => (args[1] === undefined ? [] : (plainText(args[1].value) ?? [])));
}
