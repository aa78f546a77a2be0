import { runCommand } from "./command.ts";
import type { Problem } from "./problem.ts";
import { publishedPackages } from "./published-packages.ts";
import { fileText, repositoryFiles } from "./repository-files.ts";

const CHANGESET = /^\.changeset\/(?!README)[^/]+\.md$/;
const CHANGELOG = /^packages\/[^/]+\/CHANGELOG\.md$/;
const PUBLISHED_SOURCE = /^packages\/[^/]+\/(src|package\.json)/;
const FRONT_MATTER = /^---\n((?:"[^"\n]+": (?:patch|minor|major)\n)+)---\n\s*(\S[\s\S]*)$/;

/** What changed since the last release is announced by a changeset, and every changeset can be read. */
export async function changeset(root: string): Promise<Problem[]> {
  const files = await repositoryFiles(root);
  const published = await publishedPackages(root);
  const changesets = files.filter((file) => CHANGESET.test(file));
  if (changesets.length > 0) {
    const names = published.map(({ name }) => name);
    const problems = await Promise.all(
      changesets.map(async (file) => unreadable(file, await fileText(root, file), names)),
    );
    return problems.flat();
  }
  const isPublished = (file: string): boolean => published.some(({ folder }) => file.startsWith(`${folder}/`));
  const changed = (await changedSinceRelease(root, files)).filter(
    (file) => PUBLISHED_SOURCE.test(file) && isPublished(file),
  );
  if (changed.length === 0) return [];
  const message = `${changed.length} files of published packages changed without a changeset, such as ${changed[0]}`;
  return [{ file: ".changeset", message }];
}

/** The last release is the last commit that touched a changelog; before the first one everything is new. */
async function changedSinceRelease(root: string, files: readonly string[]): Promise<readonly string[]> {
  if (!files.some((file) => CHANGELOG.test(file))) return files;
  const release = await runCommand("git", ["log", "-1", "--format=%H", "--", "packages/*/CHANGELOG.md"], { cwd: root });
  const commit = release.output.trim();
  if (release.code !== 0 || commit === "") return files;
  const { output } = await runCommand("git", ["diff", "--name-only", commit], { cwd: root });
  return output.split("\n").filter(Boolean);
}

function unreadable(file: string, text: string, names: readonly string[]): Problem[] {
  const [, header] = FRONT_MATTER.exec(text) ?? [];
  if (!header)
    return [{ file, line: 1, message: 'must be `"package": patch|minor|major` lines between ---, then a text' }];
  return header
    .trim()
    .split("\n")
    .map((entry, index) => ({ name: entry.split('"')[1] ?? "", line: index + 2 }))
    .filter(({ name }) => !names.includes(name))
    .map(({ name, line }) => ({ file, line, message: `${name} is no published package` }));
}
