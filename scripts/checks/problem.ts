/** Something that a check has found. */
export interface Problem {
  /** File, relative to the root of the repository, or what else the problem is about. */
  file: string;
  line?: number;
  message: string;
}

/** `file:line: message`, which editors and CI make a link of. */
export function formatProblem({ file, line, message }: Problem): string {
  return [file, line, ` ${message}`].filter((part) => part !== undefined).join(":");
}
