import {
  createCardDataSession,
  createKeyCache,
  createSecret,
  explainJwe,
  isCardDataError,
  isSecret,
  sealPin,
} from "@wisekit/crypto";

/** Does all that the package can do, against an issuer at an address, and tells what came of it. */
export async function wholeExchange(issuer) {
  const keys = createKeyCache({ loadKey: async () => (await fetch(`${issuer}/key`)).json() });
  const key = await keys.get();
  const found = {};
  for (const keyWrap of ["RSA1_5", "RSA-OAEP-256"]) {
    for (const path of ["details", "pin", "details-as-json"]) {
      const session = await createCardDataSession(key, { keyWrap });
      const text = await post(`${issuer}/${path}`, session.request);
      const opened = await session.open(text);
      found[`${keyWrap} ${path}`] = shown(opened);
      found[`${keyWrap} ${path} again`] = await session.open(text).catch(codeOf);
    }
    const pin = createSecret("2468");
    const request = await sealPin(key, pin, { keyWrap });
    found[`${keyWrap} preset PIN`] = await post(`${issuer}/preset-pin`, request);
    found[`${keyWrap} explained`] = explainJwe(request.encryptedPayload).ok;
    pin.dispose();
    found[`${keyWrap} disposed`] = await sealPin(key, pin, { keyWrap }).catch(codeOf);
  }
  return found;
}

async function post(url, body) {
  const response = await fetch(url, { method: "POST", body: JSON.stringify(body) });
  if (!response.ok) throw new Error(await response.text());
  return response.text();
}

function shown(opened) {
  const fields = Object.entries(opened).filter(([name]) => name !== "nonce");
  return Object.fromEntries(fields.map(([name, value]) => [name, isSecret(value) ? value.groups().join(" ") : value]));
}

function codeOf(error) {
  return isCardDataError(error) ? error.code : String(error);
}
