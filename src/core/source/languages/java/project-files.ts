import type { Packages, ProjectFiles } from '../../language';
import type { Uri } from '../../span';
import { JAVA_LANG } from './java-lang';

/** More folders than a project is looked through for. */
const MOST_FOLDERS = 600;

/** Classes see each other by imports; what a framework puts together may be declared anywhere in the project. */
export const packages: Packages = {
  filesAround: () => [],
  filesOf: projectFiles,
  projectOf,
  predeclared: JAVA_LANG,
};

/** The sources of a file's module; `wide`: those of the modules beside it, where a build puts them together. */
function projectOf(from: Uri, project: ProjectFiles, wide: boolean): Uri | undefined {
  const [, module] = /^(.*)\/src\/\w+\/java\//.exec(from) ?? [];
  if (module === undefined) return undefined;
  const around = module.slice(0, module.lastIndexOf('/') + 1);
  const isBuilt = wide && project.entriesOf(around).some(entry => /\/(?:pom\.xml|settings\.gradle(?:\.kts)?)$/.test(entry));
  return isBuilt ? around : `${module}/src/main/java/`;
}

function projectFiles(root: Uri, project: ProjectFiles): readonly Uri[] {
  const found: Uri[] = [];
  const waiting: Uri[] = [root];
  for (let index = 0; index < waiting.length && index < MOST_FOLDERS; index++) {
    for (const entry of project.entriesOf(waiting[index] ?? '')) {
      if (entry.endsWith('.java')) found.push(entry);
      else if (entry.endsWith('/') && !/\/(?:target|build|bin|node_modules|test|resources|webapp|\.[^/]*)\/$/.test(entry))
        waiting.push(entry);
    }
  }
  return found;
}
