import { writeSecret } from "../dom/copy-secret.ts";
import type { HiddenBy } from "../dom/hide-triggers.ts";
import { type ShownSecret, showSecret } from "../dom/show-secret.ts";
import type { FrameLabels } from "../frame/frame-messages.ts";
import { isSecret, type Secret } from "../secret.ts";

/** An opened answer on the isolated page. */
export interface ShownFields {
  hide(): void;
}

/** How the fields are shown. */
export interface ShowFieldsOptions {
  readonly hideAfterMs: number;
  readonly labels: FrameLabels;
  readonly copyLabel: string;
  readonly onHide: (by: HiddenBy) => void;
  /** Called when a secret has been copied. Clearing is the page's around this one: that is there when this is not. */
  readonly onCopy: () => void;
}

/** Shows the fields that have a label as a list of terms, secrets with a button to copy them. */
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
    if (!Object.hasOwn(fields, name)) continue;
    const value = fields[name];
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
    // Where copying is not permitted the value is there to be copied by hand, and the button says no more.
    writeSecret(secret, navigator.clipboard).then(onCopy, () => button.remove());
  });
  return button;
}
