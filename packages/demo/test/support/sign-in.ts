/** Opens the demo as a browser does, as its first user or another one: the value of `Cookie` from then on. */
export async function signIn(url: string, user?: string): Promise<string> {
  const path = user === undefined ? "/" : `/sign-in?user=${user}`;
  const response = await fetch(url + path, { redirect: "manual" });
  const [cookie = ""] = response.headers.getSetCookie().map((value) => value.split(";")[0]);
  if (!cookie.startsWith("session=")) throw new Error(`${path} did not sign anybody in: ${response.status}`);
  return cookie;
}
