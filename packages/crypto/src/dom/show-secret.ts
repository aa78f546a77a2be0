import { assertDuration, assertOptions } from "../assert-options.ts";
import type { Secret } from "../secret.ts";
import { type HiddenBy, startHideTriggers } from "./hide-triggers.ts";

/** Options of `showSecret`. */
export interface ShowSecretOptions {
  /**
   * How long the secret is shown, in milliseconds. A number > 0; with `Infinity`, no time hides it.
   * @default 30_000
   */
  hideAfterMs?: number;
  /**
   * Whether the secret can be shown again after it was hidden. If not, hiding disposes of it, unless another element or
   * a later call still shows it.
   * @default false
   */
  keepSecret?: boolean;
  /**
   * Style sheet for the text, which the page's own styles do not reach. Each group of digits is a `span`.
   * @default ""
   */
  css?: string;
  /**
   * Called once, when the secret has been hidden.
   * @default none
   */
  onHide?: (by: HiddenBy) => void;
}

/** A secret in the page. */
export interface ShownSecret extends Disposable {
  /** Removes the secret from the page. A second call does nothing. */
  hide(): void;
  /** Why it was hidden; `undefined` while it is shown. */
  readonly hiddenBy: HiddenBy | undefined;
}

const where = "showSecret()";
const spaced = "span + span { margin-inline-start: 0.4em }";

// A closed root cannot be read from its element, and an element takes only one.
const roots = new WeakMap<Element, ShadowRoot>();
const shownIn = new WeakMap<Element, ShownSecret>();
const timesShown = new WeakMap<Secret, number>();

/**
 * Shows a secret inside an element, in a closed shadow root that no selector, `innerHTML` or text of the page reaches.
 * A secret that the element showed before is hidden first. The secret is hidden after `hideAfterMs`, when the window
 * loses the focus, when the page is no longer visible, and on navigation.
 *
 * This does not protect against code that runs in the same page: use the isolated frame for that.
 *
 * @throws SecretDisposedError if the secret has been disposed of.
 * @throws TypeError for an unknown option, a wrong value, or an element that takes no shadow root.
 */
export function showSecret(host: HTMLElement, secret: Secret, options: ShowSecretOptions = {}): ShownSecret {
  assertOptions(options, ["hideAfterMs", "keepSecret", "css", "onHide"], where);
  const { hideAfterMs = 30_000, keepSecret = false, css = "", onHide } = options;
  assertDuration(hideAfterMs, "hideAfterMs", where);
  const root = rootOf(host);
  const groups = secret.groups();
  // Counted before the earlier secret of the element is hidden, which may be this one.
  count(secret, 1);
  shownIn.get(host)?.hide();
  const texts = render(root, groups, css);
  let hiddenBy: HiddenBy | undefined;
  let stop: (() => void) | undefined;

  function hide(by: HiddenBy): void {
    if (hiddenBy !== undefined) return;
    hiddenBy = by;
    stop?.();
    for (const text of texts) text.data = "";
    root.replaceChildren();
    if (count(secret, -1) === 0 && !keepSecret) secret.dispose();
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

/** How often a secret is shown, after one more or one less. */
function count(secret: Secret, change: 1 | -1): number {
  const times = (timesShown.get(secret) ?? 0) + change;
  timesShown.set(secret, times);
  return times;
}

function rootOf(host: HTMLElement): ShadowRoot {
  const known = roots.get(host);
  if (known !== undefined) return known;
  try {
    const root = host.attachShadow({ mode: "closed" });
    roots.set(host, root);
    return root;
  } catch (cause) {
    throw new TypeError(`${where}: host must be an element that takes a shadow root, such as an empty div or span`, {
      cause,
    });
  }
}

function render(root: ShadowRoot, groups: readonly string[], css: string): Text[] {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(spaced + css);
  root.adoptedStyleSheets = [sheet];
  const texts = groups.map((group) => new Text(group));
  const spans = texts.map((text) => {
    const span = document.createElement("span");
    // A browser must not send it to a translation service.
    span.translate = false;
    span.append(text);
    return span;
  });
  root.replaceChildren(...spans);
  return texts;
}
