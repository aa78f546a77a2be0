import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import { explainError, mustReconnect, traceIdOf } from "./explain-error.ts";
import { Icon } from "./icon.tsx";

/** An error, what to do about it, and what to quote to support. */
export function ErrorNotice({ error, onRetry }: { error: unknown; onRetry?: () => void }): ReactNode {
  const traceId = traceIdOf(error);
  return (
    <div className="notice notice-error" role="alert">
      <Icon name="info" />
      <div>
        <p>{explainError(error)}</p>
        {traceId && <p className="fine">Reference {traceId}</p>}
      </div>
      {mustReconnect(error) ? (
        <a className="button button-primary" href="/connect">
          Connect to Wise
        </a>
      ) : (
        onRetry && (
          <Button icon="reset" onClick={onRetry}>
            Try again
          </Button>
        )
      )}
    </div>
  );
}
