const FOLDERS =
  /(^|\/)(tests?|__tests__|__mocks__|specs?|e2e|fixtures?|testdata|evals?|examples?|samples?|demos?|docs?|tutorials?|cookbooks?|notebooks?|benchmarks?)\//i;
const FILES = /(^|\/)(test_[^/]*|conftest)\.py$|_test\.py$|\.(test|spec|stories|bench)\.[cm]?[jt]sx?$|\.ipynb$/i;

/** Whether a file is a test, an example or the like: what it spends is nobody's production traffic. `path` is relative to its folder. */
export function isAside(path: string): boolean {
  return FOLDERS.test(path) || FILES.test(path);
}
