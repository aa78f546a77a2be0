import type { Problem } from "./problem.ts";
import { fileText, numberedLines, repositoryFiles } from "./repository-files.ts";

const PAGE = /^(docs\/.*|[A-Z]+)\.md$/;
const PATH = /`((?:packages|scripts|spec|docs|\.ci|\.changeset|\.github)\/[\w@.*/-]*)`/g;

/** Every path from the root that a page of the repository names, `*` for any part of a name, is there. */
export async function docPaths(root: string): Promise<Problem[]> {
  const files = await repositoryFiles(root);
  const pages = files.filter((file) => PAGE.test(file));
  const problems = await Promise.all(
    pages.map(async (page) => {
      const lines = numberedLines(await fileText(root, page));
      return lines.flatMap(({ line, text }) =>
        [...text.matchAll(PATH)].flatMap(([, path = ""]) =>
          isThere(path, files) ? [] : [{ file: page, line, message: `names ${path}, which does not exist` }],
        ),
      );
    }),
  );
  return problems.flat();
}

function isThere(path: string, files: readonly string[]): boolean {
  const pattern = path.replace(/\/$/, "").replaceAll(".", "\\.").replaceAll("*", "[^/]*");
  const fileOrFolder = new RegExp(`^${pattern}(/|$)`);
  return files.some((file) => fileOrFolder.test(file));
}
