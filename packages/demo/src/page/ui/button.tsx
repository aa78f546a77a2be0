import type { ButtonHTMLAttributes, ReactNode } from "react";
import { Icon, type IconName } from "./icon.tsx";

/** Properties of `Button`, and those of a `button`. */
export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly look?: "primary" | "quiet" | "link" | "danger" | "danger-solid" | "tile";
  readonly icon?: IconName;
  /** Whether what it started is under way: it stays in place and focusable, and does nothing. */
  readonly isBusy?: boolean;
}

/** A button. While busy it keeps its size and its focus. */
export function Button({ look = "quiet", icon, isBusy = false, children, onClick, ...rest }: ButtonProps): ReactNode {
  return (
    <button
      type="button"
      {...rest}
      className={`button button-${look}`}
      aria-busy={isBusy || undefined}
      aria-disabled={isBusy || undefined}
      onClick={isBusy ? (event) => event.preventDefault() : onClick}
    >
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </button>
  );
}
