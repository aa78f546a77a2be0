import type { MockCardStatus } from "../engine/card.ts";
import type { Random } from "../random.ts";
import type { Scenario, ScenarioCard } from "./scenario.ts";

const firstNames = ["Ada", "Ben", "Chloe", "Dev", "Elif", "Femi", "Greta", "Hugo", "Ines", "Jonas", "Kofi", "Lena"];
const lastNames = ["Adler", "Baker", "Costa", "Dubois", "Eze", "Fischer", "Gupta", "Haddad", "Ito", "Jensen", "Khan"];
const statuses: readonly MockCardStatus[] = ["ACTIVE", "ACTIVE", "ACTIVE", "ACTIVE", "FROZEN", "FROZEN", "BLOCKED"];

/** Makes up cards of a scenario's programs. Their PANs are Luhn-valid and full of zeros. */
export function* generateCards(scenario: Scenario, count: number, random: Random): Generator<ScenarioCard> {
  const programs = Object.keys(scenario.programs);
  for (let index = 0; index < count; index++) {
    const year = random.integer(2028, 2032);
    yield {
      token: random.uuid(),
      status: pick(statuses, random),
      cardHolderName: `${pick(firstNames, random)} ${pick(lastNames, random)}`,
      expiryDate: `${year}-12-31T00:00:00Z`,
      pan: makePan(scenario.programs[programs[index % programs.length] ?? ""]?.scheme === "VISA" ? "4" : "5", index),
      cvv2: String(random.integer(0, 999)).padStart(3, "0"),
      pin: String(random.integer(0, 9999)).padStart(4, "0"),
      program: programs[index % programs.length] ?? "",
      creationTime: `${year - 4}-0${random.integer(1, 9)}-1${random.integer(0, 9)}T12:00:00.000Z`,
    };
  }
}

function pick<Value>(values: readonly Value[], random: Random): Value {
  return values[random.integer(0, values.length - 1)] as Value;
}

function makePan(leadingDigit: string, serial: number): string {
  const digits = `${leadingDigit}00000${String(serial).padStart(9, "0")}`;
  return digits + checkDigit(digits);
}

/** The digit that makes a number pass the Luhn check (ISO/IEC 7812-1). */
function checkDigit(digits: string): string {
  let sum = 0;
  for (let index = digits.length - 1, double = true; index >= 0; index--, double = !double) {
    const digit = Number(digits.charAt(index));
    const counted = double ? digit * 2 : digit;
    sum += counted > 9 ? counted - 9 : counted;
  }
  return String((10 - (sum % 10)) % 10);
}
