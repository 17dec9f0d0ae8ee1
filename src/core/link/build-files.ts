import type { Uri } from '../source/span';
import type { Evaluation } from './evaluation';

const FILES = ['pom.xml', 'build.gradle', 'build.gradle.kts'];
/** A larger file is generated. */
const MOST_CHARACTERS = 200_000;

/** Names of the libraries that the build of a JVM module takes (`langchain4j-open-ai`); empty where no build file lies beside the code. */
export function librariesOf(evaluation: Evaluation, from: Uri): ReadonlySet<string> {
  const [, module] = /^(.*)\/src\/\w+\/(?:java|kotlin)\//.exec(from) ?? [];
  if (module === undefined) return new Set();
  return new Set(FILES.flatMap(name => namesIn(evaluation, `${module}/${name}`)));
}

function namesIn(evaluation: Evaluation, uri: Uri): readonly string[] {
  const file = evaluation.fileOf([uri]);
  const text = file === undefined || file.kind === 'code' || file.kind === 'folder' ? undefined : file.text;
  if (text === undefined || text.length > MOST_CHARACTERS) return [];
  return uri.endsWith('.xml') ? ofMaven(text) : ofGradle(text);
}

/** What a profile adds is taken only where somebody asks for it. */
function ofMaven(text: string): readonly string[] {
  const always = text.replace(/<!--[\s\S]*?(?:-->|$)/g, '').replace(/<profiles>[\s\S]*?(?:<\/profiles>|$)/g, '');
  return [...always.matchAll(/<artifactId>\s*([\w.-]+)\s*<\/artifactId>/g)].map(([, name = '']) => name);
}

function ofGradle(text: string): readonly string[] {
  const read = text.replace(/\/\*[\s\S]*?(?:\*\/|$)/g, '').replace(/(^|[^:])\/\/.*/gm, '$1');
  return [...read.matchAll(/['"][\w.-]+:([\w.-]+)(?::[^'"]*)?['"]/g)].map(([, name = '']) => name);
}
