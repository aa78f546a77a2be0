import type { RevealChallenge, ScaChannel } from "@wisekit/react";
import { type FormEvent, type ReactNode, useId, useState } from "react";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { explainError } from "../ui/explain-error.ts";
import { Icon } from "../ui/icon.tsx";

/** Properties of `ScaDialog`. */
export interface ScaDialogProps {
  /** What the user wants, after "to". */
  readonly reason: string;
  readonly challenge: RevealChallenge;
  readonly onClose: () => void;
}

const channelTexts: Readonly<Record<ScaChannel, { readonly send: string; readonly sent: string }>> = {
  SMS: { send: "Text message", sent: "by text message" },
  WHATSAPP: { send: "WhatsApp", sent: "on WhatsApp" },
  VOICE: { send: "Phone call", sent: "by phone call" },
};

/** Asks for a one-time code before card data is shown. */
export function ScaDialog({ reason, challenge, onClose }: ScaDialogProps): ReactNode {
  const { channels, sent } = challenge;
  return (
    <Dialog title="Confirm that it is you" onClose={onClose}>
      {channels.length === 0 && (
        <p>This needs a check that this page does not offer. Please use the app of your bank.</p>
      )}
      {channels.length > 0 && !sent && <ChannelChoice reason={reason} challenge={challenge} />}
      {sent && <CodeForm challenge={challenge} sent={sent} onClose={onClose} />}
      {!sent && (
        <>
          <Problem error={challenge.error} />
          <div className="dialog-actions">
            <Button onClick={onClose}>Cancel</Button>
          </div>
        </>
      )}
    </Dialog>
  );
}

function ChannelChoice({ reason, challenge }: { reason: string; challenge: RevealChallenge }): ReactNode {
  return (
    <>
      <p>To {reason}, enter a one-time code. How should we send it?</p>
      <div className="choices">
        {challenge.channels.map((channel, index) => (
          <Button
            key={channel}
            look={index === 0 ? "primary" : "quiet"}
            isBusy={challenge.isBusy}
            onClick={() => challenge.send(channel)}
          >
            {channelTexts[channel].send}
          </Button>
        ))}
      </div>
    </>
  );
}

type CodeFormProps = Omit<ScaDialogProps, "reason"> & { readonly sent: NonNullable<RevealChallenge["sent"]> };

function CodeForm({ challenge, sent, onClose }: CodeFormProps): ReactNode {
  const [code, setCode] = useState("");
  const fieldId = useId();
  const isComplete = /^\d{6}$/.test(code);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isComplete) challenge.verify(code);
  };
  return (
    <form onSubmit={submit}>
      <label htmlFor={fieldId}>
        Enter the 6 digits that we sent {channelTexts[sent.channel].sent} to {endOf(sent.to)}
      </label>
      <input
        id={fieldId}
        className="code-input"
        // biome-ignore lint/a11y/noAutofocus: the dialog is here for this one field.
        autoFocus
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={6}
        value={code}
        aria-invalid={challenge.error !== undefined}
        aria-describedby={`${fieldId}-problem`}
        onChange={(event) => setCode(event.target.value.replace(/\D/g, ""))}
      />
      <Problem id={`${fieldId}-problem`} error={challenge.error} />
      <p className="hint">
        <Icon name="shield" /> Sandbox: the code is always 111111.
      </p>
      <Button look="link" isBusy={challenge.isBusy} onClick={() => challenge.send(sent.channel)}>
        Send another code
      </Button>
      <div className="dialog-actions">
        <Button onClick={onClose}>Cancel</Button>
        <Button look="primary" type="submit" isBusy={challenge.isBusy} disabled={!isComplete}>
          Confirm
        </Button>
      </div>
    </form>
  );
}

function Problem({ error, id }: { error: unknown; id?: string }): ReactNode {
  return (
    <p id={id} className="field-error" role="alert">
      {error !== undefined && explainError(error)}
    </p>
  );
}

/** `*********8888` → `•••• 8888` */
function endOf(obfuscated: string): string {
  return `•••• ${obfuscated.replaceAll("*", "").slice(-4)}`;
}
