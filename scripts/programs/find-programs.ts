import { delimiter, join } from "node:path";
import { aptCommand, aptInstaller } from "./apt.ts";
import { isExecutable } from "./is-executable.ts";
import { PROGRAMS, type Program, type ProgramName } from "./programs.ts";

/** Where programs are looked for and how those that are missing are installed; the defaults are this machine's. */
export interface ProgramSearch {
  /** Environment to read `PATH` and the programs' own variables from. */
  env?: NodeJS.ProcessEnv;
  /** Installs Debian packages; `undefined` forbids it. Default: apt as root on Debian, otherwise nothing. */
  install?: ((packages: readonly string[]) => Promise<void>) | undefined;
  /** Takes what is about to be installed. Default: the console. */
  log?: (text: string) => void;
}

/** A program, and where it is. */
export interface FoundProgram extends Program {
  path: string;
}

/** Path of a program of the table, found or installed as `findPrograms` does. */
export async function programPath(name: ProgramName): Promise<string> {
  const [found] = await findPrograms([PROGRAMS[name]]);
  if (!found) throw new Error(`the search left out ${name}`);
  return found.path;
}

/**
 * Finds each program: the one that its variable names, or the first on `PATH`, or one in the usual places. Those that
 * are nowhere are installed, all at once, after saying so.
 *
 * @throws {Error} with the command to run, if some are missing and cannot be installed here, or are missing still after
 * they were; and if a variable names no executable file.
 */
export async function findPrograms(
  programs: readonly Program[] = Object.values(PROGRAMS),
  search: ProgramSearch = {},
): Promise<FoundProgram[]> {
  const { env = process.env, log = console.log } = search;
  const missing = missingIn(programs, await locateAll(programs, env));
  if (missing.length > 0) {
    const install = "install" in search ? search.install : await aptInstaller();
    if (!install) throw new Error(notFound(missing));
    const packages = missing.flatMap(({ debianPackages }) => debianPackages);
    log(`Not found: ${listOf(missing)}.\nInstalling with apt-get, which may take a minute: ${packages.join(", ")}`);
    await install(packages);
  }
  const found = await locateAll(programs, env);
  if (found.length < programs.length) {
    throw new Error(`Installing brought nothing. ${notFound(missingIn(programs, found))}`);
  }
  return found;
}

async function locateAll(programs: readonly Program[], env: NodeJS.ProcessEnv): Promise<FoundProgram[]> {
  const found: FoundProgram[] = [];
  for (const program of programs) {
    const path = await locate(program, env);
    if (path) found.push({ ...program, path });
  }
  return found;
}

function missingIn(programs: readonly Program[], found: readonly FoundProgram[]): Program[] {
  return programs.filter(({ variable }) => !found.some((one) => one.variable === variable));
}

async function locate({ variable, commands, places }: Program, env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const named = env[variable];
  if (named) {
    if (await isExecutable(named)) return named;
    throw new Error(`${variable} names no executable file: ${named}`);
  }
  const folders = (env.PATH ?? "").split(delimiter).filter(Boolean);
  const onPath = commands.flatMap((command) => folders.map((folder) => join(folder, command)));
  for (const path of [...onPath, ...places]) if (await isExecutable(path)) return path;
  return undefined;
}

function notFound(missing: readonly Program[]): string {
  const packages = missing.flatMap(({ debianPackages }) => debianPackages);
  const variables = missing.map(({ variable }) => variable).join(", ");
  return [
    `Not found: ${listOf(missing)}.`,
    `Debian, Ubuntu, as root: ${aptCommand(packages)}`,
    `Elsewhere: install what is missing, or set ${variables} to where it is.`,
  ].join("\n");
}

function listOf(programs: readonly Program[]): string {
  return programs.map(({ title, usedBy }) => `${title} (${usedBy})`).join(", ");
}
