import { runCommand } from "./command.ts";
import type { Problem } from "./problem.ts";
import { fileText, repositoryFiles } from "./repository-files.ts";
import { type WorkspacePackage, workspacePackages } from "./workspace-packages.ts";

const CHANGESET = /^\.changeset\/(?!README)[^/]+\.md$/;
const CHANGELOG = /^packages\/[^/]+\/CHANGELOG\.md$/;
const FRONT_MATTER = /^---\n((?:"[^"\n]+": (?:patch|minor|major)\n)+)---\n\s*(\S[\s\S]*)$/;

/** A package that a changeset names, and where; without a name if the changeset cannot be read. */
interface Announcement {
  file: string;
  line: number;
  name?: string;
}

/** Each published package that changed since the last release is named by a changeset, and each changeset can be read. */
export async function changeset(root: string): Promise<Problem[]> {
  const files = await repositoryFiles(root);
  const packages = await workspacePackages(root);
  const published = packages.filter(({ isPrivate }) => !isPrivate);
  const names = published.map(({ name }) => name);
  const changesets = files.filter((file) => CHANGESET.test(file));
  const announcements = (await Promise.all(changesets.map((file) => announcementsIn(root, file)))).flat();
  const announced = announcements.map(({ name }) => name);
  const changed = await changedSinceRelease(root, files);
  return [
    ...announcements.flatMap((announcement) => misreading(announcement, names)),
    ...published
      .filter(({ name }) => !announced.includes(name))
      .flatMap((one) =>
        unannounced(
          one,
          changed.filter((file) => isBuiltFrom(one, file, packages)),
        ),
      ),
  ];
}

async function announcementsIn(root: string, file: string): Promise<Announcement[]> {
  const [, header] = FRONT_MATTER.exec(await fileText(root, file)) ?? [];
  if (!header) return [{ file, line: 1 }];
  const entries = header.trim().split("\n");
  return entries.map((entry, index) => ({ file, line: index + 2, name: entry.split('"')[1] ?? "" }));
}

function misreading({ file, line, name }: Announcement, published: readonly string[]): Problem[] {
  if (name === undefined)
    return [{ file, line, message: 'must be `"package": patch|minor|major` lines between ---, then a text' }];
  return published.includes(name) ? [] : [{ file, line, message: `${name} is no published package` }];
}

function unannounced({ name }: WorkspacePackage, changed: readonly string[]): Problem[] {
  const [example] = changed;
  if (example === undefined) return [];
  const message = `no changeset names ${name}, of which ${changed.length} files changed, such as ${example}`;
  return [{ file: ".changeset", message }];
}

/** Whether a file goes into a published package: its own source or manifest, or source of a private package that its build takes in. */
function isBuiltFrom(one: WorkspacePackage, file: string, packages: readonly WorkspacePackage[]): boolean {
  const takenIn = packages.filter(({ name, isPrivate }) => isPrivate && one.dependencies.includes(name));
  const sources = [one, ...takenIn].map(({ folder }) => `${folder}/src/`);
  return file === `${one.folder}/package.json` || sources.some((source) => file.startsWith(source));
}

/** The last release is the last commit that touched a changelog; before the first one everything is new. */
async function changedSinceRelease(root: string, files: readonly string[]): Promise<readonly string[]> {
  if (!files.some((file) => CHANGELOG.test(file))) return files;
  const git = async (...commandArguments: string[]): Promise<string[]> => {
    const { code, output } = await runCommand("git", commandArguments, { cwd: root });
    if (code !== 0) throw new Error(`git ${commandArguments[0]} failed: ${output}`);
    return output.split("\n").filter(Boolean);
  };
  const [release] = await git("log", "-1", "--format=%H", "--", "packages/*/CHANGELOG.md");
  if (release === undefined) return files;
  const untracked = await git("ls-files", "--others", "--exclude-standard");
  return [...(await git("diff", "--name-only", release)), ...untracked];
}
