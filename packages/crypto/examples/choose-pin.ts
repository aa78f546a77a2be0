import { createSecret, type EncryptionKey, sealPin } from "@wisekit/crypto";

/** Seals the PIN that the holder typed, and empties the field. */
export async function choosePin(field: HTMLInputElement, encryptionKey: EncryptionKey) {
  using pin = createSecret(field.value);
  field.value = "";
  return sealPin(encryptionKey, pin);
}
