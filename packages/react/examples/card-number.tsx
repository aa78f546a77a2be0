import { SecretText, useCardReveal } from "@wisekit/react";
import type { ReactNode } from "react";

export function CardNumber({ cardToken }: { cardToken: string }): ReactNode {
  const card = useCardReveal({ cardToken, hideAfterMs: 30_000 });
  switch (card.status) {
    case "hidden":
    case "failed":
      return (
        <button type="button" onClick={card.reveal}>
          {card.status === "failed" ? "Try again" : "Show card"}
        </button>
      );
    case "pending":
      return <p>One moment</p>;
    case "challenged":
      return card.challenge.sent ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            card.challenge.verify(String(new FormData(event.currentTarget).get("code")));
          }}
        >
          <input name="code" inputMode="numeric" autoComplete="one-time-code" aria-label="One-time code" />
          <button type="submit">Confirm</button>
        </form>
      ) : (
        card.challenge.channels.map((channel) => (
          <button type="button" key={channel} onClick={() => card.challenge.send(channel)}>
            Send a code by {channel}
          </button>
        ))
      );
    case "shown":
      return (
        <p>
          <SecretText secret={card.data.pan} /> <SecretText secret={card.data.cvv2} /> {card.data.expiryDate}
        </p>
      );
  }
}
