import { assertOptions } from "../assert-options.ts";
import { type CardDataKeyOptions, readPinnedKeys } from "../card-data-key.ts";

/** Options of `createRevealPage`. */
export interface RevealPageOptions extends CardDataKeyOptions {
  /** The one origin that may put the page into a frame and talk to it: `https://app.example.com`. */
  parentOrigin: string;
  /**
   * Address of `@wisekit/crypto/frame-page-script`, on the page's own origin.
   * @default "reveal.js", beside the page
   */
  scriptSrc?: string;
  /**
   * Address of a style sheet on the page's own origin.
   * @default none
   */
  styleHref?: string;
}

/** A page to serve unchanged and always with these headers, which are half of its protection. */
export interface RevealPage {
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
}

const where = "createRevealPage()";

/**
 * Creates the page for the isolated frame. Serve it and its script from an origin that serves nothing else.
 *
 * @throws TypeError for an unknown option or a wrong value.
 */
export function createRevealPage(options: RevealPageOptions): RevealPage {
  assertOptions(options, ["parentOrigin", "scriptSrc", "styleHref", "pinnedKeySha256"], where);
  const { parentOrigin, scriptSrc = "reveal.js", styleHref, pinnedKeySha256 } = options;
  assertOrigin(parentOrigin);
  const meta = {
    "wisekit-parent-origin": parentOrigin,
    "wisekit-pinned-keys": readPinnedKeys(pinnedKeySha256, where)?.join(" "),
  };
  const head = [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width">',
    ...Object.entries(meta).flatMap(([name, content]) =>
      content ? [`<meta name="${name}" content="${content}">`] : [],
    ),
    "<title>Card details</title>",
    ...(styleHref === undefined ? [] : [`<link rel="stylesheet" href="${attribute(styleHref)}">`]),
    `<script type="module" src="${attribute(scriptSrc)}"></script>`,
  ];
  const html = `<!doctype html>\n<html lang="en">\n<head>\n${head.join("\n")}\n</head>\n<body></body>\n</html>\n`;
  return { html, headers: headersFor(parentOrigin) };
}

function headersFor(parentOrigin: string): Record<string, string> {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `frame-ancestors ${parentOrigin}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ];
  return {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Security-Policy": policy.join("; "),
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), clipboard-read=(), clipboard-write=(self)",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-cache",
  };
}

function assertOrigin(origin: string): void {
  const url = URL.canParse(origin) ? new URL(origin) : undefined;
  if (url === undefined || url.origin !== origin) {
    throw new TypeError(`${where}: parentOrigin must be an origin, such as https://app.example.com`);
  }
}

function attribute(value: string): string {
  return value.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");
}
