/** The file's name, at the root of a workspace folder. */
export const WORKSPACE_FILE_NAME = 'promptfare.json';
