import type { IncomingMessage, ServerResponse } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { Admission } from '../platform/protection/load/admission.ts';
import { LoadShedding, sheddingServer } from '../platform/protection/load/load-shedding.ts';

export const body = '{"query":"{ serverTime }"}';
export const post = (headers = '', path = '/graphql'): string =>
  `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: ${body.length}\r\n${headers}\r\n${body}`;

export const until = async (isSo: () => boolean): Promise<void> => {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 2));
};

/** A server that sheds load, what reached it, and clients that see bytes as they are; `close` ends all of them. */
export async function openGate() {
  /** What reached the HTTP server and is to be answered by the test. */
  const waiting: ServerResponse[] = [];
  const admission = new Admission(() => 0.5, 4);
  const shedding = new LoadShedding('a secret for tests, thirty-two characters', admission);
  const server = sheddingServer(shedding)(({ url }: IncomingMessage, response: ServerResponse) => {
    if (url === '/at-once') response.end('x'.repeat(2000));
    else waiting.push(response);
  }, {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const open: Socket[] = [];

  function dial() {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    open.push(socket);
    let text = '';
    socket.on('data', (data) => (text += data.toString()));
    socket.on('error', () => undefined);
    const answers = () => text.split(/(?=HTTP\/1\.1 )/).filter(Boolean);
    return {
      socket,
      write: (data: string) => socket.write(data),
      answers,
      heard: async (count: number) => {
        await until(() => answers().length >= count && answers().at(-1)!.includes('\r\n\r\n'));
        return answers().at(-1)!;
      },
    };
  }

  return {
    waiting,
    admission,
    shedding,
    dial,
    /** Newcomers have room for three. */
    async fill() {
      for (let i = 0; i < 3; i += 1) dial().write(post());
      await until(() => waiting.length === 3);
    },
    async close() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
