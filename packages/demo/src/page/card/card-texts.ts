import type { Card } from "@wisekit/client";

/** `05/28` */
export function expiryText({ expiryDate }: Card): string {
  return expiryDate ? `${expiryDate.slice(5, 7)}/${expiryDate.slice(2, 4)}` : "••/••";
}

/** Whether the card is of plastic, in words. */
export function kindText({ cardProgram }: Card): string {
  return cardProgram?.cardType === "PHYSICAL" ? "Physical" : "Virtual";
}

/** `Visa` */
export function schemeText({ cardProgram }: Card): string {
  const names: Readonly<Record<string, string>> = { VISA: "Visa", MASTERCARD: "Mastercard" };
  return names[cardProgram?.scheme ?? ""] ?? "Card";
}

/** The look of a card's face: by network, and by whether it is of plastic. */
export function faceLook({ cardProgram }: Card): "visa-virtual" | "visa-physical" | "mastercard" {
  if (cardProgram?.scheme === "MASTERCARD") return "mastercard";
  return cardProgram?.cardType === "PHYSICAL" ? "visa-physical" : "visa-virtual";
}

/** `£2,993.76` */
export function moneyText(amount: number, currency: string): string {
  return new Intl.NumberFormat("en-GB", { style: "currency", currency }).format(amount);
}

/** `21 Nov` */
export function dayText(time: string): string {
  return new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short" }).format(new Date(time));
}
