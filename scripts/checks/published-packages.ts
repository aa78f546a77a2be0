import { join } from "node:path";
import { fileText, repositoryFiles } from "./repository-files.ts";

/** A package of the workspace that is published. */
export interface PublishedPackage {
  /** Name on the registry. */
  name: string;
  /** Folder relative to the root. */
  folder: string;
  /** Absolute folder. */
  path: string;
}

/** The packages of the workspace that are not private, by name. */
export async function publishedPackages(root: string): Promise<PublishedPackage[]> {
  const manifests = (await repositoryFiles(root)).filter((file) => /^packages\/[^/]+\/package\.json$/.test(file));
  const packages = await Promise.all(
    manifests.map(async (file) => {
      const folder = file.slice(0, -"/package.json".length);
      const manifest: { name: string; private?: boolean } = JSON.parse(await fileText(root, file));
      return manifest.private ? [] : [{ name: manifest.name, folder, path: join(root, folder) }];
    }),
  );
  return packages.flat();
}
