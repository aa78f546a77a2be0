import { writeSecret } from "../dom/copy-secret.ts";
import type { HiddenBy } from "../dom/hide-triggers.ts";
import { type ShownSecret, showSecret } from "../dom/show-secret.ts";
import type { FrameLabels } from "../frame/frame-messages.ts";
import { isSecret, type Secret } from "../secret.ts";

/** The fields of an opened response on the isolated page. */
export interface ShownFields {
  hide(): void;
}

/** Options of `showFields`. */
export interface ShowFieldsOptions {
  readonly hideAfterMs: number;
  readonly labels: FrameLabels;
  readonly copyLabel: string;
  readonly onHide: (by: HiddenBy) => void;
  /** Called when a secret has been copied. The page around this one clears the clipboard: it outlives this one. */
  readonly onCopy: () => void;
}

/** Shows the fields that have a label as a list of terms, each secret with a button to copy it. */
export function showFields(
  fields: Readonly<Record<string, unknown>>,
  { hideAfterMs, labels, copyLabel, onHide, onCopy }: ShowFieldsOptions,
): ShownFields {
  const list = document.createElement("dl");
  const secrets: ShownSecret[] = [];

  function hideAll(by: HiddenBy): void {
    if (!list.isConnected) return;
    list.remove();
    for (const secret of secrets) secret.hide();
    onHide(by);
  }

  document.body.replaceChildren(list);
  for (const [name, label] of Object.entries(labels)) {
    const value = Object.hasOwn(fields, name) ? fields[name] : null;
    if (value === null) continue;
    const definition = document.createElement("dd");
    list.append(termOf(label), definition);
    if (isSecret(value)) secrets.push(secretOf(definition, value));
    else definition.textContent = String(value);
  }

  function secretOf(definition: HTMLElement, secret: Secret): ShownSecret {
    const host = document.createElement("span");
    definition.append(host, copyButton(secret, copyLabel, onCopy));
    return showSecret(host, secret, { hideAfterMs, onHide: hideAll });
  }

  return { hide: () => hideAll("caller") };
}

function termOf(label: string): HTMLElement {
  const term = document.createElement("dt");
  term.textContent = label;
  return term;
}

function copyButton(secret: Secret, label: string, onCopy: () => void): HTMLElement {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = label;
  button.addEventListener("click", () => {
    // Where copying is not permitted, the user can still select the value: the button is of no use.
    writeSecret(secret, navigator.clipboard).then(onCopy, () => button.remove());
  });
  return button;
}
