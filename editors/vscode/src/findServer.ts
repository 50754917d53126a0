// Where the galley program is. Pure: the file system and the environment are given, so that tests need neither.

import * as path from 'node:path';

export interface Surroundings {
  setting: string; // galley.server.path; empty: not set
  extensionFolder: string; // a packaged extension may bring the program in its folder `server`
  searchPath: string; // PATH
  home: string;
  platform: NodeJS.Platform;
  isProgram(file: string): boolean;
}

/** The program, or the places where it was looked for. */
export type ServerSearch = { found: string } | { missing: string[] };

/** A path that the author set is the only candidate: a wrong one is said, not silently replaced. */
export function findServer(at: Surroundings): ServerSearch {
  const candidates = at.setting.trim() ? [expandHome(at.setting.trim(), at)] : usualPlaces(at);
  const found = candidates.find((file) => at.isProgram(file));
  return found === undefined ? { missing: candidates } : { found };
}

function usualPlaces(at: Surroundings): string[] {
  const { join, delimiter } = at.platform === 'win32' ? path.win32 : path.posix;
  const name = at.platform === 'win32' ? 'galley.exe' : 'galley';
  const folders = at.searchPath.split(delimiter).filter((folder) => folder !== '');
  // An editor started from a desktop often has a shorter PATH than the author's shell.
  if (at.platform !== 'win32') folders.push('/usr/local/bin', join(at.home, '.local', 'bin'));
  const files = [join(at.extensionFolder, 'server', name), ...folders.map((folder) => join(folder, name))];
  return [...new Set(files)];
}

function expandHome(file: string, at: Surroundings): string {
  return /^~[/\\]/.test(file) ? at.home + file.slice(1) : file;
}
