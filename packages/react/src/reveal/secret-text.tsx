"use client";

import type { Secret } from "@wisekit/crypto";
import { type HTMLAttributes, type ReactNode, useLayoutEffect, useRef } from "react";

/** Properties of `SecretText`: the secret, and the properties of a `span`. */
export interface SecretTextProps extends Omit<HTMLAttributes<HTMLSpanElement>, "children"> {
  /** `null`: the response has no value, and nothing is shown. */
  readonly secret: Secret | null;
}

/**
 * Shows a secret, a card number in groups of four. The digits go straight into the page and out of it again: neither
 * React nor its developer tools hold them.
 */
export function SecretText({ secret, ...rest }: SecretTextProps): ReactNode {
  const element = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const span = element.current;
    if (!span || !secret || secret.disposed) return undefined;
    span.textContent = secret.groups().join(" ");
    return () => {
      span.textContent = "";
    };
  }, [secret]);
  return <span {...rest} ref={element} />;
}
