import { type LicenseInfo, licensePlugin } from "rolldown-license-plugin";

/** Whose copyright it is, for packages that declare the MIT licence and come without its text. */
const HOLDERS: Readonly<Record<string, string>> = {
  "@stoplight/json-schema-merge-allof": "Martin Hansen, Stoplight",
  "fnv-plus": "Travis Webb",
  "parse-multipart-data": "Ignacio Mazzara",
  "proxy-agent-negotiate": "Nathan Rajlich",
  seedrandom: "2019 David Bau",
  "uri-template-lite": "2014-2019 Lauri Rooden",
};

/** Writes THIRD-PARTY-NOTICES.txt, the licences of all packages that the bundle holds modules of. */
export function thirdPartyNotices(): ReturnType<typeof licensePlugin> {
  return licensePlugin({
    done(packages, context) {
      context.emitFile({ type: "asset", fileName: "THIRD-PARTY-NOTICES.txt", source: noticesOf(packages) });
    },
  });
}

/**
 * The licence texts, each once, under the packages that it is of.
 * @throws if a package declares no licence, or comes without the text of its licence and nobody has looked up whose it is.
 */
export function noticesOf(packages: readonly LicenseInfo[]): string {
  const byText = new Map<string, string[]>();
  for (const bundled of packages) {
    const text = textOf(bundled);
    byText.set(text, [...(byText.get(text) ?? []), `${bundled.name} ${bundled.version} (${bundled.license})`]);
  }
  const notices = [...byText].map(([text, names]) => `${names.join("\n")}\n\n${text}\n`);
  return ["This package contains code of the packages below, under their licences.\n", ...notices].join(
    `\n${"-".repeat(80)}\n\n`,
  );
}

function textOf({ name, license, licenseText }: LicenseInfo): string {
  if (license === "") throw new Error(`${name} is bundled and declares no licence.`);
  if (licenseText.trim() !== "") return licenseText.replaceAll("\r", "").trim();
  const holder = HOLDERS[name];
  if (license !== "MIT" || holder === undefined) {
    throw new Error(`${name} is bundled and comes without the text of its licence, ${license}.`);
  }
  return mitLicence(holder);
}

function mitLicence(holder: string): string {
  return `MIT License

Copyright (c) ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;
}
