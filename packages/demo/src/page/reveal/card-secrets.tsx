import type { Secret } from "@wisekit/crypto";
import { type CardRevealHandle, SecretText } from "@wisekit/react";
import { type ReactNode, useEffect, useState } from "react";
import { useAnnounce } from "../ui/announcer.tsx";
import { Button } from "../ui/button.tsx";
import { ErrorNotice } from "../ui/error-notice.tsx";
import { ScaDialog } from "./sca-dialog.tsx";

/** Properties of `CardSecrets`. */
export interface CardSecretsProps {
  readonly details: CardRevealHandle<"details">;
  readonly pin: CardRevealHandle<"pin">;
}

/** What belongs to revealed card data: the security check before it, copying, the countdown, and the PIN itself. */
export function CardSecrets({ details, pin }: CardSecretsProps): ReactNode {
  return (
    <>
      {details.status === "challenged" && (
        <ScaDialog reason="see the card details" challenge={details.challenge} onClose={details.hide} />
      )}
      {pin.status === "challenged" && <ScaDialog reason="see the PIN" challenge={pin.challenge} onClose={pin.hide} />}
      {details.status === "failed" && <ErrorNotice error={details.error} onRetry={details.reveal} />}
      {pin.status === "failed" && <ErrorNotice error={pin.error} onRetry={pin.reveal} />}
      {details.status === "shown" && (
        <div className="secrets">
          <span className="visually-hidden" role="status">
            The card details are shown on the card.
          </span>
          <CopyButton secret={details.data.pan} name="card number" label="Copy number" />
          {details.data.cvv2 && <CopyButton secret={details.data.cvv2} name="CVV" label="Copy CVV" />}
          <Countdown hidesAt={details.hidesAt} />
        </div>
      )}
      {pin.status === "shown" && (
        <div className="secrets">
          <p className="pin">
            <span className="fine">PIN</span>
            <SecretText secret={pin.data.pin} data-secret="pin" />
          </p>
          <Countdown hidesAt={pin.hidesAt} />
        </div>
      )}
      <HiddenNews details={details} pin={pin} />
    </>
  );
}

/** Says when something has been hidden that the user did not hide. */
function HiddenNews({ details, pin }: CardSecretsProps): ReactNode {
  const by = [details, pin].map((reveal) => (reveal.status === "hidden" ? reveal.hiddenBy : undefined));
  const hiddenByItself = by.some((reason) => reason === "timer" || reason === "blur" || reason === "page-hidden");
  return (
    <span className="visually-hidden" role="status">
      {hiddenByItself && "The card data is hidden again."}
    </span>
  );
}

type CopyButtonProps = { readonly secret: Secret; readonly name: string; readonly label: string };

function CopyButton({ secret, name, label }: CopyButtonProps): ReactNode {
  const announce = useAnnounce();
  const copy = () => {
    navigator.clipboard.writeText(secret.groups().join("")).then(
      () => announce(`The ${name} is in the clipboard.`),
      () => announce(`The ${name} could not be copied.`),
    );
  };
  return (
    <Button icon="copy" onClick={copy}>
      {label}
    </Button>
  );
}

function Countdown({ hidesAt }: { hidesAt: number }): ReactNode {
  const seconds = useSecondsUntil(hidesAt);
  return <p className="countdown fine">Hidden again in {seconds} s</p>;
}

function useSecondsUntil(time: number): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, Math.ceil((time - now) / 1000));
}
