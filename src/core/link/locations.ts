import { isAddress } from '../source/is-address';
import { relativeUri } from '../source/relative-uri';
import type { Uri } from '../source/span';
import type { Value, ValueOf } from '../source/values';
import { positional } from './arguments';
import { dotnetName } from './dotnet/functions';
import type { Evaluation } from './evaluation';
import { plainText } from './plain-values';

/** Where a path leads: to an address, or to somewhere below the folder that the program is started in. */
type Location = { readonly uri: Uri } | { readonly path: string };

/** Paths that a value may be, looked at one by one. */
const MOST_LOCATIONS = 12;
/** How many folders above a file may be the one that the program is started in. */
const MOST_ANCESTORS = 8;

/** All that a path's value may mean; undefined when it isn't known in full. */
export function locationsOf(evaluation: Evaluation, value: Value): readonly Location[] | undefined {
  switch (value.kind) {
    case 'text':
      return written(value.text.text);
    case 'template': {
      const [first, ...rest] = value.parts;
      const start = first === undefined ? undefined : locationsOf(evaluation, first);
      return rest.reduce((before, part) => combined(before, textsOf(evaluation, part), (place, text) => appended(place, text)), start);
    }
    case 'choice':
      return every(value.options.map(option => locationsOf(evaluation, option)));
    case 'external':
      return ofName(value);
    case 'hole':
      return value.label === 'import.meta.url' || value.label === 'import.meta.filename'
        ? [{ uri: value.at.uri }]
        : value.label === 'import.meta.dirname'
          ? [parent({ uri: value.at.uri })]
          : undefined;
    case 'member':
      return value.key === 'parent' ? locationsOf(evaluation, value.object)?.map(parent) : undefined;
    case 'index':
      return ofParents(evaluation, value);
    case 'operation':
      if (value.operator !== '/') return undefined;
      return combined(locationsOf(evaluation, value.left), textsOf(evaluation, value.right), joined);
    case 'call':
      return ofCall(evaluation, value);
    default:
      return undefined;
  }
}

/** The files that a location may be, best first. A relative one is tried from the folder of the code upwards. */
export function filesAt(location: Location, from: Uri): readonly Uri[] {
  if ('uri' in location) return [location.uri];
  const files: Uri[] = [];
  let folder: Location = parent({ uri: from });
  for (let level = 0; level < MOST_ANCESTORS; level++) {
    const file = relativeUri(`${folder.uri}/`, location.path);
    if (file !== undefined && !files.includes(file)) files.push(file);
    folder = parent(folder);
  }
  return files;
}

function written(text: string): readonly Location[] | undefined {
  const path = text.replaceAll('\\', '/');
  // An absolute path is another machine's.
  return /^(?:[/~]|[a-z]:|\w+:\/\/)/i.test(path) ? undefined : [{ path }];
}

function ofName({ module, path, at }: ValueOf<'external'>): readonly Location[] | undefined {
  const name = path.join('.');
  // Files that are copied beside the program are those of the project.
  if (
    /^(?:AppContext\.BaseDirectory|AppDomain\.CurrentDomain\.BaseDirectory|Environment\.CurrentDirectory)$/.test(
      dotnetName(`${module}.${name}`),
    )
  )
    return [{ path: '' }];
  if (module === 'global' && (name === '__file__' || name === '__filename')) return [{ uri: at.uri }];
  if (module === 'global' && name === '__dirname') return [parent({ uri: at.uri })];
  return undefined;
}

/** `Path(__file__).parents[1]` */
function ofParents(evaluation: Evaluation, { object, key }: ValueOf<'index'>): readonly Location[] | undefined {
  const level = key.kind === 'scalar' && typeof key.value === 'number' ? key.value : -1;
  if (object.kind !== 'member' || object.key !== 'parents' || level < 0 || level > MOST_ANCESTORS) return undefined;
  return locationsOf(evaluation, object.object)?.map(place => Array.from({ length: level + 1 }).reduce<Location>(parent, place));
}

function ofCall(evaluation: Evaluation, { callee, args }: ValueOf<'call'>): readonly Location[] | undefined {
  const [first, ...rest] = positional(args).map(argument => argument.value);
  if (callee.kind === 'member') {
    if (callee.key === 'joinpath') return allJoined(evaluation, callee.object, first === undefined ? [] : [first, ...rest]);
    return SAME.has(callee.key) ? locationsOf(evaluation, callee.object) : undefined;
  }
  if (callee.kind !== 'external') return undefined;
  const name = [callee.module, ...callee.path]
    .join('.')
    .replace(/^node:/, '')
    .replace(/\.default\b/, '');
  const dotnet = dotnetName(name);
  if (dotnet === 'Directory.GetCurrentDirectory' || dotnet === 'Assembly.GetExecutingAssembly') return [{ path: '' }];
  if (first !== undefined && /^Path\.(?:Combine|Join)$/.test(dotnet)) return allJoined(evaluation, first, rest);
  if (first !== undefined && /^Path\.(?:GetFullPath|GetDirectoryName)$/.test(dotnet)) return locationsOf(evaluation, first);
  if (name === 'os.getcwd' || name === 'pathlib.Path.cwd' || name === 'global.process.cwd') return [{ path: '' }];
  if (first === undefined) return name === 'pathlib.Path' ? [{ path: '' }] : undefined;
  if (/^(?:importlib\.resources|importlib_resources)\.files$/.test(name)) return packageFolder(evaluation, first);
  if (/^(?:pathlib\.Path|os\.path\.join|path\.(?:posix\.)?(?:join|resolve)|path(?:\/filepath)?\.Join)$/.test(name))
    return allJoined(evaluation, first, rest);
  if (/^(?:os\.path|path)\.dirname$/.test(name)) return locationsOf(evaluation, first)?.map(parent);
  if (/^(?:os\.path\.(?:abspath|realpath|normpath)|url\.fileURLToPath|path\.normalize|global\.str|os\.fspath)$/.test(name))
    return locationsOf(evaluation, first);
  const [base] = rest;
  if ((name === 'global.URL' || name === 'url.URL') && base !== undefined)
    return combined(locationsOf(evaluation, base)?.map(parent), textsOf(evaluation, first), joined);
  return undefined;
}

const SAME: ReadonlySet<string> = new Set(['resolve', 'absolute', 'expanduser', 'as_posix', 'toString']);

function allJoined(evaluation: Evaluation, first: Value, rest: readonly Value[]): readonly Location[] | undefined {
  return rest.reduce<readonly Location[] | undefined>(
    (before, part) => combined(before, textsOf(evaluation, part), joined),
    locationsOf(evaluation, first),
  );
}

/** The folder of a package: by its name, or as the module itself. */
function packageFolder(evaluation: Evaluation, anchor: Value): readonly Location[] | undefined {
  if (anchor.kind === 'external') {
    const own = anchor.module === 'global' && /^__(?:package|name)__$/.test(anchor.path.join('.'));
    if (own) return [parent({ uri: anchor.at.uri })];
    return anchor.path.length === 0 && isAddress(anchor.module) ? [parent({ uri: anchor.module })] : undefined;
  }
  const name = plainText(anchor);
  const module = name === undefined ? undefined : evaluation.moduleOf(name, anchor.at.uri);
  // A folder without an `__init__.py` is a package as well.
  return module !== undefined ? [parent({ uri: module })] : name === undefined ? undefined : [{ path: name.replaceAll('.', '/') }];
}

function textsOf(evaluation: Evaluation, value: Value): readonly string[] | undefined {
  if (value.kind === 'choice') {
    const all = value.options.map(option => textsOf(evaluation, option));
    return all.every(texts => texts !== undefined) ? all.flat() : undefined;
  }
  const text = plainText(value);
  return text === undefined ? lastParts(evaluation, value) : [text];
}

/** `os.path.basename(path)`, `Path(path).name` */
function lastParts(evaluation: Evaluation, value: Value): readonly string[] | undefined {
  const name = value.kind === 'call' && value.callee.kind === 'external' ? [value.callee.module, ...value.callee.path].join('.') : '';
  const isLast = /^(?:os\.path|(?:node:)?path(?:\.default)?)\.basename$/.test(name);
  const [first, ...others] = isLast && value.kind === 'call' ? positional(value.args).map(argument => argument.value) : [];
  const path = value.kind === 'member' && value.key === 'name' ? value.object : others.length === 0 ? first : undefined;
  const places = path && locationsOf(evaluation, path);
  return places?.map(place => ('uri' in place ? place.uri : place.path).replace(/^.*\//, ''));
}

function combined(
  places: readonly Location[] | undefined,
  texts: readonly string[] | undefined,
  combine: (place: Location, text: string) => Location | undefined,
): readonly Location[] | undefined {
  if (places === undefined || texts === undefined || places.length * texts.length > MOST_LOCATIONS) return undefined;
  const found = places.flatMap(place => texts.flatMap(text => combine(place, text) ?? []));
  return found.length === places.length * texts.length ? found : undefined;
}

function every(all: readonly (readonly Location[] | undefined)[]): readonly Location[] | undefined {
  const known = all.flatMap(each => each ?? []);
  return all.includes(undefined) || known.length > MOST_LOCATIONS ? undefined : known;
}

function joined(place: Location, text: string): Location | undefined {
  const [more] = written(text) ?? [];
  if (more === undefined || 'uri' in more) return undefined;
  if ('path' in place) return { path: place.path === '' ? more.path : `${place.path}/${more.path}` };
  const uri = relativeUri(`${place.uri}/`, more.path);
  return uri === undefined ? undefined : { uri };
}

/** `f"{FOLDER}/x.md"` */
function appended(place: Location, text: string): Location | undefined {
  if ('path' in place) return { path: place.path + text.replaceAll('\\', '/') };
  return text.startsWith('/') ? joined(place, text.slice(1)) : undefined;
}

function parent<T extends Location>(place: T): T;
function parent(place: Location): Location {
  if ('uri' in place) return { uri: place.uri.slice(0, Math.max(place.uri.lastIndexOf('/'), place.uri.indexOf('://') + 3)) };
  return { path: place.path.includes('/') ? place.path.slice(0, place.path.lastIndexOf('/')) : '' };
}
