import { assertDuration, assertOptions } from "../assert-options.ts";
import type { Secret } from "../secret.ts";
import { type HiddenBy, startHideTriggers } from "./hide-triggers.ts";

/** How a secret is shown. */
export interface ShowSecretOptions {
  /** How long it is shown, in milliseconds. Default: 30,000. */
  hideAfterMs?: number;
  /** Leave the secret to its owner when it is hidden, to show it again. Default: false, hiding disposes of it. */
  keepSecret?: boolean;
  /** Style sheet for the text, which the page's own styles do not reach. Each group of digits is a `span`. */
  css?: string;
  /** Called once, when the secret has been hidden. */
  onHide?: (by: HiddenBy) => void;
}

/** A secret in the page. */
export interface ShownSecret extends Disposable {
  /** Takes it out of the page. Calling it again does nothing. */
  hide(): void;
  /** What hid it; `undefined` while it is shown. */
  readonly hiddenBy: HiddenBy | undefined;
}

const where = "showSecret()";
const spaced = "span + span { margin-inline-start: 0.4em }";

// A closed root cannot be asked for, and an element takes only one.
const roots = new WeakMap<Element, ShadowRoot>();
const shownIn = new WeakMap<Element, ShownSecret>();

/**
 * Shows a secret inside an element, in a closed shadow root: no selector, `innerHTML` or text of the page reaches it.
 * What the element showed before is hidden. It is hidden after a time, when the window loses the focus, when the page goes out of sight, and on navigation.
 *
 * What it does not do: code that runs in the same page before this can see all that this does. For that there is the
 * isolated frame.
 *
 * @throws SecretDisposedError if the secret is gone already.
 * @throws TypeError for an unknown option, a value that it cannot have, or an element that takes no shadow root.
 */
export function showSecret(host: HTMLElement, secret: Secret, options: ShowSecretOptions = {}): ShownSecret {
  assertOptions(options, ["hideAfterMs", "keepSecret", "css", "onHide"], where);
  const { hideAfterMs = 30_000, keepSecret = false, css = "", onHide } = options;
  assertDuration(hideAfterMs, "hideAfterMs", where);
  const root = rootOf(host);
  shownIn.get(host)?.hide();
  const texts = render(root, secret.groups(), css);
  let hiddenBy: HiddenBy | undefined;
  let stop: (() => void) | undefined;

  function hide(by: HiddenBy): void {
    if (hiddenBy !== undefined) return;
    hiddenBy = by;
    stop?.();
    for (const text of texts) text.data = "";
    root.replaceChildren();
    if (!keepSecret) secret.dispose();
    onHide?.(by);
  }

  if (document.hidden) hide("page-hidden");
  else stop = startHideTriggers(hideAfterMs, hide);
  const shown = {
    hide: () => hide("caller"),
    get hiddenBy() {
      return hiddenBy;
    },
  };
  if (Symbol.dispose) Object.defineProperty(shown, Symbol.dispose, { value: shown.hide });
  shownIn.set(host, shown as typeof shown & Disposable);
  return shown as typeof shown & Disposable;
}

function rootOf(host: HTMLElement): ShadowRoot {
  const known = roots.get(host);
  if (known !== undefined) return known;
  try {
    const root = host.attachShadow({ mode: "closed" });
    roots.set(host, root);
    return root;
  } catch (cause) {
    throw new TypeError(`${where}: the element takes no shadow root; use an empty div or span`, { cause });
  }
}

function render(root: ShadowRoot, groups: readonly string[], css: string): Text[] {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(spaced + css);
  root.adoptedStyleSheets = [sheet];
  const texts = groups.map((group) => new Text(group));
  const spans = texts.map((text) => {
    const span = document.createElement("span");
    // Nothing that a browser sends away to be translated.
    span.translate = false;
    span.append(text);
    return span;
  });
  root.replaceChildren(...spans);
  return texts;
}
