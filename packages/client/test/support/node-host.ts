import { createServer, type RequestListener, type Server } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";

/** A real server on this machine, for what no client of HTTP would send. */
export interface NodeHost extends AsyncDisposable {
  readonly url: string;
  readonly server: Server;
  /** Sends text as it stands, and resolves with everything that comes back until the connection ends. */
  raw(text: string): Promise<string>;
  /** A connection on which the test itself writes and reads. */
  open(): Socket;
}

export async function openNodeHost(listener: RequestListener): Promise<NodeHost> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const open = (): Socket => connect(port, "127.0.0.1").setEncoding("utf8");
  return {
    url: `http://127.0.0.1:${port}`,
    server,
    open,
    raw: (text) =>
      new Promise((resolve, reject) => {
        const socket = open();
        let received = "";
        socket.on("data", (part) => {
          received += part;
        });
        socket.on("close", () => resolve(received));
        socket.on("error", reject);
        socket.write(text);
      }),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
