import { join } from "node:path";
import { fileText, repositoryFiles } from "./repository-files.ts";

/** A package of the workspace. */
export interface WorkspacePackage {
  /** Name on the registry. */
  name: string;
  /** Folder relative to the root. */
  folder: string;
  /** Absolute folder. */
  path: string;
  isPrivate: boolean;
  /** Names of its dependencies and of what its build and tests need. */
  dependencies: readonly string[];
}

interface Manifest {
  name: string;
  private?: boolean;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

/** Every package of the workspace, by folder. */
export async function workspacePackages(root: string): Promise<WorkspacePackage[]> {
  const manifests = (await repositoryFiles(root)).filter((file) => /^(packages\/)?[^/]+\/package\.json$/.test(file));
  return Promise.all(
    manifests.map(async (file) => {
      const folder = file.slice(0, -"/package.json".length);
      const manifest: Manifest = JSON.parse(await fileText(root, file));
      const dependencies = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
      return {
        name: manifest.name,
        folder,
        path: join(root, folder),
        isPrivate: manifest.private === true,
        dependencies,
      };
    }),
  );
}

/** The packages of the workspace that are published, by folder. */
export async function publishedPackages(root: string): Promise<WorkspacePackage[]> {
  return (await workspacePackages(root)).filter(({ isPrivate }) => !isPrivate);
}
