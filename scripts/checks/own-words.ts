import type { Problem } from "./problem.ts";
import { fileText, numberedLines, repositoryFiles } from "./repository-files.ts";

const TEXT_FILE = /(\.(tsx?|m?js|json|ya?ml|md|html|css|sh)|(^|\/)(run|LICENSE|\.[a-z]+))$/;

const FOREIGN: Readonly<Record<string, RegExp>> = {
  "the host of a package registry":
    /\bregistry\.(npmjs|yarnpkg|npmmirror)\.|\bnpm\.pkg\.github\b|\b(artifactory|verdaccio|nexus)[.-][a-z]/i,
  "a path of one machine": /(^|[\s"'`(=:])\/(work|root|home\/[^/\s]+|Users\/[^/\s]+|var\/folders)\//i,
};

/** Texts that hold only on one machine: paths of it, and where it gets its packages. */
export async function ownWords(root: string): Promise<Problem[]> {
  const files = (await repositoryFiles(root)).filter((file) => TEXT_FILE.test(file));
  const problems = await Promise.all(files.map(async (file) => problemsOf(file, await fileText(root, file))));
  return problems.flat();
}

function problemsOf(file: string, text: string): Problem[] {
  return numberedLines(text).flatMap(({ line, text: content }) =>
    Object.entries(FOREIGN)
      .filter(([, pattern]) => pattern.test(content))
      .map(([what]) => ({ file, line, message: `names ${what}` })),
  );
}
